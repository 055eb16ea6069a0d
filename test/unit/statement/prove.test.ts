import { describe, expect, it } from '@jest/globals';
import type { Part } from '../../../src/domain/post/segment.js';
import type { Proof, StatementLookup } from '../../../src/domain/statement/proof.js';
import { prove, statementIds } from '../../../src/domain/statement/prove.js';
import { EVERY_KIND, everyLookup } from './every-kind.js';
import { STATEMENTS, figure, lookup, part, quote, spanOf } from './sources.js';

function because(parts: readonly Part[], statements: StatementLookup = lookup()): string {
  const proof: Proof = prove(parts, statements);
  return proof.kind === 'proved' ? 'proved' : proof.because;
}

const river = quote('river', 'The river is not ours to sell');

describe('a quotation in a post', () => {
  it('is proved as a whole span with its speaker in the same part', () => {
    expect(
      because([part(quote('river', 'The river is not ours to sell,'), '\n\nIda Voss, ferrywoman')]),
    ).toBe('proved');
    expect(because([part('Ida Voss: ', quote('river', 'It’s our neighbors’ too.'))])).toBe('proved');
  });

  it('may leave out the comma before its closing mark, and nothing else', () => {
    expect(because([part(river, ' Ida Voss')])).toBe('proved');
    for (const piece of ['The river is not ours to sel', 'river is not ours to sell,', 'The river', 'ours']) {
      expect(because([part(quote('river', piece), ' Ida Voss')])).toBe('not-a-whole-quotation');
    }
    expect(because([part(quote('river', 'It’s our neighbors’ too'), ' Ida Voss')])).toBe(
      'not-a-whole-quotation',
    );
  });

  it('is refused over the edge of its span, and outside every quotation', () => {
    expect(because([part(quote('river', 'The river is not ours to sell,” said'), ' Ida Voss')])).toBe(
      'not-a-whole-quotation',
    );
    expect(because([part(quote('river', 'ferrywoman at Lower Quay'), ' Ida Voss')])).toBe(
      'not-a-whole-quotation',
    );
  });

  it('is refused under another name, without a name, or with the name in another part', () => {
    expect(because([part(river, ' Ana Lind')])).toBe('speaker-not-named');
    expect(because([part(river)])).toBe('speaker-not-named');
    expect(because([part(river), part('Ida Voss said it.')])).toBe('speaker-not-named');
    expect(because([part(river, ' Ida Vossen')])).toBe('speaker-not-named');
    expect(because([part(river, ' Ida ', quote('river', 'It’s our neighbors’ too.'), 'Voss')])).toBe(
      'speaker-not-named',
    );
  });

  it.each([
    'Ida Voss-Lind',
    'Ida Voss\u2011Lind',
    'Marie-Ida Voss',
    'Ida Voss\u0301',
    'Ida Voss\u200Ben',
    'Ida Voss\u00ADen',
    'Ida Voss_en',
  ])('is refused under the longer name %j', (name) => {
    expect(because([part(river, ` ${name}`)])).toBe('speaker-not-named');
  });

  it.each([
    'Ida Voss’s words',
    'Ida Voss, ferrywoman',
    'Ida Voss - ferrywoman',
    '(Ida Voss)',
    'Ida Voss\u200E.',
  ])('is proved under the name as a sentence has it: %j', (name) =>
    expect(because([part(river, ` ${name}`)])).toBe('proved'),
  );

  it('is refused under a name that nobody sees', () => {
    const unseen = STATEMENTS.map((one) => (one.kind === 'quotation' ? { ...one, speaker: '\u200B' } : one));
    expect(because([part(river, ' Ida Voss')], lookup(unseen))).toBe('speaker-not-named');
  });

  it('finds a name that stands over two neighbouring texts', () => {
    expect(because([part(river, ' Ida', ' Voss, ferrywoman')])).toBe('proved');
  });

  it('shares its part with no other speaker’s, since names would not tell who said which', () => {
    const both = part(river, ' Ida Voss and Ana Lind ', quote('court', 'We will go to court'));
    expect(because([both])).toBe('two-speakers');
    expect(
      because([part(river, ' Ida Voss'), part(quote('court', 'We will go to court'), ' Ana Lind')]),
    ).toBe('proved');
  });

  it('is refused when its statement is unknown, rejected, only proposed, a fact, or nobody’s', () => {
    const post = [part(river, ' Ida Voss')];
    const withStatus = (status: 'rejected' | 'proposed') =>
      lookup(STATEMENTS.map((one) => (one.id === 'river' ? { ...one, status } : one)));
    const unattributed = STATEMENTS.map((one) =>
      one.kind === 'quotation' ? { ...one, speaker: null } : one,
    );
    expect(because(post, lookup(STATEMENTS.slice(1)))).toBe('unknown-statement');
    expect(because(post, withStatus('rejected'))).toBe('not-accepted');
    expect(because(post, withStatus('proposed'))).toBe('not-accepted');
    expect(because([part(quote('wells', '21 percent'), ' Ida Voss')])).toBe('wrong-kind');
    expect(because(post, lookup(unattributed))).toBe('speaker-unknown');
  });

  it('is refused when the text and the place in the release disagree', () => {
    const moved = { ...river, span: { start: 2, end: 31 } } as typeof river;
    const outside = { ...river, span: { start: -5, end: 9000 } } as typeof river;
    expect(because([part(moved, ' Ida Voss')])).toBe('not-the-release');
    expect(because([part(outside, ' Ida Voss')])).toBe('not-the-release');
  });
});

describe('a figure in a post', () => {
  it('is proved as the whole fact or as literal words with whole figures', () => {
    for (const words of [
      '21 percent of wells, or 1,240 in all, ran dry in 2031.',
      '21 percent',
      '1,240 in all',
      '21 percent of wells',
    ]) {
      expect(because([part('In one year: ', figure(words))])).toBe('proved');
    }
  });

  it('is refused when a figure is cut, none is in it, or words are cut', () => {
    for (const words of [
      '1 percent',
      '21',
      '240',
      '1,24',
      '1 percent of wells',
      'of wells',
      '21 percent of wel',
      'Water Office, 21 percent',
    ]) {
      expect(because([part(figure(words))])).toBe('figure-cut');
    }
  });

  it('is refused beside text that makes it another number', () => {
    expect(because([part('1', figure('21 percent'))])).toBe('runs-together');
    expect(because([part('-', figure('21 percent'))])).toBe('runs-together');
    expect(because([part('$', figure('1,240'))])).toBe('runs-together');
    expect(because([part(figure('1,240'), ',000 wells')])).toBe('runs-together');
    expect(because([part(figure('1,240'), '%')])).toBe('runs-together');
    expect(because([part('(', figure('1,240'), ').')])).toBe('proved');
  });

  it('is refused from a quotation, and with quotation marks in it', () => {
    expect(because([part(figure('The river', 'river'))])).toBe('wrong-kind');
    const quoted = STATEMENTS.map((one) =>
      one.kind === 'fact' ? { ...one, spans: [spanOf('“If the dam stays,” Ida')] as const } : one,
    );
    expect(because([part(figure('“If the dam stays,” Ida'))], lookup(quoted))).toBe('quotation-mark');
  });
});

describe('the frame of a post', () => {
  it('holds no quotation marks, of whatever kind, alone or over two texts', () => {
    expect(because([part('They call it “metering”.')])).toBe('quotation-mark');
    expect(because([part("They call it 'metering'.")])).toBe('quotation-mark');
    expect(because([part("'", figure('21 percent'), "'")])).not.toBe('proved');
    expect(because([part('The partners’ case. Don’t miss it.')])).toBe('proved');
    expect(because([part('‘', river, ' Ida Voss’')])).toBe('quotation-mark');
  });

  it('says where a mark stands', () => {
    expect(prove([part('Hello.'), part(river, ' Ida Voss «no»')], lookup())).toMatchObject({
      because: 'quotation-mark',
      where: { part: 1, segment: 1 },
    });
  });

  it('holds no characters that hide or reverse what is read', () => {
    expect(because([part('Hello \u202Edlrow')])).toBe('hidden-character');
    expect(because([part('Hello \uE000')])).toBe('hidden-character');
    expect(because([part('Hello\n\nworld 👩‍👩‍👧')])).toBe('proved');
  });

  it('says something', () => {
    expect(because([])).toBe('nothing-said');
    expect(because([part(' \n')])).toBe('nothing-said');
    expect(because([part()])).toBe('nothing-said');
  });

  it('links only to absolute http(s) addresses, set apart from the text', () => {
    const link = (url: string) => ({ kind: 'link', url }) as const;
    expect(because([part('More: ', link('https://example.org/a?b=c'))])).toBe('proved');
    for (const url of [
      'example.org',
      'javascript:alert(1)',
      'https://example.org/a b',
      'https://example.org/“a”',
      'https://',
      '',
    ]) {
      expect(because([part('More: ', link(url))])).toBe('bad-link');
    }
    expect(because([part('More: ', link('https://example.org'), '/other')])).toBe('runs-together');
  });

  it('has alt texts that quote only what the part quotes', () => {
    const picture = (altText: string) => ({
      ...part(river, ' Ida Voss'),
      pictures: [{ digest: 'd', altText }],
    });
    expect(because([picture('“The river is not ours to sell” — Ida Voss')])).toBe('proved');
    expect(because([picture('“The river is ours to sell” — Ida Voss')])).toBe('quotation-mark');
    expect(because([picture('A river \u202Ellec ot')])).toBe('hidden-character');
    expect(because([picture('A river\nat dawn')])).toBe('proved');
  });
});

it('statement ids are given once each, in order of first use', () => {
  expect(statementIds([part(river, figure('1,240')), part(river)])).toEqual(['river', 'wells']);
});

it.each(Object.entries(EVERY_KIND))('one post shows what is %s', (kind, parts) => {
  expect(because(parts, everyLookup())).toBe(kind);
});
