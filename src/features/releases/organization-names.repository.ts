import { Injectable } from '@nestjs/common';
import { Ledger, type LedgerReader } from '../../infrastructure/database/ledger.js';

/** The organizations that are known here, to tell which of them a release names. */
@Injectable()
export class OrganizationNames {
  constructor(private readonly ledger: Ledger) {}

  async all(
    db: LedgerReader = this.ledger,
  ): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return db.selectFrom('organization').select(['id', 'name']).orderBy('id').execute();
  }
}
