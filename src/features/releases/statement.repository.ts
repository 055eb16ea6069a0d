import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Span } from '../../domain/statement/statement.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { StatementTable } from '../../infrastructure/database/release-tables.js';

/** A statement; its spans and figures point into the version that it was found in, `releaseId`. */
export type StatementRow = Selectable<StatementTable>;

/** A statement in a version that has its words unchanged, and where they stand there. */
export interface StandingStatement extends StatementRow {
  readonly spansHere: readonly Span[];
  readonly figuresHere: readonly Span[];
}

/** Where a statement stands in a version; the spans point into `text`. */
export interface Anchor {
  readonly releaseId: string;
  readonly text: string;
  readonly spans: readonly Span[];
}

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 2_000;

@Injectable()
export class StatementRepository {
  constructor(private readonly ledger: Ledger) {}

  async insert(trx: LedgerTransaction, statements: readonly Insertable<StatementTable>[]): Promise<void> {
    for (let from = 0; from < statements.length; from += ROWS_AT_ONCE) {
      const rows = statements.slice(from, from + ROWS_AT_ONCE);
      await trx.insertInto('statement').values(rows).execute();
    }
  }

  find(id: string, db: LedgerReader = this.ledger): Promise<StatementRow | undefined> {
    return db.selectFrom('statement').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The statements that stand in a version, in the order of its text. */
  async standingIn(releaseId: string, db: LedgerReader = this.ledger): Promise<StandingStatement[]> {
    return inTextOrder(await standing(db, releaseId).execute());
  }

  /**
   * The same, locked in the order of their ids. Whoever changes one locks them all, since whether its ends may move
   * depends on the others. The weaker lock lets posts that use them be written meanwhile: a plan that holds posts
   * and waits for statements could not be waited for by a review that holds statements.
   */
  async lockStandingIn(trx: LedgerTransaction, releaseId: string): Promise<StandingStatement[]> {
    const rows = await standing(trx, releaseId).orderBy('statement.id').forNoKeyUpdate('statement').execute();
    return inTextOrder(rows);
  }

  /** Ids of all statements of a release's versions. */
  async idsOfVersions(trx: LedgerTransaction, firstId: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select s.id from statement s join release r on r.id = s.release_id
      where coalesce(r.first_id, r.id) = ${firstId}`.execute(trx);
    return rows.map(({ id }) => id);
  }

  async decide(
    trx: LedgerTransaction,
    ids: readonly string[],
    decision: {
      readonly status: 'accepted' | 'rejected' | 'withdrawn';
      readonly by: string;
      readonly at: number;
    },
  ): Promise<void> {
    if (ids.length === 0) return;
    await trx
      .updateTable('statement')
      .set({
        status: decision.status,
        revision: sql<number>`revision + 1`,
        decidedBy: decision.by,
        decidedAt: new Date(decision.at),
      })
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
      .execute();
  }

  /** Keeps who changed it last, and when, beside the decision. */
  async correct(
    trx: LedgerTransaction,
    id: string,
    fields: Pick<StatementRow, 'speaker' | 'role' | 'organization' | 'source' | 'consentOrganizationId'>,
    change: { readonly by: string; readonly at: number },
  ): Promise<void> {
    await trx
      .updateTable('statement')
      .set({
        ...fields,
        revision: sql<number>`revision + 1`,
        decidedBy: change.by,
        decidedAt: new Date(change.at),
      })
      .where('id', '=', id)
      .execute();
  }

  /** Sets its ends; `anchors` are where these stand in later versions, and no other version has them. */
  async moveEnds(
    trx: LedgerTransaction,
    id: string,
    spans: readonly Span[],
    anchors: readonly Pick<Anchor, 'releaseId' | 'spans'>[],
  ): Promise<void> {
    await trx
      .updateTable('statement')
      .set({ spans: JSON.stringify(spans) })
      .where('id', '=', id)
      .execute();
    await sql`
      delete from statement_anchor
      where statement_id = ${id} and release_id <> all(${anchors.map(({ releaseId }) => releaseId)}::uuid[])`.execute(
      trx,
    );
    await sql`
      update statement_anchor a set spans = m.spans
      from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as m("releaseId" uuid, spans jsonb)
      where a.statement_id = ${id} and a.release_id = m."releaseId"`.execute(trx);
  }

  /** Where it stands in versions after the one that it was found in. */
  async anchors(trx: LedgerTransaction, id: string): Promise<readonly Anchor[]> {
    return trx
      .selectFrom('statementAnchor')
      .innerJoin('release', 'release.id', 'statementAnchor.releaseId')
      .select(['statementAnchor.releaseId', 'statementAnchor.spans', 'release.text'])
      .where('statementId', '=', id)
      .orderBy('release.version')
      .execute();
  }

  async anchor(
    trx: LedgerTransaction,
    releaseId: string,
    anchors: readonly {
      readonly id: string;
      readonly spans: readonly Span[];
      readonly figures: readonly Span[];
    }[],
  ): Promise<void> {
    if (anchors.length === 0) return;
    await sql`
      insert into statement_anchor (statement_id, release_id, spans, figures)
      select id, ${releaseId}, spans, figures
      from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as a(id uuid, spans jsonb, figures jsonb)`.execute(
      trx,
    );
  }
}

function standing(db: LedgerReader, releaseId: string) {
  return db
    .selectFrom('statement')
    .leftJoin('statementAnchor', (join) =>
      join
        .onRef('statementAnchor.statementId', '=', 'statement.id')
        .on('statementAnchor.releaseId', '=', releaseId),
    )
    .selectAll('statement')
    .select([
      sql<Span[]>`coalesce(statement_anchor.spans, statement.spans)`.as('spansHere'),
      sql<Span[]>`coalesce(statement_anchor.figures, statement.figures)`.as('figuresHere'),
    ])
    .where((where) =>
      where.or([
        where('statement.releaseId', '=', releaseId),
        where('statementAnchor.releaseId', 'is not', null),
      ]),
    );
}

function inTextOrder(rows: StandingStatement[]): StandingStatement[] {
  const start = ({ spansHere }: StandingStatement): number => spansHere[0]?.start ?? 0;
  return rows.toSorted((one, other) => start(one) - start(other) || one.position - other.position);
}
