import { describe, expect, it } from '@jest/globals';
import { findQuotationMark } from '../../../src/domain/post/quotation-mark.js';

describe('quotation marks in frame text', () => {
  it.each([
    'The mayor called it “over”',
    'an opening one alone: “over',
    'straight "over"',
    'low „over‟',
    'guillemets «over»',
    'single guillemets ‹over›',
    'corner 「over」',
    'double prime ″over″',
    "doubled ''over''",
    '``over´´',
    'single ‘over’',
    'an opening single alone: ‘over',
    "straight single 'over'",
    "after a bracket ('over')",
    "after a dash —'over'",
    "several words 'over and done', she said",
    "holding an apostrophe 'it isn't over' today",
    'wrong way round ’over’',
    '`over`',
    "set apart ' over ' by spaces",
    "'over'",
  ])('are found in %s', (text) => {
    expect(findQuotationMark(text)).not.toBeNull();
  });

  it.each([
    'don’t',
    "don't",
    'the partners’ case',
    "the partners' and the tenants' case",
    'the partners’ and the tenants’ case',
    '’tis the season, the partners’ season',
    "the '90s, the tenants' years",
    '‘90s',
    'rock ’n’ roll',
    'O’Brien and D’Souza',
    'Hawaiʻi, Kauaʻi',
    "James'",
    'a dash — and … an ellipsis (in brackets) #CaseName https://example.org',
    '5 < 6 > 4',
    '',
  ])('are not found in %s', (text) => {
    expect(findQuotationMark(text)).toBeNull();
  });

  it('are found where they stand', () => {
    expect(findQuotationMark('It’s “over”')).toBe(5);
    expect(findQuotationMark("The tenants' 'over'")).toBe(13);
    expect(findQuotationMark("'a' and “b”")).toBe(0);
  });
});
