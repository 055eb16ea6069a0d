import { describe, expect, it } from '@jest/globals';
import { mayNameMoment } from '../../../src/domain/post/names-moment.js';

const parts = (text: string) => [{ segments: [{ kind: 'text' as const, text }], pictures: [] }];

describe('frame text that may name a moment', () => {
  it.each([
    'on March 24',
    'at 10 a.m.',
    'Tomorrow the Court hears us',
    'in two weeks',
    'this TUESDAY',
    'on ٢٤',
  ])('is “%s”', (text) => expect(mayNameMoment(parts(text))).toBe(true));

  it.each(['Keep the river open', 'Marching for the decade', 'The mayors and the sun'])(
    'is not “%s”',
    (text) => expect(mayNameMoment(parts(text))).toBe(false),
  );

  it('is frame text alone: a quotation keeps its words whatever the hearing does', () => {
    const quotation = {
      kind: 'quotation' as const,
      statementId: 's',
      span: { start: 0, end: 5 },
      text: 'today',
    };
    expect(mayNameMoment([{ segments: [quotation], pictures: [] }])).toBe(false);
  });
});
