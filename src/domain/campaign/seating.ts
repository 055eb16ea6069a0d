import { plannedInstant, type WaveFate } from './fate.js';
import { freeTime, type NoPosting, type Obstacle } from './free-time.js';
import { type QuietHours, quietUntil } from './quiet-hours.js';
import { TakenSeconds } from './taken-seconds.js';
import type { WaveOffset } from './wave.js';

const SECOND_MS = 1_000;

/** An account's seat in every wave: seats are given in a fixed order, whoever takes part. */
export interface Seat {
  readonly accountId: string;
  readonly network: string;
  /** The IANA zone of its organization; null where that goes by the court's. */
  readonly zone: string | null;
  readonly quiet: QuietHours | null;
}

/** How the accounts of a wave share its time. */
export interface SeatedWave {
  readonly timing: WaveOffset;
  readonly fate: WaveFate;
  readonly spreadMs: number;
  /** Whether they are to post in the same second, where their network allows it. */
  readonly together: boolean;
}

/** A post that an account has in the wave already. One that `stays` keeps its instant, too. */
export interface StandingPost {
  readonly delayMs: number;
  readonly plannedAt: number | null;
  readonly stays: boolean;
}

/** When an account posts in a wave: how long after its instant, and at which instant. */
export interface Seating {
  readonly delayMs: number;
  /** Null while the wave has no instant, and where something leaves the account no time. */
  readonly plannedAt: number | null;
  /** Whether quiet hours moved it. */
  readonly shifted: boolean;
  readonly obstacle: Obstacle | null;
}

/** Networks that take accounts which post in the same second for one that speaks with many mouths. */
const NEVER_TOGETHER: ReadonlySet<string> = new Set(['x']);

/**
 * Whether accounts of a network may post in the same second where a campaign asks for it. X counts that as
 * coordinated behavior (its developer guidelines on automation across accounts).
 */
export function mayPostTogether(network: string): boolean {
  return !NEVER_TOGETHER.has(network);
}

/**
 * How long after the wave's instant the account of a seat posts, in whole seconds (as milliseconds): spread evenly
 * over `spreadMs` where that has a second for each seat, else one second after the other. It depends on the seat and
 * on how many there are, and not on who takes part.
 */
export function seatDelayMs(seat: number, seats: number, spreadMs: number): number {
  const seconds = Math.floor(spreadMs / SECOND_MS);
  return (seconds < seats ? seat : Math.floor((seat * seconds) / seats)) * SECOND_MS;
}

/**
 * When each account posts in a wave, by its id. A post that stands keeps its delay, so that a moved wave keeps its
 * order and distances; other accounts take the delays of their seats. No two accounts that are kept apart share a
 * second: where quiet hours, daylight saving or different zones would bring them together, the later seat gives way.
 */
export function seatWave(
  wave: SeatedWave,
  seats: readonly Seat[],
  standing: ReadonlyMap<string, StandingPost>,
  noPosting: NoPosting,
): ReadonlyMap<string, Seating> {
  const isApart = ({ network }: Seat): boolean => !wave.together || !mayPostTogether(network);
  const own = ownDelays(wave, seats.filter(isApart));
  const waveAtIn = rememberedByZone((partner) => plannedInstant(wave, { court: noPosting.court, partner }));
  const delays = new TakenSeconds();
  const instants = new TakenSeconds();
  const seatings = new Map<string, Seating>();
  for (const [accountId, { stays, delayMs, plannedAt }] of standing) {
    if (!stays) continue;
    seatings.set(accountId, { delayMs, plannedAt, shifted: false, obstacle: null });
    delays.take(delayMs);
    if (plannedAt !== null) instants.take(plannedAt);
  }
  const moving = seats.filter(({ accountId }) => !seatings.has(accountId));
  const isStanding = ({ accountId }: Seat): boolean => standing.has(accountId);
  for (const seat of [...moving.filter(isStanding), ...moving.filter((one) => !isStanding(one))]) {
    const { accountId } = seat;
    const apart = isApart(seat);
    const wanted = apart ? (standing.get(accountId)?.delayMs ?? own.get(accountId) ?? 0) : 0;
    const delayMs = apart ? delays.find(wanted) : wanted;
    if (apart) delays.take(delayMs);
    const waveAt = waveAtIn(seat.zone);
    seatings.set(accountId, seatAt(wave, seat, { waveAt, delayMs }, noPosting, apart ? instants : SHARED));
  }
  return seatings;
}

/** Many accounts share few zones, and reading a calendar takes its time. */
function rememberedByZone(
  instantIn: (zone: string | null) => number | null,
): (zone: string | null) => number | null {
  const known = new Map<string | null, number | null>();
  return (zone) => {
    const at = known.has(zone) ? (known.get(zone) ?? null) : instantIn(zone);
    known.set(zone, at);
    return at;
  };
}

/** Accounts that are together share their seconds. */
const SHARED = { find: (at: number): number => at, take: (): void => undefined };

function seatAt(
  wave: SeatedWave,
  { zone, quiet }: Seat,
  { waveAt, delayMs }: { readonly waveAt: number | null; readonly delayMs: number },
  noPosting: NoPosting,
  seconds: Pick<TakenSeconds, 'find' | 'take'>,
): Seating {
  if (waveAt === null || wave.fate.kind !== 'leaves') {
    return { delayMs, plannedAt: null, shifted: false, obstacle: null };
  }
  const wanted = { at: waveAt + delayMs, eventAt: wave.fate.eventAt, quiet, zone: zone ?? noPosting.court };
  const free = freeTime(wanted, noPosting, seconds);
  if (free.kind === 'none') return { delayMs, plannedAt: null, shifted: false, obstacle: free.obstacle };
  const shifted = quiet !== null && quietUntil(wanted.at, quiet, wanted.zone) !== null;
  return { delayMs, plannedAt: free.at, shifted, obstacle: null };
}

/** The delays of the seats that are kept apart; where the others are together, those take turns among themselves. */
function ownDelays({ spreadMs, together }: SeatedWave, apart: readonly Seat[]): ReadonlyMap<string, number> {
  return new Map(
    apart.map(({ accountId }, seat) => [accountId, seatDelayMs(seat, apart.length, together ? 0 : spreadMs)]),
  );
}
