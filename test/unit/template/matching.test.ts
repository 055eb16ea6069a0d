import { describe, expect, it } from '@jest/globals';
import { match } from '../../../src/domain/template/matching.js';

const kindOf = (choice: string) => choice;

describe('matching seats with choices', () => {
  it('gives each seat its first choice where nobody else wants it', () => {
    const choices: Record<string, string[]> = { ann: ['a', 'b'], ben: ['b', 'a'] };
    expect([...match(['ann', 'ben'], (seat) => choices[seat] ?? [], kindOf)]).toEqual([
      ['ann', 'a'],
      ['ben', 'b'],
    ]);
  });

  it('moves a holder on along a chain so that everybody is seated', () => {
    const choices: Record<string, string[]> = { ann: ['a', 'b'], ben: ['b', 'c'], cat: ['a'] };
    const seated = match(['ann', 'ben', 'cat'], (seat) => choices[seat] ?? [], kindOf);
    expect(Object.fromEntries(seated)).toEqual({ ann: 'b', ben: 'c', cat: 'a' });
  });

  it('leaves out whom it cannot seat, and never those seated before', () => {
    const choices: Record<string, string[]> = { ann: ['a'], ben: ['a'] };
    const seated = match(['ann', 'ben'], (seat) => choices[seat] ?? [], kindOf, new Map([['ben', 'a']]));
    expect([...seated]).toEqual([['ben', 'a']]);
  });
});
