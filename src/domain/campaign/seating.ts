import { plannedInstant, type WaveFate } from './fate.js';
import type { WaveOffset } from './wave.js';

const SECOND_MS = 1_000;

/** An account's seat in every wave: seats are given in a fixed order, whoever takes part. */
export interface Seat {
  readonly accountId: string;
  readonly network: string;
  /** The IANA zone of its organization; null where that goes by the court's. */
  readonly zone: string | null;
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

/** When an account posts in a wave: how long after its instant, and the instant (null while the wave has none). */
export interface Seating {
  readonly delayMs: number;
  readonly plannedAt: number | null;
}

/** Networks that take accounts which post in the same second for one that speaks with many mouths. */
const NEVER_TOGETHER: ReadonlySet<string> = new Set(['x']);

/**
 * Whether accounts of a network may post in the same second where a campaign asks for it. X counts that as
 * coordinated behaviour (its developer guidelines on automation across accounts).
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
 * second: where daylight saving or different zones would bring them together, the later seat gives way.
 * `court` is the court's IANA zone.
 */
export function seatWave(
  wave: SeatedWave,
  seats: readonly Seat[],
  standing: ReadonlyMap<string, StandingPost>,
  court: string,
): ReadonlyMap<string, Seating> {
  const isApart = ({ network }: Seat): boolean => !wave.together || !mayPostTogether(network);
  const own = ownDelays(wave, seats.filter(isApart));
  const delays = new SecondsTaken();
  const instants = new SecondsTaken();
  const seatings = new Map<string, Seating>();
  for (const [accountId, { stays, delayMs, plannedAt }] of standing) {
    if (!stays) continue;
    seatings.set(accountId, { delayMs, plannedAt });
    delays.take(delayMs);
    if (plannedAt !== null) instants.take(plannedAt);
  }
  const moving = seats.filter(({ accountId }) => !seatings.has(accountId));
  const isStanding = ({ accountId }: Seat): boolean => standing.has(accountId);
  for (const seat of [...moving.filter(isStanding), ...moving.filter((one) => !isStanding(one))]) {
    const { accountId, zone } = seat;
    const waveAt = plannedInstant(wave, { court, partner: zone });
    if (!isApart(seat)) {
      seatings.set(accountId, { delayMs: 0, plannedAt: waveAt });
      continue;
    }
    const delayMs = delays.takeFrom(standing.get(accountId)?.delayMs ?? own.get(accountId) ?? 0);
    const plannedAt = waveAt === null ? null : instants.takeFrom(waveAt + delayMs);
    seatings.set(accountId, { delayMs, plannedAt });
  }
  return seatings;
}

/** The delays of the seats that are kept apart; where the others are together, those take turns among themselves. */
function ownDelays({ spreadMs, together }: SeatedWave, apart: readonly Seat[]): ReadonlyMap<string, number> {
  return new Map(
    apart.map(({ accountId }, seat) => [accountId, seatDelayMs(seat, apart.length, together ? 0 : spreadMs)]),
  );
}

/** Which seconds are taken; whoever comes to one that is goes on to the next that is free. */
class SecondsTaken {
  /** For each second that is taken, a later one to look at. */
  private readonly next = new Map<number, number>();

  take(at: number): void {
    const second = Math.floor(at / SECOND_MS);
    if (!this.next.has(second)) this.next.set(second, second + 1);
  }

  takeFrom(at: number): number {
    const wanted = Math.floor(at / SECOND_MS);
    const passed: number[] = [];
    let second = wanted;
    for (let next = this.next.get(second); next !== undefined; next = this.next.get(second)) {
      passed.push(second);
      second = next;
    }
    for (const one of passed) this.next.set(one, second + 1);
    this.next.set(second, second + 1);
    return at + (second - wanted) * SECOND_MS;
  }
}
