import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unwrapParagraphs } from '../../../src/infrastructure/documents/unwrap.js';
import { wrapped } from './one-release.js';

const word = fc.stringMatching(/^[a-zA-Z’“”,.-]{1,14}$/);
const line = fc
  .array(fc.oneof(word, fc.constantFrom('•', '-', '1.', 'To:', '(a)', '“No')), { maxLength: 14 })
  .map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
const paragraph = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 40, maxLength: 120 })
  .map((words) => words.join(' '));

describe('joining wrapped lines', () => {
  it('changes nothing but single line ends into single spaces', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { text: joined } = unwrapParagraphs(given);
        expect(joined).toHaveLength(given.length);
        for (let at = 0; at < given.length; at += 1) {
          if (joined[at] === given[at]) continue;
          expect([given[at], joined[at]]).toEqual(['\n', ' ']);
          expect([given[at - 1], given[at + 1]]).not.toContain('\n');
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives back every paragraph that was wrapped at a usual width', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 60, max: 100 }),
        (paragraphs, width) => {
          const given = paragraphs.map((one) => wrapped(one, width).join('\n')).join('\n\n');
          expect(unwrapParagraphs(given).text).toBe(paragraphs.join('\n\n'));
        },
      ),
    );
  });
});
