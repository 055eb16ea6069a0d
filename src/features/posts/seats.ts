import {
  type Seat,
  type SeatedWave,
  type Seating,
  seatWave,
  type StandingPost,
} from '../../domain/campaign/index.js';
import type { PlannedAccount, StandingRow } from './plan.repository.js';

/** When every account posts in a wave, by its id; `stays` tells which posts keep their instants. */
export function seatingsOf(
  wave: SeatedWave,
  accounts: readonly Pick<PlannedAccount, 'id' | 'network' | 'zone'>[],
  standing: readonly StandingRow[],
  stays: (post: StandingRow) => boolean,
  court: string,
): ReadonlyMap<string, Seating> {
  const seats = accounts.map(({ id, network, zone }): Seat => ({ accountId: id, network, zone }));
  const posts = standing.map((post): [string, StandingPost] => [
    post.accountId,
    { delayMs: post.delayMs, plannedAt: post.plannedAt, stays: stays(post) },
  ]);
  return seatWave(wave, seats, new Map(posts), court);
}
