import { Injectable } from '@nestjs/common';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { Conflict } from '../../../infrastructure/http/index.js';
import { OrganizationRepository, type OrganizationRow } from '../organization.repository.js';
import type { BulkReport } from './bulk-report.js';
import { planOrganizations, type WantedOrganization } from './organization-bulk-plan.js';

/** Many organizations at once: all of a list, or nothing. */
@Injectable()
export class OrganizationBulk {
  constructor(
    private readonly ledger: Ledger,
    private readonly organizations: OrganizationRepository,
  ) {}

  all(): Promise<readonly OrganizationRow[]> {
    return this.organizations.all();
  }

  /** Adds and changes what the list wants; as a preview it only says so. The same list again changes nothing. */
  settle(wanted: readonly WantedOrganization[], preview: boolean): Promise<BulkReport> {
    return this.ledger.transaction().execute(async (trx) => {
      const { changes, faults } = planOrganizations(wanted, await this.organizations.lockAll(trx));
      if (faults.length > 0) return { outcomes: [], faults };
      if (!preview) {
        for (const { id, name, blanks, outcome } of changes) {
          if (outcome === 'unchanged') continue;
          if (id !== null) await this.organizations.update(id, name, blanks, trx);
          else if ((await this.organizations.insert(name, blanks, trx)) === undefined)
            throw addedMeanwhile(name);
        }
      }
      return { outcomes: changes.map(({ outcome }) => outcome), faults };
    });
  }
}

function addedMeanwhile(name: string): Conflict {
  return new Conflict(
    'organization-name-taken',
    `The organization “${name}” was added a moment ago by somebody else: import the list again.`,
  );
}
