import type { SourcedStatement } from '../statement/proof.js';
import { spanOfCut } from '../statement/cut.js';
import { passages } from '../statement/shown-span.js';
import type { Cut } from '../statement/statement.js';
import { fill, type Filled, type Unfillable } from './fill.js';
import type { CampaignFacts } from './context.js';
import type { GenerationAccount, GenerationInput, GenerationWave } from './generation.js';
import type { Template } from './template.js';

/** One thing that could be said: a template about one passage of a statement, or about none. */
export interface Candidate {
  readonly id: string;
  readonly template: Template;
  readonly source: SourcedStatement | null;
  readonly passage: number;
  /** The agreed cut that it shows; null where it shows the passage whole. */
  readonly removed: Cut | null;
  /** The same passage with each agreed cut of it; none where this is one. */
  readonly cuts: readonly Candidate[];
  /** What takes turns: the statement, or the template itself where it needs none. */
  readonly subject: string;
  /** What no two partners should say in one wave on one network: this subject in this template. */
  readonly pair: string;
  /** Names of the variables and blanks that its template asks for. */
  readonly asks: ReadonlySet<string>;
}

/** Every candidate that shows a passage whole, its cuts with it, in an order that depends on names and ids alone. */
export function candidatesOf(
  templates: readonly Template[],
  sources: readonly SourcedStatement[],
): Candidate[] {
  const accepted = sources
    .filter(({ statement }) => statement.status === 'accepted')
    .toSorted((a, b) => inOrder(a.statement.id, b.statement.id));
  return templates
    .toSorted((a, b) => inOrder(a.name, b.name))
    .flatMap((template) => {
      if (template.needs === 'none') return [candidate(template, null, 0)];
      return accepted
        .filter(({ statement }) => statement.kind === template.needs)
        .flatMap((source) =>
          cutsOfPassages(source).map((cuts, passage) => candidate(template, source, passage, cuts)),
        );
    });
}

/** Plain order of code units: the same on every machine, whatever its language. */
export function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** For each passage of a statement the agreed cuts of it. */
function cutsOfPassages({ statement, releaseText }: SourcedStatement): readonly (readonly Cut[])[] {
  if (statement.kind === 'fact') return [[]];
  return passages(statement, releaseText).map((spans) =>
    (statement.agreedCuts ?? []).filter((cut) => spanOfCut(spans, cut) !== undefined),
  );
}

function candidate(
  template: Template,
  source: SourcedStatement | null,
  passage: number,
  cuts: readonly Cut[] = [],
): Candidate {
  const subject = source === null ? `template ${template.name}` : `statement ${source.statement.id}`;
  const pair = `${template.name} / ${subject}`;
  const id = `${pair} / ${passage}`;
  const asks = new Set(template.parts.flatMap(({ uses }) => uses.map(({ name }) => name)));
  const whole = { id, template, source, passage, removed: null, cuts: [], subject, pair, asks };
  const withCuts = cuts.map((removed) => {
    const ranges = removed.map(({ start, end }) => `${start}-${end}`).join(' ');
    return { ...whole, id: `${id} / ${ranges}`, removed };
  });
  return { ...whole, cuts: withCuts };
}

/** Whether a wave is before the end of the embargo on what the candidate quotes; a wave without a date is not. */
export function isEmbargoed({ source }: Candidate, { leavesAt }: Pick<GenerationWave, 'leavesAt'>): boolean {
  const until = source?.embargoedUntil ?? null;
  return until !== null && leavesAt !== undefined && leavesAt !== null && leavesAt < until;
}

/** A partner's own words are nobody else's: where it fills a blank, others may fill theirs in the same wave. */
export function inOwnWords(candidate: Candidate, account: GenerationAccount): Candidate {
  if (!candidate.template.blanks.some(({ name }) => account.blanks[name])) return candidate;
  const subject = `${candidate.subject} of ${account.organizationId}`;
  return { ...candidate, subject, pair: `${candidate.template.name} / ${subject}` };
}

/** The days from a wave to the hearing; null where its offset is elapsed time, which crosses days anywhere. */
export function daysBefore({ offset }: Pick<GenerationWave, 'offset'>): number | null {
  if (offset.kind === 'days') return 0 - offset.days;
  return offset.minutes === 0 ? 0 : null;
}

export type FillCandidate = (
  candidate: Candidate,
  account: GenerationAccount,
  days: number | null,
) => Filled | Unfillable;

/** Fills candidates, each different text once: most texts differ neither by account nor by day. */
export function rememberedFill({ campaign }: Pick<GenerationInput, 'campaign'>): FillCandidate {
  const keys = new Map<string, string>();
  const results = new Map<string, Filled | Unfillable>();
  return (candidate, account, days) => {
    const asker = `${candidate.template.name} / ${account.id} / ${days}`;
    const asked = remembered(keys, asker, () => differences(candidate, account, days));
    return remembered(results, `${candidate.id} / ${asked}`, () =>
      fillFor(candidate, account, days, campaign),
    );
  };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function fillFor(
  { template, source, passage, removed }: Candidate,
  account: GenerationAccount,
  days: number | null,
  campaign: CampaignFacts,
): Filled | Unfillable {
  const { network, textLimit, organization, blanks } = account;
  return fill(template, {
    network,
    textLimit,
    campaign,
    daysBefore: days,
    organization,
    blanks,
    source,
    passage,
    removed: removed ?? undefined,
  });
}

/** The variables that differ from day to day. */
const MOVING = ['countdown', 'countdown_in_weeks', 'days_to_hearing'] as const;

/** What tells two texts of one candidate apart: only what its template asks for. */
function differences({ template, asks }: Candidate, account: GenerationAccount, days: number | null): string {
  const byDay = template.daysBefore !== null || MOVING.some((name) => asks.has(name));
  return JSON.stringify([
    account.network,
    account.textLimit ?? null,
    byDay ? days : null,
    asks.has('organization') ? account.organization : null,
    template.blanks.map(({ name }) => account.blanks[name] ?? null),
  ]);
}
