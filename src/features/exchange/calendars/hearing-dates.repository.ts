import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { HearingStatus } from '../../../domain/campaign/index.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';

/** A hearing with all that a calendar tells of it. */
export interface HearingDate {
  readonly campaignId: string;
  readonly campaign: string;
  readonly caseName: string | null;
  readonly court: string | null;
  readonly docket: string | null;
  readonly link: string | null;
  readonly status: HearingStatus;
  readonly startsAt: number | null;
  readonly zone: string;
  readonly revision: number;
  readonly changedAt: number;
  /** The last date that it had; null where it never had one. */
  readonly lastStartsAt: number | null;
}

@Injectable()
export class HearingDatesRepository {
  constructor(private readonly ledger: Ledger) {}

  async list(campaignIds: readonly string[]): Promise<readonly HearingDate[]> {
    const { rows } = await sql<HearingDate>`
      select c.id as campaign_id, c.name as campaign, c.case_name, c.court, c.docket, c.link,
             h.status, h.starts_at, h.zone, h.revision,
             coalesce((select max(x.changed_at) from hearing_change x where x.campaign_id = c.id), c.created_at)
               as changed_at,
             (select x.starts_at from hearing_change x where x.campaign_id = c.id and x.starts_at is not null
              order by x.id desc limit 1) as last_starts_at
      from campaign c join hearing h on h.campaign_id = c.id
      where c.id = any(${[...campaignIds]}::uuid[])
      order by c.id`.execute(this.ledger);
    return rows;
  }
}
