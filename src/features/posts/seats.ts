import {
  type NoPosting,
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
  accounts: readonly Pick<PlannedAccount, 'id' | 'network' | 'zone' | 'quiet'>[],
  standing: readonly StandingRow[],
  stays: (post: StandingRow) => boolean,
  noPosting: NoPosting,
): ReadonlyMap<string, Seating> {
  const seats = accounts.map(({ id, network, zone, quiet }): Seat => ({
    accountId: id,
    network,
    zone,
    quiet,
  }));
  const posts = standing.map((post): [string, StandingPost] => [
    post.accountId,
    { delayMs: post.delayMs, plannedAt: post.plannedAt, stays: stays(post) },
  ]);
  return seatWave(wave, seats, new Map(posts), noPosting);
}
