import { Injectable } from '@nestjs/common';
import type { OrganizationHours } from '../../contract/hours.js';
import { Ledger } from '../../infrastructure/database/ledger.js';

@Injectable()
export class HoursRepository {
  constructor(private readonly ledger: Ledger) {}

  async find(id: string): Promise<OrganizationHours | undefined> {
    const row = await this.ledger
      .selectFrom('organization')
      .select(['zone', 'quietFrom', 'quietTo'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { zone, quietFrom, quietTo } = row;
    return { zone, quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo } };
  }

  /** The hours as they now are; undefined where there is no such organization. */
  async save(id: string, { zone, quiet }: OrganizationHours): Promise<OrganizationHours | undefined> {
    await this.ledger
      .updateTable('organization')
      .set({ zone, quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null })
      .where('id', '=', id)
      .execute();
    return this.find(id);
  }
}
