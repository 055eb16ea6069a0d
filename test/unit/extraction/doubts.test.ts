import { describe, expect, it } from '@jest/globals';
import { extract, toPrediction, type ExtractedQuotation } from '../../../src/domain/extraction/index.js';

function last(text: string): ExtractedQuotation {
  return extract(text).quotations.at(-1) as ExtractedQuotation;
}

describe('what a person has to look at', () => {
  it('a full name with a verb of speech leaves no doubt', () => {
    expect(last('“We won today,” said Ana Ruiz, director of Open Doors.')).toMatchObject({
      speaker: 'Ana Ruiz',
      role: 'director',
      organization: 'Open Doors',
      rule: 'said-after',
      confidence: 'high',
      doubts: [],
    });
  });

  it('a surname takes the one full name of the release, with that person’s role', () => {
    expect(last('Ana Ruiz, director of Open Doors, spoke.\n\n“We won today,” said Ruiz.')).toMatchObject({
      speaker: 'Ana Ruiz',
      organization: 'Open Doors',
      rule: 'said-after/surname',
      confidence: 'high',
    });
  });

  it('a surname that two people have is not completed', () => {
    const found = last('Mayor Ana Ruiz and Judge Leo Ruiz spoke.\n\n“We won today,” said Ruiz.');
    expect(found).toMatchObject({ speaker: 'Ruiz', confidence: 'low', candidates: ['Ana Ruiz', 'Leo Ruiz'] });
    expect(found.doubts).toEqual(['“Ruiz” can be Ana Ruiz or Leo Ruiz: choose who said this.']);
  });

  it('a surname without a full name is shown as it stands', () => {
    expect(last('“We won today,” said Ruiz.')).toMatchObject({
      speaker: 'Ruiz',
      doubts: ['The release gives no full name for “Ruiz”: add it.'],
    });
  });

  it('a pronoun is always to be confirmed', () => {
    const found = last('“We won today,” said Ana Ruiz.\n\n“It is a start,” she added.');
    expect(found).toMatchObject({ speaker: 'Ana Ruiz', confidence: 'medium' });
    expect(found.doubts[0]).toContain('only says “she”');
  });

  it('a pronoun that does not fit the person names nobody', () => {
    expect(
      last('“We won today,” said Congresswoman Ana Ruiz.\n\n“It is a start,” he added.').speaker,
    ).toBeNull();
  });

  it('rules that disagree choose nobody and name both', () => {
    expect(last('Ana Ruiz said: “We won today,” said Bo Lund.')).toMatchObject({
      speaker: null,
      rule: 'conflict',
      confidence: 'low',
      candidates: ['Ana Ruiz', 'Bo Lund'],
    });
  });

  it('joint speakers are all named', () => {
    expect(last('Sen. Dan Lugg and Rep. Pete Visk met. “We agree,” said Lugg and Visk.')).toMatchObject({
      speaker: 'Dan Lugg',
      coSpeakers: ['Pete Visk'],
    });
  });

  it('a paragraph without a cue is probably the same person’s', () => {
    const found = last('“We won today,” said Ana Ruiz.\n\n“It took us many years to get here.”');
    expect(found).toMatchObject({ speaker: 'Ana Ruiz', rule: 'following-paragraph', confidence: 'low' });
    expect(found.doubts[0]).toContain('No speaker is named here');
  });

  it('nobody near: nobody is named', () => {
    expect(last('The vote is on Friday.\n\n“It took us many years to get here.”')).toMatchObject({
      speaker: null,
      rule: 'unattributed',
      confidence: 'low',
    });
  });

  it('a quotation left open before another speaker’s paragraph is told', () => {
    const text = '“We won today,” said Ana Ruiz. “It is a start.\n\n“So it is,” said Bo Lund.';
    const [ruiz, lund] = extract(text).quotations;
    expect([ruiz?.speaker, lund?.speaker]).toEqual(['Ana Ruiz', 'Bo Lund']);
    expect(ruiz?.doubts[0]).toContain('closing quotation mark is missing');
  });

  it('unfinished words are told', () => {
    expect(last('“We won today,” said Ana Ruiz, “We can either the ”').doubts).toContain(
      'These words look unfinished in the release: do not use them before the publisher has completed them.',
    );
  });

  it('a part of a sentence is told', () => {
    expect(
      last('Ana Ruiz said the vote was “a win for every block that was told to move.”').doubts,
    ).toContain('Only part of a sentence is quoted: check that it stands on its own.');
  });

  it('every doubt is a sentence', () => {
    const text =
      '“We won, said Ruiz. “It is,” he said.\n\n“A line of many words alone.”\n\n"So we wrote,” the letter reads.';
    for (const { doubts } of extract(text).quotations)
      for (const doubt of doubts) expect(doubt).toMatch(/^[“\p{Lu}].+\.$/u);
  });
});

describe('the printed form', () => {
  it('gives spans as pairs, literal figures, and partners', () => {
    const text =
      'Headline\n\n“We won today,” said Ana Ruiz. In 2021, 40 percent agreed. Partners include Open Doors and Farm Union.';
    expect(toPrediction(text, extract(text))).toMatchObject({
      quotes: [{ spans: [[11, 24]], speaker: 'Ana Ruiz', organization: null, role: null }],
      facts: [{ start: 41, end: 68, figures: ['2021', '40 percent'], source: null }],
      organizations: ['Open Doors', 'Farm Union'],
    });
  });
});
