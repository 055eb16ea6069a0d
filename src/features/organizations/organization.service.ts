import { Injectable } from '@nestjs/common';
import type { OrganizationCreation, OrganizationUpdate } from '../../contract/organizations.js';
import { findQuotationMark } from '../../domain/post/quotation-mark.js';
import { noSuchOrganization, organizationNameTaken, quotedOwnWords } from './organization.refusals.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';

type Blanks = Readonly<Record<string, string>>;

@Injectable()
export class OrganizationService {
  constructor(private readonly organizations: OrganizationRepository) {}

  /** Creates it; the same creation again finds what it made. The name is what makes it the same. */
  async create({
    name,
    blanks,
  }: OrganizationCreation): Promise<{ readonly created: boolean; readonly organization: OrganizationRow }> {
    refuseQuotations(blanks);
    const namesake = await this.organizations.findByName(name);
    const inserted = namesake === undefined ? await this.organizations.insert(name, blanks) : undefined;
    if (inserted !== undefined) return { created: true, organization: inserted };
    const standing = namesake ?? (await this.organizations.findByName(name));
    if (standing === undefined) throw new Error(`The organization ${name} is neither new nor there`);
    if (standing.name !== name || !sameBlanks(standing.blanks, blanks)) {
      throw organizationNameTaken(name, standing.name);
    }
    return { created: false, organization: standing };
  }

  async get(id: string): Promise<OrganizationRow> {
    const organization = await this.organizations.find(id);
    if (organization === undefined) throw noSuchOrganization(id);
    return organization;
  }

  async update(id: string, { name, blanks }: OrganizationUpdate): Promise<OrganizationRow> {
    const current = await this.get(id);
    refuseQuotations(blanks ?? {});
    if (name !== undefined) {
      const namesake = await this.organizations.findByName(name);
      if (namesake !== undefined && namesake.id !== id) throw organizationNameTaken(name, namesake.name);
    }
    return this.organizations.update(id, name ?? current.name, blanks ?? current.blanks);
  }
}

/** Its own words become frame text of posts, where a quotation mark would be refused: better at once. */
function refuseQuotations(blanks: Blanks): void {
  for (const [blank, words] of Object.entries(blanks)) {
    if (findQuotationMark(words) !== null) throw quotedOwnWords(blank);
  }
}

function sameBlanks(one: Blanks, other: Blanks): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
