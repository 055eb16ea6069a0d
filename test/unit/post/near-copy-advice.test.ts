import { describe, expect, it } from '@jest/globals';
import { adviceFor, nearCopy, type Place, type Written } from '../../../src/domain/post/near-copy/index.js';
import { partText } from '../../../src/domain/post/segment.js';
import { written } from './near-copy-written.js';

const QUOTED = '“The river is the street we live on.”';

function cut({ parts }: Written, { part, start, end }: Place): string | undefined {
  return parts[part] && partText(parts[part]).slice(start, end);
}

function advice(one: string, other: string): string | null {
  return adviceFor(written(one), written(other), nearCopy(written(one), written(other)));
}

describe('what two posts share', () => {
  it('is given as ranges into each text as it is sent, in the order of the first', () => {
    const one = written(`Good morning! Ask the crew who steers it.\n---\n${QUOTED} We cross at ten sharp.`);
    const other = written(`We CROSS at ten, sharp. Now ask the crew who rows: ${QUOTED}`);
    const { shared } = nearCopy(one, other);
    expect(shared.map((passage) => [passage.kind, cut(one, passage.one), cut(other, passage.other)])).toEqual(
      [
        ['frame', 'Ask the crew who', 'ask the crew who'],
        ['quoted', 'The river is the street we live on', 'The river is the street we live on'],
        ['frame', 'We cross at ten sharp', 'We CROSS at ten, sharp'],
      ],
    );
    expect(nearCopy(other, one).shared).toHaveLength(3);
  });

  it('gives each word to one passage at most, however often it is repeated', () => {
    const one = written('row the boat row the boat row the boat');
    const other = written('row the boat and row the boat');
    const { shared } = nearCopy(one, other);
    const starts = shared.map((passage) => passage.other.start);
    expect(shared).toHaveLength(2);
    expect(new Set(starts).size).toBe(2);
  });

  it('leaves out names that stand alone, and reaches over no quotation mark and no link', () => {
    const posts = ['Ida Voss, ferrywoman: https://a.example/x go', 'Ida Voss, ferrywoman: go'].map(written);
    expect(nearCopy(posts[0] as Written, posts[1] as Written).shared).toEqual([]);
    const apart = nearCopy(written('Tonight we https://a.example/x cross'), written('Tonight we cross'));
    expect(apart.shared).toEqual([]);
  });
});

describe('the advice on two posts', () => {
  const long = 'we ask three judges to let the night boat run for everybody who bakes and nurses and cleans.';

  it.each([
    [
      `This morning ${long} Come along!`,
      `This morning ${long} Bring tea.`,
      'Both begin “This morning we ask three judges to let the night boat run…”: let one partner write its own first sentence.',
    ],
    [
      `Hello from the quay: ${long}`,
      `A word from our bakery, ${long}`,
      'Both end with “we ask three judges to let the night boat run for everybody…”: let one partner write its own last sentence.',
    ],
    [
      `Hello there, ${long} Come along!`,
      `A word: ${long} Bring tea.`,
      'Both say “we ask three judges to let the night boat run for everybody…”: let one partner say it in its own words.',
    ],
    [
      `Ida Voss: ${QUOTED}`,
      QUOTED,
      'Both are the same quotation and little else: let one partner say in a sentence of its own why it passes this on, or give it another statement.',
    ],
    [
      '{412 crossings were canceled.} Source:',
      '{412 crossings were canceled.}',
      'Both are the same figure and little else: let one partner say in a sentence of its own why it passes this on, or give it another statement.',
    ],
    [
      'Boats run late.',
      'Late run boats.',
      'Both use nearly the same words: let one partner write its post anew.',
    ],
    [
      `Hear her out, please, today: ${QUOTED}`,
      `Hear her out, please, today: ${QUOTED}`,
      'Both say the same from beginning to end (“Hear her out, please, today”): let one partner write its own text. Both carry the same quotation too: another one would help.',
    ],
  ])('of %j and %j says what to change', (one, other, expected) => {
    expect(advice(one, other)).toBe(expected);
  });

  it('is none for different posts', () => {
    expect(advice('We fix bicycles on the east quay.', 'Our choir sings on the first boat.')).toBeNull();
  });
});
