import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { PostTable } from '../../infrastructure/database/tables.js';

export interface PostFilter {
  readonly campaignId?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly waveId?: string | undefined;
}

type Kept =
  | 'id'
  | 'campaignId'
  | 'waveId'
  | 'accountId'
  | 'status'
  | 'revision'
  | 'parts'
  | 'fingerprint'
  | 'plannedAt'
  | 'timing'
  | 'reason'
  | 'updatedAt';

/** A post with all that tells people where it belongs. */
export interface PlannedPost extends Pick<Selectable<PostTable>, Kept> {
  readonly wave: string;
  readonly account: string;
  readonly network: string;
  /** Chorus sends its posts itself, as far as the account goes. */
  readonly sends: boolean;
  readonly organizationId: string;
  readonly organization: string;
  /** IANA zone of the organization, or the court's where it has none. */
  readonly zone: string;
}

/** What the plan holds, for those who take it elsewhere. */
@Injectable()
export class PlannedPostsRepository {
  constructor(private readonly ledger: Ledger) {}

  /** In the order in which they leave; those without an instant last. */
  async list({ campaignId, organizationId, waveId }: PostFilter): Promise<readonly PlannedPost[]> {
    let query = this.ledger
      .selectFrom('post')
      .innerJoin('wave', 'wave.id', 'post.waveId')
      .innerJoin('account', 'account.id', 'post.accountId')
      .innerJoin('organization', 'organization.id', 'account.organizationId')
      .innerJoin('hearing', 'hearing.campaignId', 'post.campaignId')
      .select(['post.id', 'post.campaignId', 'post.waveId', 'post.accountId', 'post.status', 'post.revision'])
      .select([
        'post.parts',
        'post.fingerprint',
        'post.plannedAt',
        'post.timing',
        'post.reason',
        'post.updatedAt',
      ])
      .select(['wave.name as wave', 'account.handle as account', 'account.network'])
      .select(['account.organizationId', 'organization.name as organization'])
      .select(({ fn }) => fn.coalesce('organization.zone', 'hearing.zone').as('zone'))
      .select(({ eb }) =>
        eb
          .and([eb('account.connected', '=', true), eb('account.optedOut', '=', false)])
          .$castTo<boolean>()
          .as('sends'),
      )
      .orderBy('post.plannedAt', (order) => order.asc().nullsLast())
      .orderBy('wave.position')
      .orderBy('organization.name')
      .orderBy('account.handle')
      .orderBy('post.id');
    // A rehearsal is a campaign of its own, and no part of an organization's plan.
    query =
      campaignId === undefined
        ? query.where(sql<boolean>`not exists (select from rehearsal where copy_id = post.campaign_id)`)
        : query.where('post.campaignId', '=', campaignId);
    if (organizationId !== undefined) query = query.where('account.organizationId', '=', organizationId);
    if (waveId !== undefined) query = query.where('post.waveId', '=', waveId);
    return query.execute();
  }
}
