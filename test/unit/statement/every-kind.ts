import type { Part, QuotationSegment } from '../../../src/domain/post/segment.js';
import type { StatementLookup, Unproved } from '../../../src/domain/statement/proof.js';
import type { Statement } from '../../../src/domain/statement/statement.js';
import { LONG_RELEASE, VOSS, lookup as longLookup, spanOf as longSpanOf } from './long-release.js';
import { STATEMENTS, figure, lookup, part, quote } from './sources.js';

/** The statements of both invented releases, one that waits for its review and one whose speaker is not known. */
export function everyLookup(): StatementLookup {
  const changed = STATEMENTS.flatMap((one): Statement[] => {
    if (one.id === 'dam') return [{ ...one, id: 'waiting', status: 'proposed' }];
    return one.id === 'river' && one.kind === 'quotation' ? [{ ...one, id: 'nobody', speaker: null }] : [];
  });
  return new Map([...longLookup(), ...lookup(), ...lookup(changed)]);
}

const river = quote('river', 'The river is not ours to sell');
const court = quote('court', 'We will go to court');
const voss: QuotationSegment = {
  kind: 'quotation',
  statementId: 'voss',
  span: VOSS,
  text: LONG_RELEASE.slice(VOSS.start, VOSS.end),
};
const firstSentence = longSpanOf(
  'We offered to mend the paths, to pick up the litter along the whole of the bank',
);

/** A post for each answer that the proof can give. */
export const EVERY_KIND: Readonly<Record<Unproved | 'proved', readonly Part[]>> = {
  proved: [part('In court soon. ', river, '\n\nIda Voss'), part(figure('21 percent'), ' of wells')],
  'nothing-said': [part(' \n')],
  'unknown-statement': [part({ ...river, statementId: 'elsewhere' } as QuotationSegment, ' Ida Voss')],
  'not-accepted': [part(quote('waiting', 'If the dam stays,'), ' Ida Voss')],
  'wrong-kind': [part(figure('The river', 'river'))],
  'not-the-release': [part({ ...river, text: 'The river is ours to sell' } as QuotationSegment, ' Ida Voss')],
  'not-a-whole-quotation': [
    part({ ...voss, span: firstSentence, text: LONG_RELEASE.slice(firstSentence.start, firstSentence.end) }),
  ],
  'cut-not-agreed': [part({ ...voss, removed: [longSpanOf(' Dr. Hale')] }, ' Ida Voss')],
  'speaker-unknown': [part(quote('nobody', 'The river is not ours to sell'), ' Ida Voss')],
  'speaker-not-named': [part(river, ' Ida Voss-Lind')],
  'two-speakers': [part(river, ' Ida Voss and Ana Lind ', court)],
  'figure-cut': [part(figure('21'))],
  'runs-together': [part('1', figure('21 percent'))],
  'quotation-mark': [part('They call it “metering”.')],
  'hidden-character': [part('Hello \u202Edlrow')],
  'bad-link': [part('More: ', { kind: 'link', url: 'river.example' })],
};
