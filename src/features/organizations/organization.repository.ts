import { Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import type { PageQuery } from '../../contract/page.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { OrganizationTable } from '../../infrastructure/database/tables.js';

export type OrganizationRow = Selectable<OrganizationTable>;

@Injectable()
export class OrganizationRepository {
  constructor(private readonly ledger: Ledger) {}

  /** The new organization, or undefined where the name is taken. */
  async insert(name: string, blanks: Readonly<Record<string, string>>): Promise<OrganizationRow | undefined> {
    return this.ledger
      .insertInto('organization')
      .values({ name, blanks: JSON.stringify(blanks) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async find(id: string): Promise<OrganizationRow | undefined> {
    return this.ledger.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async findByName(name: string): Promise<OrganizationRow | undefined> {
    return this.ledger.selectFrom('organization').selectAll().where('name', '=', name).executeTakeFirst();
  }

  /** Up to one beyond the limit. */
  async page({ limit, cursor }: PageQuery): Promise<OrganizationRow[]> {
    let query = this.ledger
      .selectFrom('organization')
      .selectAll()
      .orderBy('id')
      .limit(limit + 1);
    if (cursor !== undefined) query = query.where('id', '>', cursor);
    return query.execute();
  }
}
