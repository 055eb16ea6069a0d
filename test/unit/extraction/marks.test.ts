import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';

const REPAIRS = {
  closing: 'The closing quotation mark is missing in the release: check where the words end.',
  opening: 'The opening quotation mark is missing in the release: check where the words begin.',
  turned:
    'One of the quotation marks is turned the wrong way in the release: check where the words begin and end.',
  mixed: 'The release opens and closes this quotation with marks of two kinds.',
};

function first(text: string): { words: string[]; doubts: readonly string[]; confidence: string | undefined } {
  const [quotation] = extract(text).quotations;
  return {
    words: (quotation?.spans ?? []).map(({ start, end }) => text.slice(start, end)),
    doubts: quotation?.doubts ?? [],
    confidence: quotation?.confidence,
  };
}

describe('marks', () => {
  it.each([
    [
      'closing',
      '“They closed our library first, said Glo Esp. “We are done.”',
      ['They closed our library first,', 'We are done.'],
    ],
    [
      'opening',
      'This board has not met here,” said Tam Rowe. “Not one time.”',
      ['This board has not met here,', 'Not one time.'],
    ],
    ['turned', '"My students deserve better.“ said Hal Vo, a teacher.', ['My students deserve better.']],
    ['turned', '”My students deserve better,” said Hal Vo, a teacher.', ['My students deserve better,']],
    ['mixed', '"Nobody asked for this at all,” said Bo Lind.', ['Nobody asked for this at all,']],
  ] as const)('a repair is made and told: %s', (repair, text, words) => {
    const found = first(text);
    expect(found.words).toEqual(words);
    expect(found.doubts).toContain(REPAIRS[repair]);
  });

  it('a repair that leaves a question lowers the confidence, two kinds of marks do not', () => {
    expect(first('“We won, said Ana Ruiz.').confidence).not.toBe('high');
    expect(first('"We won today,” said Ana Ruiz.').confidence).toBe('high');
  });

  it('nested marks stay inside the words', () => {
    expect(first('“He said, ‘Take it down,’ and I did,” said Ana Ruiz.').words).toEqual([
      'He said, ‘Take it down,’ and I did,',
    ]);
    expect(first('"He said "no" to us all," said Ana Ruiz.').words).toEqual(['He said "no" to us all,']);
    expect(first('‘The officer said “it isn’t personal” and left,’ said Ana Ruiz.').words).toEqual([
      'The officer said “it isn’t personal” and left,',
    ]);
  });

  it('the mark of a quotation and of one nested in it may touch', () => {
    expect(first('“They would spy with a bill called ‘Freedom!’" said Ana Ruiz.').words).toEqual([
      'They would spy with a bill called ‘Freedom!’',
    ]);
  });

  it('spans stand strictly between the outer marks, spaces included', () => {
    expect(first('“We won today,” said Ana Ruiz, “and we can either the ”').words).toEqual([
      'We won today,',
      'and we can either the ',
    ]);
  });

  it('doubled apostrophes are one mark', () => {
    expect(first("''We won today,'' said Ana Ruiz.").words).toEqual(['We won today,']);
    expect(first("``We won today,'' said Ana Ruiz.").words).toEqual(['We won today,']);
  });

  it('apostrophes open nothing', () => {
    expect(
      extract('The workers’ rights and the teachers’ pay, ’tis said, date from the ’90s.').quotations,
    ).toEqual([]);
    expect(extract("Rock 'n' roll and the workers' pay weren't on the members' list.").quotations).toEqual(
      [],
    );
  });

  it('one odd mark does not disturb the paragraphs after it', () => {
    const rest = '\n\n“We won today,” said Ana Ruiz.\n\n“So did we,” said Bo Lund.';
    for (const odd of [
      'An odd “ mark.',
      'An odd ” mark.',
      'An odd " mark.',
      'A 20" screen.',
      '“An open end.',
      '»Odd«',
      '“ ”',
      '""',
    ])
      expect(
        extract(odd + rest)
          .quotations.slice(-2)
          .map(({ speaker }) => speaker),
      ).toEqual(['Ana Ruiz', 'Bo Lund']);
  });

  it('text wrapped at a width is read as paragraphs', () => {
    const text =
      '"The Governor had a chance to stand with working parents and he\nlooked the other way," said Carla Bene, Executive Director of the\nHarbor Nurses Federation.  "We will be back in January with more votes\nand more nurses than anybody in the capital has ever had to face."';
    expect(extract(text).quotations).toHaveLength(1);
    expect(extract(text).quotations[0]).toMatchObject({
      speaker: 'Carla Bene',
      organization: 'Harbor Nurses Federation',
    });
  });
});
