import { Injectable } from '@nestjs/common';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { Cut } from '../../../domain/statement/statement.js';
import {
  Ledger,
  type LedgerReader,
  type LedgerTransaction,
} from '../../../infrastructure/database/ledger.js';
import type { ConsentTable, CutTable } from '../../../infrastructure/database/release-tables.js';
import type { StatementRow } from '../statement.repository.js';

export type ConsentRow = Selectable<ConsentTable>;
export type CutRow = Selectable<CutTable>;

/** Cuts of statements, and what organizations consent to. */
@Injectable()
export class ConsentRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The accepted quotations of a campaign, or one of them, in the order of the campaign's releases. */
  async quotations(
    which: { readonly campaignId: string } | { readonly statementId: string },
  ): Promise<readonly StatementRow[]> {
    const [column, id] =
      'campaignId' in which
        ? (['release.campaignId', which.campaignId] as const)
        : (['statement.id', which.statementId] as const);
    return this.ledger
      .selectFrom('statement')
      .innerJoin('release', 'release.id', 'statement.releaseId')
      .selectAll('statement')
      .where(column, '=', id)
      .where('statement.status', '=', 'accepted')
      .where('statement.kind', '=', 'quotation')
      .orderBy('release.createdAt')
      .orderBy('statement.position')
      .execute();
  }

  async cuts(statementIds: readonly string[], db: LedgerReader = this.ledger): Promise<readonly CutRow[]> {
    if (statementIds.length === 0) return [];
    return db
      .selectFrom('cut')
      .selectAll()
      .where('statementId', 'in', [...statementIds])
      .where('voidedAt', 'is', null)
      .orderBy('proposedAt')
      .orderBy('id')
      .execute();
  }

  /** The cut, the one that stands where the same was proposed before. */
  async insertCut(trx: LedgerTransaction, cut: Insertable<CutTable>, removed: Cut): Promise<CutRow> {
    await trx
      .insertInto('cut')
      .values(cut)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return trx
      .selectFrom('cut')
      .selectAll()
      .where('statementId', '=', cut.statementId)
      .where('voidedAt', 'is', null)
      .where(sql<boolean>`removed = ${JSON.stringify(removed)}::jsonb`)
      .executeTakeFirstOrThrow();
  }

  async standing(
    statementIds: readonly string[],
    db: LedgerReader = this.ledger,
  ): Promise<readonly ConsentRow[]> {
    if (statementIds.length === 0) return [];
    return db
      .selectFrom('consent')
      .selectAll()
      .where('statementId', 'in', [...statementIds])
      .where('withdrawnAt', 'is', null)
      .execute();
  }

  /** A statement whose words nobody changes until the transaction ends. */
  async lockStatement(trx: LedgerTransaction, id: string): Promise<StatementRow | undefined> {
    return trx.selectFrom('statement').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  }

  /** Who consents stays who it is, whatever organizations are added or renamed after the first consent. */
  async pinOrganization(trx: LedgerTransaction, statementId: string, organizationId: string): Promise<void> {
    await trx
      .updateTable('statement')
      .set({ consentOrganizationId: organizationId })
      .where('id', '=', statementId)
      .where('consentOrganizationId', 'is', null)
      .execute();
  }

  async give(trx: LedgerTransaction, consent: Insertable<ConsentTable>): Promise<string> {
    const { id } = await trx.insertInto('consent').values(consent).returning('id').executeTakeFirstOrThrow();
    return id;
  }

  async find(id: string, db: LedgerReader = this.ledger): Promise<ConsentRow | undefined> {
    return db.selectFrom('consent').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async removedBy(cutId: string, trx: LedgerTransaction): Promise<Cut> {
    const { removed } = await trx
      .selectFrom('cut')
      .select('removed')
      .where('id', '=', cutId)
      .executeTakeFirstOrThrow();
    return removed;
  }

  /** Whether it was withdrawn now; false where it stood no more. */
  async withdraw(
    trx: LedgerTransaction,
    id: string,
    withdrawal: { readonly by: string; readonly reason: string | null; readonly at: number },
  ): Promise<boolean> {
    const { numUpdatedRows } = await trx
      .updateTable('consent')
      .set(withdrawn(withdrawal))
      .where('id', '=', id)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Ends what was consented to, since the statement is another now; `moved` ends its cuts too. */
  async void(
    trx: LedgerTransaction,
    statementId: string,
    change: { readonly moved: boolean; readonly by: string; readonly at: number },
  ): Promise<void> {
    const reason = 'the statement was changed';
    await trx
      .updateTable('consent')
      .set(withdrawn({ ...change, reason }))
      .where('statementId', '=', statementId)
      .where('withdrawnAt', 'is', null)
      .execute();
    if (!change.moved) return;
    await trx
      .updateTable('cut')
      .set({ voidedAt: new Date(change.at) })
      .where('statementId', '=', statementId)
      .where('voidedAt', 'is', null)
      .execute();
  }
}

function withdrawn({
  by,
  reason,
  at,
}: {
  readonly by: string;
  readonly reason: string | null;
  readonly at: number;
}) {
  return { withdrawnBy: by, withdrawnAt: new Date(at), withdrawalReason: reason };
}
