import { Injectable } from '@nestjs/common';
import type { OrganizationCreation } from '../../contract/organizations.js';
import { Conflict, NotFound } from '../../infrastructure/http/index.js';
import { OrganizationRepository, type OrganizationRow } from './organization.repository.js';

@Injectable()
export class OrganizationService {
  constructor(private readonly organizations: OrganizationRepository) {}

  async create({
    name,
    blanks,
  }: OrganizationCreation): Promise<{ readonly created: boolean; readonly organization: OrganizationRow }> {
    const inserted = await this.organizations.insert(name, blanks);
    if (inserted !== undefined) return { created: true, organization: inserted };
    const standing = await this.organizations.findByName(name);
    if (standing === undefined || !sameBlanks(standing.blanks, blanks)) {
      const message = `There is an organization “${name}” already, with other words of its own.`;
      throw new Conflict('organization-name-taken', message, [{ field: 'name', message }]);
    }
    return { created: false, organization: standing };
  }

  async get(id: string): Promise<OrganizationRow> {
    const organization = await this.organizations.find(id);
    if (organization === undefined) throw noSuchOrganization(id);
    return organization;
  }
}

export function noSuchOrganization(id: string): NotFound {
  return new NotFound('organization-not-found', `There is no organization ${id}.`);
}

function sameBlanks(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
