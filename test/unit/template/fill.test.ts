import { describe, expect, it } from '@jest/globals';
import { partText } from '../../../src/domain/post/segment.js';
import { fill } from '../../../src/domain/template/fill.js';
import type { FillContext } from '../../../src/domain/template/context.js';
import { STATEMENTS, lookup } from '../statement/sources.js';
import { context, template } from './materials.js';

const QUOTATION = '{{ quotation }}\n\n{{ speaker }}{% if role %}, {{ role }}{% endif %}';

function texts(body: string, matter: Record<string, string>, from: FillContext): readonly string[] | string {
  const filled = fill(template(body, matter), from);
  return filled.kind === 'filled' ? filled.parts.map(partText) : filled.because;
}

function refusal(body: string, matter: Record<string, string>, from: FillContext) {
  const filled = fill(template(body, matter), from);
  if (filled.kind === 'filled') throw new Error('It was filled.');
  return filled;
}

describe('filling a template', () => {
  it('shows a quotation as a segment, less the comma by which the release ran on', () => {
    const filled = fill(template(QUOTATION, { needs: 'quotation' }), context('river'));
    expect(filled).toEqual({
      kind: 'filled',
      usedStatements: ['river'],
      dependsOnDate: false,
      parts: [
        {
          pictures: [],
          segments: [
            {
              kind: 'quotation',
              statementId: 'river',
              span: { start: 1, end: 30 },
              text: 'The river is not ours to sell',
            },
            { kind: 'text', text: '\n\nIda Voss, ferrywoman' },
          ],
        },
      ],
    });
  });

  it('shows the passage asked for, and a sentence interrupted by its cue whole', () => {
    const needs = { needs: 'quotation' };
    expect(texts(QUOTATION, needs, context('river', { passage: 1 }))).toEqual([
      '“It’s our neighbors’ too.”\n\nIda Voss, ferrywoman',
    ]);
    expect(texts(QUOTATION, needs, context('dam'))).toEqual([
      '“If the dam stays,” … “the ferry goes.”\n\nIda Voss, ferrywoman',
    ]);
  });

  it('shows a fact, its first figure and its source', () => {
    expect(texts('{{ fact }} ({{ source }}: {{ figure }})', { needs: 'fact' }, context('wells'))).toEqual([
      '21 percent of wells, or 1,240 in all, ran dry in 2031. (the Water Office: 21 percent)',
    ]);
  });

  it('names a source only where the fact itself does not', () => {
    const wells = lookup().get('wells');
    if (wells?.statement.kind !== 'fact') throw new Error('The invented release has lost its fact.');
    const from = context(null, {
      source: { ...wells, statement: { ...wells.statement, source: '1,240 in all' } },
    });
    expect(texts('{{ figure }}{% if source %} ({{ source }}){% endif %}', { needs: 'fact' }, from)).toEqual([
      '21 percent',
    ]);
  });

  it('shows every variable of the campaign', () => {
    const body =
      '{{ organization }}|{{ campaign }}|{{ hashtags }}|{{ case_name }}|{{ court }}|{{ docket }}|{{ hearing_date }}|{{ hearing_time }}|{{ countdown }}|{{ countdown_in_weeks }}|{{ days_to_hearing }}\n{{ link }}';
    expect(texts(body, {}, context(null))).toEqual([
      'Ferry Friends|The River Is Ours|#RiverIsOurs #LowerQuay|Voss v. Upper Dam|the High Water Court|31-204|Tuesday, March 24|10 a.m.|in 14 days|in two weeks|14\nhttps://river.example',
    ]);
  });

  it('says whether the text names the date or only counts the days', () => {
    const dependsOnDate = (body: string) => fill(template(body), context(null));
    expect(dependsOnDate('See you {{ countdown }}')).toMatchObject({ dependsOnDate: false });
    expect(dependsOnDate('See you on {{ hearing_date }}')).toMatchObject({ dependsOnDate: true });
    expect(dependsOnDate('{% if hearing_time %}Soon{% endif %}.')).toMatchObject({ dependsOnDate: true });
  });

  it('makes the parts of a thread', () => {
    const body = 'One voice:\n\n---part---\n\n{{ speaker }}: {{ quotation }}\n';
    expect(texts(body, { needs: 'quotation', parts: '2' }, context('court'))).toEqual([
      'One voice:',
      'Ana Lind: “We will go to court”',
    ]);
  });

  it('tidies the frame and leaves the words of a source alone', () => {
    const wide = 'Wide  apart \n\n\n\n words,';
    const statement = {
      ...STATEMENTS[0],
      kind: 'quotation',
      spans: [{ start: 0, end: wide.length }],
    } as never;
    const from = context(null, { source: { statement, releaseText: wide } });
    expect(texts(`\n  {{ quotation }}   \n\n\n\n{{ speaker }}  \n`, { needs: 'quotation' }, from)).toEqual([
      '“Wide  apart \n\n\n\n words”\n\nIda Voss',
    ]);
  });

  it('puts the partner’s own words in the blanks, or what the template has there', () => {
    const matter = { blanks: '[{ name: why, asks: Why?, default: It matters. }]' };
    expect(texts('{{ why }}', matter, context(null, { blanks: { why: ' We drink it. ' } }))).toEqual([
      'We drink it.',
    ]);
    expect(texts('{{ why }}', matter, context(null))).toEqual(['It matters.']);
    expect(texts('{{ why }}', { blanks: '[{ name: why, asks: Why? }]' }, context(null))).toBe(
      'missing-words',
    );
    expect(refusal('One\n{{ why }}', { blanks: '[{ name: why, asks: Why? }]' }, context(null))).toMatchObject(
      {
        at: { line: 10, column: 1 },
        message: "The partner's own words for why are missing: Why?",
      },
    );
  });
});

describe('a template that cannot be filled is refused', () => {
  it('for another network, other days, or without its statement', () => {
    expect(texts('Hello', { networks: '[x]' }, context(null))).toBe('network');
    expect(texts('Hello', { days_before: '{ from: 0, to: 0 }' }, context(null))).toBe('days');
    expect(texts('Hello', { days_before: '{ from: 0, to: 0 }' }, context(null, { daysBefore: null }))).toBe(
      'days',
    );
    expect(texts(QUOTATION, { needs: 'quotation' }, context('wells'))).toBe('needs-quotation');
    expect(texts('{{ fact }}', { needs: 'fact' }, context(null))).toBe('needs-fact');
    const [river] = lookup().values();
    if (!river) throw new Error('The invented release has no statement.');
    const proposed = { ...river, statement: { ...river.statement, status: 'proposed' as const } };
    expect(texts(QUOTATION, { needs: 'quotation' }, context(null, { source: proposed }))).toBe(
      'needs-quotation',
    );
  });

  it('where it shows a value that is not there, at its place', () => {
    const campaign = { ...context(null).campaign, docket: null };
    expect(refusal('Hello,\nno. {{ docket }}', {}, context(null, { campaign }))).toMatchObject({
      because: 'missing-value',
      at: { line: 9, column: 5 },
      message: '{{ docket }} has no value here: ask for it with {% if … %} first, or give it one.',
    });
    expect(
      texts('Hello{% if docket %}, no. {{ docket }}{% endif %}', {}, context(null, { campaign })),
    ).toEqual(['Hello']);
  });

  it('where a filter would touch words of a source by a detour', () => {
    const needs = { needs: 'quotation' };
    expect(
      refusal('{{ speaker }}\n{% assign q = quotation %}{{ q | upcase }}', needs, context('river')),
    ).toMatchObject({
      because: 'sealed-words',
      at: { line: 9, column: 34 },
      message: 'The filter upcase would change words of the release or an address: show them as they are.',
    });
    expect(texts('{{ speaker }}: {{ "So: " | append: quotation }}', needs, context('river'))).toBe(
      'sealed-words',
    );
    expect(
      texts('{{ speaker }}{% assign q = quotation | replace: "not ", "" %}{{ q }}', needs, context('river')),
    ).toBe('sealed-words');
    expect(texts('{{ speaker }}{% if quotation > "a" %}!{% endif %}', needs, context('river'))).toBe(
      'sealed-words',
    );
    expect(
      texts('{{ speaker }}{% assign q = quotation %}{{ q.segments[0].text }}', needs, context('river')),
    ).toBe('liquid');
  });

  it('where a value brings quotation marks or reserved characters', () => {
    expect(
      refusal('Hello {{ organization }}', {}, context(null, { organization: 'The “River” Fund' })),
    ).toMatchObject({
      because: 'quotation-mark',
      at: { line: 8, column: 10 },
    });
    expect(texts('{{ organization }}', {}, context(null, { organization: '\uE0000\uE001' }))).toBe(
      'sealed-words',
    );
    expect(texts('{{ organization }}', {}, context(null, { organization: 'James’ Ferry' }))).toEqual([
      'James’ Ferry',
    ]);
  });

  it('where quotation marks or placeholders are made in Liquid', () => {
    expect(texts('{{ "\\u201Cover\\u201D" }}', {}, context(null))).toBe('not-proved');
    expect(texts('{{ "\\uE0003\\uE001" }}', {}, context(null))).toBe('sealed-words');
    expect(texts('{{ "\'over\'" }}', {}, context(null))).toBe('not-proved');
  });

  it('where the speaker would go unnamed after all, or is not known', () => {
    const body = '{{ quotation }}{% if docket %} {{ speaker }}{% endif %}';
    const campaign = { ...context(null).campaign, docket: null };
    expect(texts(body, { needs: 'quotation' }, context('river', { campaign }))).toBe('not-proved');
    const [river] = lookup().values();
    if (river?.statement.kind !== 'quotation')
      throw new Error('The first invented statement is a quotation.');
    const nobody = { ...river, statement: { ...river.statement, speaker: null } };
    expect(texts(QUOTATION, { needs: 'quotation' }, context(null, { source: nobody }))).toBe('missing-value');
  });

  it('where the text does not fit, saying which part and what takes how much', () => {
    const body = `Hello\n---part---\n{{ speaker }}:\n\n{{ quotation }} ${'x'.repeat(270)}`;
    expect(refusal(body, { needs: 'quotation', parts: '2' }, context('river'))).toMatchObject({
      because: 'too-long',
      at: { line: 12, column: 4 },
      size: { part: 1, count: 313, limit: 300, unit: 'grapheme', source: 29 },
      message:
        'Part 2 takes 313 of 300 graphemes on Sandbox: the statement 29, the rest 284. Use a statement of at most 16, or shorten the template.',
    });
    expect(refusal('x'.repeat(301), {}, context(null)).message).toBe(
      "Part 1 takes 301 of 300 graphemes on Sandbox: shorten the template or the partner's words.",
    );
    expect(texts('x'.repeat(301), {}, context(null, { textLimit: 400 }))).toEqual(['x'.repeat(301)]);
  });

  it('where the text is shorter or longer than the template promises', () => {
    expect(texts('Hello', { length: '{ from: 6, to: 20 }' }, context(null))).toBe('too-short');
    expect(texts('Hello', { length: '{ from: 1, to: 4 }' }, context(null))).toBe('too-long');
    expect(texts('Hello', { length: '{ from: 5, to: 5 }' }, context(null))).toEqual(['Hello']);
  });
});
