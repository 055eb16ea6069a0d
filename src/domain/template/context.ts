import { findQuotationMark } from '../post/quotation-mark.js';
import type { Segment } from '../post/segment.js';
import type { Network } from '../network/network.js';
import type { SourcedStatement } from '../statement/proof.js';
import { cutText, spanOfCut } from '../statement/cut.js';
import { spansBesideCut } from '../statement/interrupted-sentence.js';
import { withoutPhrases } from '../statement/without-phrases.js';
import { passages, shownSpan } from '../statement/shown-span.js';
import type { Cut, Span } from '../statement/statement.js';
import { Sealed } from './engine.js';
import { INTERRUPTION } from './sentence-groups.js';
import type { VariableName } from './variables.js';
import { countdownInWords, weeksInWords, type HearingWords } from './words.js';

/** What a campaign's posts may mention; null where there is none yet. */
export interface CampaignFacts {
  readonly name: string;
  readonly link: string | null;
  /** With or without their #. */
  readonly hashtags: readonly string[];
  readonly caseName: string | null;
  readonly court: string | null;
  readonly docket: string | null;
  readonly hearing: HearingWords | null;
  /** Phrases in quotation marks that are marked as nobody's quotation. */
  readonly phrases?: readonly string[];
}

/** Everything that one post is filled from. */
export interface FillContext {
  readonly network: Network;
  /** The server's own limit of a text, where it states one. */
  readonly textLimit?: number | undefined;
  readonly campaign: CampaignFacts;
  /** Calendar days from the post to the hearing; below zero after it, null where they are not known. */
  readonly daysBefore: number | null;
  /** The partner's name. */
  readonly organization: string;
  /** The partner's own words, by the name of the blank that they fill. */
  readonly blanks: Readonly<Record<string, string>>;
  /** The accepted statement that the post is built around. */
  readonly source: SourcedStatement | null;
  /** Which passage of a quotation, from 0: see `passages`. */
  readonly passage?: number | undefined;
  /** An agreed cut of a span in that passage, shown as `spansBesideCut` tells; without it the passage is shown whole. */
  readonly removed?: Cut | undefined;
}

export type Value = string | number | null | Sealed;
export type Values = Readonly<Record<VariableName, Value>>;

/** Tells the quotation from the other sealed words of a post. */
export const QUOTATION_KEY = 0;

/** Words of the partner, or names: what a person typed and a post would show as it is. */
export function holdsQuotationMark(value: Value | undefined, phrases: readonly string[] = []): boolean {
  return typeof value === 'string' && findQuotationMark(withoutPhrases(value, phrases)) !== null;
}

/** The value of every variable; null where it has none. */
export function valuesOf(context: FillContext): Values {
  const { campaign, daysBefore } = context;
  return {
    ...quotationValues(context),
    ...factValues(context),
    organization: context.organization,
    campaign: campaign.name,
    link: campaign.link === null ? null : new Sealed(3, [{ kind: 'link', url: campaign.link }]),
    hashtags: campaign.hashtags.map((tag) => `#${tag.replace(/^#/u, '')}`).join(' ') || null,
    case_name: campaign.caseName,
    court: campaign.court,
    docket: campaign.docket,
    hearing_date: campaign.hearing?.date ?? null,
    hearing_time: campaign.hearing?.time ?? null,
    countdown: daysBefore === null ? null : countdownInWords(daysBefore),
    countdown_in_weeks: daysBefore === null ? null : weeksInWords(daysBefore),
    days_to_hearing: daysBefore,
  };
}

function quotationValues({ source, passage = 0, removed }: FillContext) {
  if (source?.statement.kind !== 'quotation') {
    return { quotation: null, speaker: null, role: null, speaker_organization: null };
  }
  const { statement, releaseText } = source;
  const spans = spansBesideCut(passages(statement, releaseText)[passage] ?? [], removed);
  const segments = spans.flatMap((span, index): Segment[] => {
    const shown = index === spans.length - 1 ? shownSpan(span, releaseText) : span;
    const isCut = removed !== undefined && spanOfCut([span], removed) !== undefined;
    const words = isCut
      ? { span, text: cutText(span, removed, releaseText), removed }
      : piece(shown, releaseText);
    const quotation = { kind: 'quotation', statementId: statement.id, ...words } as const;
    return index === 0 ? [quotation] : [INTERRUPTION, quotation];
  });
  return {
    quotation: segments.length === 0 ? null : new Sealed(QUOTATION_KEY, segments),
    speaker: statement.speaker,
    role: statement.role,
    speaker_organization: statement.organization,
  };
}

function factValues({ source }: FillContext) {
  if (source?.statement.kind !== 'fact') return { fact: null, figure: null, source: null };
  const { statement, releaseText } = source;
  const sealed = (key: number, span: Span) =>
    new Sealed(key, [{ kind: 'figure', statementId: statement.id, ...piece(span, releaseText) }]);
  const [figure] = statement.figures;
  const sentence = releaseText.slice(statement.spans[0].start, statement.spans[0].end);
  return {
    fact: sealed(1, statement.spans[0]),
    figure: figure ? sealed(2, figure) : null,
    source: statement.source !== null && sentence.includes(statement.source) ? null : statement.source,
  };
}

function piece(span: Span, releaseText: string): { readonly span: Span; readonly text: string } {
  return { span: { start: span.start, end: span.end }, text: releaseText.slice(span.start, span.end) };
}
