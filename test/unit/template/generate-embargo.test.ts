import { describe, expect, it } from '@jest/globals';
import { generate } from '../../../src/domain/template/generate.js';
import type { Generation, GenerationInput } from '../../../src/domain/template/generation.js';
import { accounts, input, sources, waves } from './generation-materials.js';

const UNTIL = Date.parse('2026-03-20T14:00:00Z');

/** A wave with one account, and one quotation of a release under embargo. */
function held(leavesAt: number | null, changes: Partial<GenerationInput> = {}): Generation {
  return generate({
    ...input(),
    accounts: accounts(1, ['sandbox']),
    waves: waves(1, ['quotation']).map((wave) => ({ ...wave, leavesAt })),
    sources: sources(1, 0).map((source) => ({ ...source, embargoedUntil: UNTIL })),
    ...changes,
  });
}

const needs = ({ empty }: Generation) => empty.map((cell) => cell.needs);

describe('generation under an embargo', () => {
  it('deals no statement in a wave before its end, and says until when', () => {
    expect(held(UNTIL - 1).posts).toEqual([]);
    expect(needs(held(UNTIL - 1))).toEqual([
      'a later wave, since the release is under embargo until 2026-03-20, 14:00 UTC',
    ]);
  });

  it('deals it from its end on, and in a wave that has no date yet', () => {
    expect(held(UNTIL).posts).toHaveLength(1);
    expect(held(null).posts).toHaveLength(1);
  });

  it('deals what another release says meanwhile', () => {
    const [early, free] = sources(2, 0);
    if (!early || !free) throw new Error('There are too few invented statements.');
    const { posts } = held(UNTIL - 1, { sources: [{ ...early, embargoedUntil: UNTIL }, free] });
    expect(posts.map(({ statementIds }) => statementIds)).toEqual([[free.statement.id]]);
  });

  it('promises a later wave where only an agreed cut fits then', () => {
    const text = `We met all of them at the old mill, ${'and then we went on and on, '.repeat(30)}as we do.`;
    const cut = sources(1, 0).map(({ statement }) => ({
      statement: {
        ...statement,
        spans: [{ start: 0, end: text.length }] as const,
        agreedCuts: [[{ start: text.indexOf(' and then'), end: text.length }]],
      },
      releaseText: text,
      embargoedUntil: UNTIL,
    }));
    expect(held(UNTIL, { sources: cut }).posts).toHaveLength(1);
    expect(needs(held(UNTIL - 1, { sources: cut }))).toEqual([expect.stringContaining('a later wave')]);
  });

  it('does not promise a later wave to an account that lacks something else', () => {
    const tooShort = accounts(1, ['sandbox']).map((account) => ({ ...account, textLimit: 40 }));
    expect(needs(held(UNTIL - 1, { accounts: tooShort }))).toEqual([
      expect.stringMatching(/^(?:a quotation of at most \d+ characters|a shorter template)$/u),
    ]);
  });
});
