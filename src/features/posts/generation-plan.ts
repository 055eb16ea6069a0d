import {
  frozenFrom,
  isFrozen,
  type NoPosting,
  type Obstacle,
  plannedInstant,
  type Seating,
  type WaveFate,
  waveFate,
  waveLabel,
} from '../../domain/campaign/index.js';
import type { GeneratedPost } from '../../domain/template/generation.js';
import type { Place } from './move.repository.js';
import { noTimeSentence } from './no-time.js';
import type { PlannedAccount, PlanRepository, StandingRow } from './plan.repository.js';
import { seatingsOf } from './seats.js';

export type Campaign = NonNullable<Awaited<ReturnType<PlanRepository['lockCampaign']>>>;
type WaveRow = Awaited<ReturnType<PlanRepository['waves']>>[number];
type PlannedWave = WaveRow & { readonly fate: WaveFate };

/** The plan as it stands while posts are made: who posts when. */
export interface GenerationPlan {
  readonly campaign: Campaign;
  /** Without those that do not take place. */
  readonly waves: readonly PlannedWave[];
  /** All of them, in the order of their seats. */
  readonly accounts: readonly PlannedAccount[];
  /** The cell of an account in a wave. */
  cell(waveId: string, accountId: string): Cell;
}

/** An account in a wave. */
export interface Cell {
  readonly account: PlannedAccount;
  readonly place: Place;
  /** What leaves it no time. */
  readonly obstacle: Obstacle | null;
  /** Whether it has a post already. */
  readonly stands: boolean;
}

/** A text for a cell. */
export interface FilledCell extends Cell {
  readonly post: GeneratedPost;
}

/** What stands keeps its second, and the others take theirs around it. */
export function generationPlan(
  campaign: Campaign,
  waveRows: readonly WaveRow[],
  accounts: readonly PlannedAccount[],
  standing: ReadonlyMap<string, readonly StandingRow[]>,
  noPosting: NoPosting,
): GenerationPlan {
  const waves = waveRows
    .map((wave) => ({ ...wave, fate: waveFate(wave, campaign) }))
    .filter(({ fate }) => fate.kind !== 'dropped');
  const wavesById = new Map(waves.map((wave) => [wave.id, wave]));
  const accountsById = new Map(accounts.map((account) => [account.id, account]));
  const seatings = new Map(
    waves.map((wave): [string, ReadonlyMap<string, Seating>] => [
      wave.id,
      seatingsOf(wave, accounts, standing.get(wave.id) ?? [], () => true, noPosting),
    ]),
  );
  const taken = new Set(
    [...standing.values()].flat().map(({ waveId, accountId }) => `${waveId} ${accountId}`),
  );
  return {
    campaign,
    waves,
    accounts,
    cell: (waveId, accountId) => {
      const wave = wavesById.get(waveId);
      const account = accountsById.get(accountId);
      const seating = seatings.get(waveId)?.get(accountId);
      if (wave === undefined || account === undefined || seating === undefined) {
        throw new Error('A post was made for nobody');
      }
      const { graceMs, freezeMs } = wave;
      const timing = waveLabel(wave, account.zone ?? campaign.zone);
      return {
        account,
        place: { plannedAt: seating.plannedAt, delayMs: seating.delayMs, timing, graceMs, freezeMs },
        obstacle: seating.obstacle,
        stands: taken.has(`${waveId} ${accountId}`),
      };
    },
  };
}

/** The instant of a wave's first partner that takes part, null while its event has none. */
export function firstAt(wave: PlannedWave, { campaign, accounts }: GenerationPlan): number | null {
  const zones = new Set(accounts.filter(({ takesPart }) => takesPart).map(({ zone }) => zone));
  const instants = [...zones].flatMap(
    (partner) => plannedInstant(wave, { court: campaign.zone, partner }) ?? [],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Why no post can be made for a cell at its time, in words; null where one can. */
export function lackOf({ place, obstacle }: Cell, now: number): string | null {
  if (obstacle !== null) return `another time: ${noTimeSentence(obstacle)}`;
  if (!isFrozen(place, now)) return null;
  const from = new Date(frozenFrom(place) ?? now).toISOString();
  return `another time: its wave is frozen since ${from}, so nobody could approve a post any more`;
}
