import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import type { AttemptQuery } from '../../contract/publishing.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { AttemptTable, PublicationTable } from '../../infrastructure/database/tables.js';

/** What the ledger remembers of sending: every try, and every part that is live. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly ledger: Ledger) {}

  async list(query: AttemptQuery): Promise<readonly Selectable<AttemptTable>[]> {
    let select = this.ledger
      .selectFrom('attempt')
      .innerJoin('post', 'post.id', 'attempt.postId')
      .selectAll('attempt')
      .orderBy('attempt.id')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select = select.where('attempt.id', '>', query.cursor);
    if (query.state !== undefined) select = select.where('attempt.state', '=', query.state);
    if (query.accountId !== undefined) select = select.where('post.accountId', '=', query.accountId);
    if (query.campaignId !== undefined) select = select.where('post.campaignId', '=', query.campaignId);
    return select.execute();
  }

  async attempts(postId: string): Promise<readonly Selectable<AttemptTable>[]> {
    return this.ledger
      .selectFrom('attempt')
      .selectAll()
      .where('postId', '=', postId)
      .orderBy('claimedAt')
      .execute();
  }

  async publications(postId: string): Promise<readonly Selectable<PublicationTable>[]> {
    return this.ledger
      .selectFrom('publication')
      .selectAll()
      .where('postId', '=', postId)
      .orderBy('part')
      .execute();
  }
}
