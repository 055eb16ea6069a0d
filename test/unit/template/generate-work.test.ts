import { describe, expect, it } from '@jest/globals';
import { cutFault } from '../../../src/domain/statement/cut.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import type { Cut } from '../../../src/domain/statement/statement.js';
import { generate } from '../../../src/domain/template/generate.js';
import type { GenerationInput } from '../../../src/domain/template/generation.js';
import { TEMPLATES, accounts, input, sources, waves } from './generation-materials.js';

/** How often generation reads the releases: the more texts it fills and proves, the more often. */
function readsOf(changes: Partial<GenerationInput>): number {
  let reads = 0;
  const from = input(changes);
  const counted = from.sources.map((source): SourcedStatement => {
    const { releaseText } = source;
    return Object.defineProperty({ ...source }, 'releaseText', {
      enumerable: true,
      get: () => {
        reads += 1;
        return releaseText;
      },
    });
  });
  const { posts } = generate({ ...from, sources: counted });
  expect(posts).toHaveLength(from.waves.length * from.accounts.length);
  return reads;
}

/** Quotations with many agreed cuts, none of which is needed where the whole fits. */
function withCuts(length: number): readonly SourcedStatement[] {
  return sources(6, 0, length).map((source) => {
    const { statement, releaseText } = source;
    if (statement.kind !== 'quotation') return source;
    const text = `We met all of them at the old mill, and then, and then, and then, ${releaseText}`;
    const agreedCuts = [...text.matchAll(/,(?= and then)/gu)].map(({ index }): Cut => [
      { start: index + 1, end: text.length },
    ]);
    const spans = [{ start: 0, end: text.length }];
    for (const cut of agreedCuts) expect(cutFault({ spans }, cut, text)).toBeNull();
    return { statement: { ...statement, spans, agreedCuts }, releaseText: text };
  });
}

const whole = (from: readonly SourcedStatement[]) =>
  from.map(({ statement, releaseText }): SourcedStatement => ({
    statement: statement.kind === 'quotation' ? { ...statement, agreedCuts: [] } : statement,
    releaseText,
  }));

describe('the work of generation', () => {
  const timeless = TEMPLATES.filter(({ name }) => name === 'quotation' || name === 'fact');

  it('does not grow with waves and accounts: a text that reads the same is filled and proved once', () => {
    const few = readsOf({ templates: timeless, accounts: accounts(5), waves: waves(6) });
    const many = readsOf({ templates: timeless, accounts: accounts(21), waves: waves(30) });
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
  });

  it('does not grow with agreed cuts where the whole quotation fits', () => {
    const from = withCuts(40);
    expect(readsOf({ templates: timeless, sources: from })).toBe(
      readsOf({ templates: timeless, sources: whole(from) }),
    );
  });

  it('grows with each agreed cut once where the whole does not fit', () => {
    const one = withCuts(900).map(({ statement, releaseText }): SourcedStatement => {
      const agreedCuts = statement.kind === 'quotation' ? (statement.agreedCuts ?? []).slice(0, 1) : [];
      return { statement: { ...statement, agreedCuts } as typeof statement, releaseText };
    });
    const reads = (from: readonly SourcedStatement[], count: number) =>
      readsOf({ templates: timeless, sources: from, waves: waves(count) });
    expect(reads(withCuts(900), 30)).toBe(reads(withCuts(900), 6));
    const [single, triple] = [reads(one, 6), reads(withCuts(900), 6)];
    expect(triple).toBeGreaterThan(single);
    expect(triple).toBeLessThan(3 * single);
  });
});
