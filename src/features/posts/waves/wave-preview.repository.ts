import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Outcome, PlanCalendar, WaveOffset } from '../../../domain/campaign/index.js';
import type { PostStatus } from '../../../domain/post/status.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';

export interface PreviewedWave extends Omit<PlanCalendar, 'outcome'> {
  readonly id: string;
  readonly campaignId: string;
  readonly name: string;
  readonly timing: WaveOffset;
  /** The outcome that it is written for. */
  readonly outcome: Outcome | null;
  /** The outcome that was released. */
  readonly decidedAs: Outcome | null;
  readonly spreadMs: number;
  readonly together: boolean;
  readonly freezeMs: number;
}

/** An account in a wave: one that takes part, or one that has a post there. */
export interface PlaceRow {
  readonly accountId: string;
  readonly account: string;
  readonly network: string;
  readonly organization: string;
  /** The organization's own zone; null where it goes by the court's. */
  readonly zone: string | null;
  readonly postId: string | null;
  readonly postStatus: PostStatus | null;
  readonly plannedAt: number | null;
  readonly freezeMs: number | null;
  readonly reason: string | null;
  readonly publishedAt: number | null;
}

@Injectable()
export class WavePreviewRepository {
  constructor(private readonly ledger: Ledger) {}

  async wave(id: string): Promise<PreviewedWave | undefined> {
    return this.ledger
      .selectFrom('wave')
      .innerJoin('hearing', 'hearing.campaignId', 'wave.campaignId')
      .innerJoin('campaign', 'campaign.id', 'wave.campaignId')
      .select([
        'wave.id',
        'wave.campaignId',
        'wave.name',
        'wave.timing',
        'wave.spreadMs',
        'wave.together',
        'wave.freezeMs',
      ])
      .select(['hearing.status', 'hearing.startsAt', 'hearing.zone', 'hearing.arguedAt', 'hearing.decidedAt'])
      .select(['campaign.launchAt', 'wave.outcome', 'hearing.outcome as decidedAs'])
      .where('wave.id', '=', id)
      .executeTakeFirst();
  }

  async places(waveId: string): Promise<readonly PlaceRow[]> {
    const { rows } = await sql<PlaceRow>`
      select a.id as account_id, a.handle as account, a.network, o.name as organization, o.zone,
             p.id as post_id, p.status as post_status, p.planned_at, p.freeze_ms, p.reason,
             u.published_at
      from account a
      join organization o on o.id = a.organization_id
      left join post p on p.account_id = a.id and p.wave_id = ${waveId} and p.status <> 'cancelled'
      left join publication u on u.post_id = p.id and u.part = 0
      where p.id is not null or (a.connected and not a.opted_out
                                 and not exists (select from account_twin t where t.account_id = a.id))
      order by a.id`.execute(this.ledger);
    return rows;
  }
}
