import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { PostQuery } from '../../contract/posts.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { PostTable } from '../../infrastructure/database/tables.js';
import type { Part } from '../../domain/post/segment.js';
import type { StatementUse } from './statement-uses.js';

export type PostRow = Selectable<PostTable>;

/** A post with the names that people know it by. */
export interface NamedPost extends PostRow {
  readonly wave: string;
  readonly account: string;
  readonly network: string;
  readonly remoteId: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly blanks: Readonly<Record<string, string>>;
}

/** A post to be written; it starts as proposed. */
export interface NewPost {
  readonly campaignId: string;
  readonly waveId: string;
  readonly accountId: string;
  readonly parts: readonly Part[];
  readonly fingerprint: string;
  readonly template: string | null;
  readonly dependsOnDate: boolean;
  readonly plannedAt: number | null;
  readonly timing: string;
  readonly delayMs: number;
  readonly graceMs: number;
  /** None when absent. */
  readonly freezeMs?: number;
  readonly statements: readonly StatementUse[];
}

/** What a change of words sets; the status moves apart. */
export interface NewWords {
  readonly parts: readonly Part[];
  readonly fingerprint: string;
  readonly template: string | null;
  readonly dependsOnDate: boolean;
  readonly statements: readonly StatementUse[];
}

@Injectable()
export class PostRepository {
  constructor(private readonly ledger: Ledger) {}

  async find(id: string, db: LedgerReader = this.ledger): Promise<NamedPost | undefined> {
    return this.named(db).where('post.id', '=', id).executeTakeFirst();
  }

  /** These posts, by their ids. */
  async findAll(ids: readonly string[], db: LedgerReader): Promise<ReadonlyMap<string, NamedPost>> {
    if (ids.length === 0) return new Map();
    const rows = await this.named(db)
      .where(sql<boolean>`post.id = any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All of a campaign, in the order of their ids. */
  async ofCampaign(campaignId: string, db: LedgerReader): Promise<readonly NamedPost[]> {
    return this.named(db).where('post.campaignId', '=', campaignId).orderBy('post.id').execute();
  }

  /** The post, locked until the transaction ends. */
  async lock(trx: LedgerTransaction, id: string): Promise<NamedPost | undefined> {
    return this.named(trx).where('post.id', '=', id).forUpdate('post').executeTakeFirst();
  }

  async list(query: PostQuery): Promise<readonly NamedPost[]> {
    let select = this.named(this.ledger)
      .orderBy('post.id')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select = select.where('post.id', '>', query.cursor);
    // What is rehearsed asks nobody for anything: it is shown to those who look at the rehearsal alone.
    select =
      query.campaignId === undefined
        ? select.where(sql<boolean>`not exists (select from rehearsed_post where post_id = post.id)`)
        : select.where('post.campaignId', '=', query.campaignId);
    if (query.waveId !== undefined) select = select.where('post.waveId', '=', query.waveId);
    if (query.accountId !== undefined) select = select.where('post.accountId', '=', query.accountId);
    if (query.organizationId !== undefined) {
      select = select.where('account.organizationId', '=', query.organizationId);
    }
    if (query.status !== undefined) select = select.where('post.status', '=', query.status);
    return select.execute();
  }

  /** Writes posts; a cell of account and wave that has one already keeps it. Answers how many were written. */
  async insert(trx: LedgerTransaction, posts: readonly NewPost[]): Promise<number> {
    const rows = posts.map((post) => ({
      campaign_id: post.campaignId,
      wave_id: post.waveId,
      account_id: post.accountId,
      parts: post.parts,
      fingerprint: post.fingerprint,
      template: post.template,
      depends_on_date: post.dependsOnDate,
      planned_at: post.plannedAt === null ? null : new Date(post.plannedAt).toISOString(),
      timing: post.timing,
      delay_ms: post.delayMs,
      grace_ms: post.graceMs,
      freeze_ms: post.freezeMs ?? 0,
      statements: post.statements,
    }));
    const written = await sql<{ count: number }>`
      with given as materialized (
        select gen_random_uuid() as id, m.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as m(campaign_id uuid, wave_id uuid, account_id uuid, parts jsonb, fingerprint text, template text,
               depends_on_date boolean, planned_at timestamptz, timing text, delay_ms integer, grace_ms integer, freeze_ms integer,
               statements jsonb)
      ), written as (
        insert into post (id, campaign_id, wave_id, account_id, status, parts, fingerprint, template,
                          depends_on_date, planned_at, timing, delay_ms, grace_ms, freeze_ms)
        select id, campaign_id, wave_id, account_id, 'proposed', parts, fingerprint, template,
               depends_on_date, planned_at, timing, delay_ms, grace_ms, freeze_ms
        from given
        on conflict (account_id, wave_id) where status <> 'cancelled' do nothing
        returning id
      ), used as (
        insert into post_statement (post_id, statement_id, statement_revision, cuts)
        select g.id, s."statementId", s."statementRevision", s.cuts
        from given g join written w on w.id = g.id
        cross join jsonb_to_recordset(g.statements) as s("statementId" uuid, "statementRevision" integer, cuts jsonb)
      )
      select count(*) as count from written`.execute(trx);
    return written.rows[0]?.count ?? 0;
  }

  /** Sets new words on a post that the transaction has locked. */
  async rewrite(trx: LedgerTransaction, id: string, words: NewWords): Promise<void> {
    await trx
      .updateTable('post')
      .set({
        parts: JSON.stringify(words.parts),
        fingerprint: words.fingerprint,
        template: words.template,
        dependsOnDate: words.dependsOnDate,
      })
      .where('id', '=', id)
      .execute();
    await this.useStatements(trx, id, words.statements);
  }

  /** Which statements the post uses, and as they were at which revision: the claim compares. */
  async useStatements(trx: LedgerTransaction, id: string, uses: readonly StatementUse[]): Promise<void> {
    await trx.deleteFrom('postStatement').where('postId', '=', id).execute();
    if (uses.length === 0) return;
    await trx
      .insertInto('postStatement')
      .values(uses.map((use) => ({ postId: id, ...use, cuts: JSON.stringify(use.cuts) })))
      .execute();
  }

  /** The latest end of an embargo on what the post is made of, or null. */
  async embargoOf(trx: LedgerTransaction, id: string): Promise<number | null> {
    const { rows } = await sql<{ until: number | null }>`select embargo_of(${id}) as until`.execute(trx);
    return rows[0]?.until ?? null;
  }

  async pin(
    trx: LedgerTransaction,
    id: string,
    { plannedAt, ...pinned }: Pick<NewPost, 'timing' | 'dependsOnDate'> & { readonly plannedAt: number },
  ): Promise<void> {
    await trx
      .updateTable('post')
      .set({ ...pinned, plannedAt: new Date(plannedAt), pinned: true })
      .where('id', '=', id)
      .execute();
  }

  private named(db: LedgerReader) {
    return db
      .selectFrom('post')
      .innerJoin('wave', 'wave.id', 'post.waveId')
      .innerJoin('account', 'account.id', 'post.accountId')
      .innerJoin('organization', 'organization.id', 'account.organizationId')
      .selectAll('post')
      .select([
        'wave.name as wave',
        'account.handle as account',
        'account.network',
        'account.remoteId',
        'account.organizationId',
        'organization.name as organization',
        'organization.blanks',
      ]);
  }
}
