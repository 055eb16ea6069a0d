import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';

/** Figures and source of each fact of a text that opens with a headline. */
function factsOf(body: string): { figures: string[]; source: string | null; doubts: number }[] {
  const text = `A headline with 99 figures\n\n${body}`;
  return extract(text).facts.map((fact) => ({
    figures: fact.figures.map(({ start, end }) => text.slice(start, end)),
    source: fact.source,
    doubts: fact.doubts.length,
  }));
}

describe('figures', () => {
  it.each([
    ['a percentage in words', 'Some 71 percent of residents agree with it.', ['71 percent']],
    ['a percentage sign', 'Nearly 19% of students were affected last year.', ['19%']],
    ['a fraction in words', 'About two-thirds of districts carry a debt.', ['two-thirds']],
    ['one in eight', 'In this county one in eight children is hungry.', ['one in eight']],
    ['1 in 5', 'Of all residents 1 in 5 has no doctor at all.', ['1 in 5']],
    ['one out of four', 'It showed that one out of four veterans is disabled.', ['one out of four']],
    ['money with scale', 'The bill provides $43.1 billion in spending.', ['$43.1 billion']],
    ['money', 'They refused a $250,000 donation from the firm.', ['$250,000']],
    ['counts', 'The scheme reached 3,100 homes in 38 states.', ['3,100', '38']],
    ['large words', 'They sent hundreds of thousands of emails to Congress.', ['hundreds of thousands']],
    ['thousands of people', 'The policy denied thousands of people their right.', ['thousands']],
    ['ranges', 'From 125,000 to 150,000 troops may be injured.', ['125,000 to 150,000']],
    ['years', 'The courts ruled it unlawful in 2022 and 2024.', ['2022', '2024']],
    ['a date', 'The symposium will be held on August 8, 2017 downtown.', ['August 8, 2017']],
    ['times as likely', 'They are nearly twice as likely to be harmed.', ['nearly twice']],
    ['fold', 'Raids have spiked approximately five-fold this year.', ['five-fold']],
    [
      'glued to words by a lost space',
      'A study found thatone-third of students left—with45%of them never back.',
      ['one-third', '45%'],
    ],
    [
      'small numbers beside a greater one',
      'It found 60 arrests, with at least eight in Harbor.',
      ['60', 'eight'],
    ],
  ])('%s', (_form, sentence, figures) => {
    expect(factsOf(sentence).map((fact) => fact.figures)).toEqual([figures]);
  });

  it.each([
    ['the headline', ''],
    ['a small number alone', 'The council has hired two attorneys for its staff.'],
    ['contact lines', 'Contact: Dana Quill, press@example.org, 202-555-0100'],
    ['a phone number', 'Reporters may call the office at (202) 555-0140 today.'],
    ['a date line', 'Thursday, August 3, 2017'],
    ['a release line', 'FOR IMMEDIATE RELEASE: September 19, 2019'],
    ['a bill’s number', 'The committee will now take up H.R. 1143 and S. 456 again.'],
    ['a section of a law', 'The rule follows Section 230 and Title 18 closely.'],
    ['a district and a party', 'Rep. Jane Doe (D-WI-02) spoke to the whole crowd.'],
    ['an act’s year', 'They introduced the School Lunch Act of 2023 today.'],
    ['a hour and a street', 'The vigil is on Friday at 6 p.m. at 400 Main Street.'],
    ['a numbered list', '1. Requiring all colleges to adopt a policy on it;'],
    ['an address', 'Learn more at https://brightline.example/2019/04/page'],
    ['an organization’s name', 'The group 350.org led the march along the river.'],
    ['an age', 'The court heard Warren Pell, 51, of Kings Harbor.'],
    ['a quotation', '“It cost us 40 percent of the vote,” said Ana Ruiz.'],
    ['a banner', 'They held a banner reading “1,000 days without water” up.'],
    ['the sentence that names the speaker', '“It is over,” said Ana Ruiz, who served 20 years.'],
  ])('are not taken from %s', (_form, sentence) => {
    expect(factsOf(sentence)).toEqual([]);
  });
});

describe('sources', () => {
  it.each([
    [
      'according to, behind',
      'Some 12,400 people slept there, according to the Office of Shelter Statistics.',
      'Office of Shelter Statistics',
    ],
    [
      'according to, before',
      'According to the Not As Usual coalition, over 2,000 employers agreed.',
      'Not As Usual',
    ],
    ['a poll named', 'A record 79 percent say so, according to a Frontline poll.', 'Frontline'],
    [
      'a survey by',
      'A recent survey by the Harbor Defense Project found 60 arrests.',
      'Harbor Defense Project',
    ],
    ['an organization finds', 'The Bail Data Center found that 22 states use it.', 'Bail Data Center'],
    [
      'figures from',
      'More than 5,600 people were told to go, figures from the Home Office show.',
      'Home Office',
    ],
    ['nobody', 'More than 5,600 people were told to go.', null],
  ])('%s', (_form, sentence, source) => {
    expect(factsOf(sentence)[0]?.source ?? null).toBe(source);
  });

  it.each([
    ['A recent poll found that 86 percent of voters agree.', 'A recent poll'],
    ['A study published last spring found that 38% of them pay.', 'A study published last spring'],
    ['Raids have spiked five-fold, according to service providers.', 'service providers'],
  ])('an unnamed source is kept and questioned: %s', (sentence, source) => {
    expect(factsOf(sentence)).toEqual([expect.objectContaining({ source, doubts: 1 })]);
    expect(extract(`Headline\n\n${sentence}`).facts[0]?.confidence).toBe('low');
  });
});
