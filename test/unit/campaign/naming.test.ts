import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hashtagOf, hashtagsOf, slugOf } from '../../../src/domain/campaign/index.js';

describe('a slug', () => {
  it.each([
    ['Rivers for All v. Acme', 'rivers-for-all-v-acme'],
    ['L’Été à Québec', 'lete-a-quebec'],
    ['  --  ', ''],
    ['강을 지켜라', ''],
    ['Clean water '.repeat(9), 'clean-water-clean-water-clean-water-clean-water-clean-water'],
  ])('of %j is %j', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('is at most 60 characters of a–z, 0–9 and single inner hyphens, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});

describe('a hashtag', () => {
  it.each([
    ['#SaveTheRiver', 'SaveTheRiver'],
    [' RiverRights ', 'RiverRights'],
    ['＃강', '강'],
    ['two words', null],
    ['#', null],
    ['2026', null],
    ['#a-b', null],
    ['##twice', null],
  ])('%j is kept as %j', (written, tag) => expect(hashtagOf(written)).toBe(tag));

  it('is kept once, whatever its case', () => {
    expect(hashtagsOf(['#River', 'RIVER', 'Court'])).toEqual(['River', 'Court']);
    expect(hashtagsOf(['River', 'no good'])).toEqual({ unusable: 1 });
  });
});
