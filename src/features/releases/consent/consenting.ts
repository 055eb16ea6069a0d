import { Injectable } from '@nestjs/common';
import { matchOrganization } from '../../../domain/organization/index.js';
import type { LedgerReader } from '../../../infrastructure/database/ledger.js';
import { OrganizationNames } from '../organization-names.repository.js';
import type { StatementRow } from '../statement.repository.js';

type Attributed = Pick<StatementRow, 'kind' | 'speaker' | 'organization' | 'consentOrganizationId'>;

/** Which of the organizations known here releases name, and which of them consents for whom. */
export class Consenting {
  private readonly matched = new Map<string, string | null>();

  constructor(private readonly known: readonly { readonly id: string; readonly name: string }[]) {}

  /**
   * The organization that consents to the use of a quotation: the one chosen, else the one that it names. For several
   * speakers it is always to be chosen, since one's organization does not consent for another.
   */
  organizationOf({ kind, speaker, organization, consentOrganizationId }: Attributed): string | null {
    if (kind !== 'quotation') return null;
    if (consentOrganizationId !== null) return consentOrganizationId;
    return organization === null || isJoint(speaker) ? null : this.named(organization);
  }

  /** The known organization of a name as a release writes it, or null. */
  named(name: string): string | null {
    const before = this.matched.get(name);
    if (before !== undefined) return before;
    const id = matchOrganization(name, this.known)?.id ?? null;
    this.matched.set(name, id);
    return id;
  }

  nameOf(id: string): string | undefined {
    return this.known.find((one) => one.id === id)?.name;
  }
}

/** Whether these are several people, as a release names them together: “Ada Finch and Bo Larsen”. */
export function isJoint(speaker: string | null): boolean {
  return speaker !== null && / (?:and|&) /u.test(speaker);
}

@Injectable()
export class ConsentingOrganizations {
  constructor(private readonly organizations: OrganizationNames) {}

  async load(db?: LedgerReader): Promise<Consenting> {
    return new Consenting(await this.organizations.all(db));
  }
}
