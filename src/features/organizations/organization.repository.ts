import { Injectable } from '@nestjs/common';
import { sql, type Selectable } from 'kysely';
import type { PageQuery } from '../../contract/page.js';
import { Ledger, type LedgerReader, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { OrganizationTable } from '../../infrastructure/database/tables.js';

export type OrganizationRow = Selectable<OrganizationTable>;

@Injectable()
export class OrganizationRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new organization, or undefined where the name is taken. */
  async insert(
    name: string,
    blanks: Readonly<Record<string, string>>,
    db: LedgerReader = this.ledger,
  ): Promise<OrganizationRow | undefined> {
    return db
      .insertInto('organization')
      .values({ name, blanks: JSON.stringify(blanks) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async find(id: string): Promise<OrganizationRow | undefined> {
    return this.ledger.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The organization of that name, whatever its case; of two, the one that is written so. */
  async findByName(name: string): Promise<OrganizationRow | undefined> {
    return this.ledger
      .selectFrom('organization')
      .selectAll()
      .where(sql<boolean>`lower(name) = lower(${name})`)
      .orderBy(sql`name = ${name}`, 'desc')
      .executeTakeFirst();
  }

  async update(
    id: string,
    name: string,
    blanks: Readonly<Record<string, string>>,
    db: LedgerReader = this.ledger,
  ): Promise<OrganizationRow> {
    return db
      .updateTable('organization')
      .set({ name, blanks: JSON.stringify(blanks) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** All of them, by name: a coalition has hundreds at most. */
  async all(db: LedgerReader = this.ledger): Promise<OrganizationRow[]> {
    return db.selectFrom('organization').selectAll().orderBy('name').execute();
  }

  /** The same, locked until the transaction ends. */
  async lockAll(trx: LedgerTransaction): Promise<OrganizationRow[]> {
    return trx.selectFrom('organization').selectAll().orderBy('id').forUpdate().execute();
  }

  /** Up to one beyond the limit, the oldest first. */
  async page({ limit, cursor }: PageQuery): Promise<OrganizationRow[]> {
    let query = this.ledger
      .selectFrom('organization')
      .selectAll()
      .orderBy('createdAt')
      .orderBy('id')
      .limit(limit + 1);
    if (cursor !== undefined) {
      query = query.where(
        sql<boolean>`(created_at, id) > (select created_at, id from organization where id = ${cursor})`,
      );
    }
    return query.execute();
  }
}
