import { isNetwork, NETWORK_RULES, type Network } from '../network/network.js';
import { measure } from '../network/measure.js';
import { partText, type Part } from '../post/segment.js';
import { repeatedSentences, type Repeated } from './repeated.js';

/** A post of the plan, as far as a report looks at it. `network` is the real one, and not the sandbox's. */
export interface PlannedPost {
  readonly account: string;
  readonly network: string;
  readonly organization: string;
  readonly plannedAt: number;
  readonly parts: readonly Part[];
  readonly approved: boolean;
}

/** Nothing is said between two posts of the campaign. */
export interface Gap {
  readonly fromAt: number;
  readonly untilAt: number;
}

/** Many accounts of one network speak in one minute, which begins at `at`. */
export interface Crowd {
  readonly network: string;
  readonly at: number;
  readonly posts: number;
}

/** One account speaks twice within an hour. */
export interface Haste {
  readonly account: string;
  readonly network: string;
  readonly fromAt: number;
  readonly untilAt: number;
}

/** How long the texts of a network are, in its own units; `nearLimit` counts those within a twentieth of the limit. */
export interface Lengths {
  readonly network: Network;
  readonly limit: number;
  readonly unit: string;
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
  readonly nearLimit: number;
}

/** What there is to say about a plan, whoever runs it. */
export interface PlanReport {
  readonly gaps: readonly Gap[];
  readonly crowds: readonly Crowd[];
  readonly hastes: readonly Haste[];
  readonly lengths: readonly Lengths[];
  readonly repeated: readonly Repeated[];
  readonly unapproved: readonly { readonly organization: string; readonly posts: number }[];
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A campaign that is silent for longer loses those who follow it. */
const LONG_SILENCE_MS = 4 * 24 * HOUR_MS;
/** More in one minute read as a flood in the feed of somebody who follows the coalition. */
const FLOOD = 10;
const MOST_NAMED = 20;

/** The report of a plan; the order of the posts does not matter. Linear, but for sorting. */
export function reportOf(posts: readonly PlannedPost[]): PlanReport {
  const inOrder = posts.toSorted((a, b) => a.plannedAt - b.plannedAt);
  return {
    gaps: gapsOf(inOrder),
    crowds: crowdsOf(inOrder),
    hastes: hastesOf(inOrder),
    lengths: lengthsOf(posts),
    repeated: repeatedSentences(posts.map(({ parts }) => parts)).slice(0, MOST_NAMED),
    unapproved: unapprovedOf(posts),
  };
}

function gapsOf(inOrder: readonly PlannedPost[]): Gap[] {
  return inOrder
    .flatMap(({ plannedAt }, at) => {
      const before = inOrder[at - 1]?.plannedAt;
      return before === undefined || plannedAt - before < LONG_SILENCE_MS
        ? []
        : [{ fromAt: before, untilAt: plannedAt }];
    })
    .toSorted((a, b) => b.untilAt - b.fromAt - (a.untilAt - a.fromAt))
    .slice(0, MOST_NAMED);
}

function crowdsOf(inOrder: readonly PlannedPost[]): Crowd[] {
  const minutes = Map.groupBy(
    inOrder,
    ({ network, plannedAt }) => `${network} ${Math.floor(plannedAt / MINUTE_MS)}`,
  );
  return [...minutes.values()]
    .flatMap((together): Crowd[] => {
      const [first] = together;
      if (first === undefined || together.length <= FLOOD) return [];
      const at = Math.floor(first.plannedAt / MINUTE_MS) * MINUTE_MS;
      return [{ network: first.network, at, posts: together.length }];
    })
    .toSorted((a, b) => b.posts - a.posts)
    .slice(0, MOST_NAMED);
}

function hastesOf(inOrder: readonly PlannedPost[]): Haste[] {
  const accounts = Map.groupBy(inOrder, ({ network, account }) => `${network} ${account}`);
  return [...accounts.values()]
    .flatMap((own) =>
      own.flatMap(({ account, network, plannedAt }, at): Haste[] => {
        const before = own[at - 1]?.plannedAt;
        return before === undefined || plannedAt - before >= HOUR_MS
          ? []
          : [{ account, network, fromAt: before, untilAt: plannedAt }];
      }),
    )
    .toSorted((a, b) => a.untilAt - a.fromAt - (b.untilAt - b.fromAt))
    .slice(0, MOST_NAMED);
}

function lengthsOf(posts: readonly PlannedPost[]): Lengths[] {
  const networks = Map.groupBy(posts, ({ network }) => network);
  return [...networks].flatMap(([network, own]): Lengths[] => {
    if (!isNetwork(network)) return [];
    const measures = own.flatMap(({ parts }) => parts.map((part) => measure(network, partText(part))));
    const counts = measures.map(({ count }) => count).toSorted((a, b) => a - b);
    const limit = NETWORK_RULES[network].textLimit;
    return [
      {
        network,
        limit,
        unit: measures[0]?.unit ?? '',
        shortest: counts[0] ?? 0,
        median: counts[Math.floor(counts.length / 2)] ?? 0,
        longest: counts.at(-1) ?? 0,
        nearLimit: counts.filter((count) => count >= limit * 0.95).length,
      },
    ];
  });
}

function unapprovedOf(posts: readonly PlannedPost[]): PlanReport['unapproved'] {
  const waiting = Map.groupBy(
    posts.filter(({ approved }) => !approved),
    ({ organization }) => organization,
  );
  return [...waiting]
    .map(([organization, own]) => ({ organization, posts: own.length }))
    .toSorted((a, b) => b.posts - a.posts || (a.organization < b.organization ? -1 : 1));
}
