import { organizationCreation, type OrganizationCreation } from '../../../contract/organizations.js';
import { findQuotationMark } from '../../../domain/post/quotation-mark.js';
import { organizationNameTaken, quotedOwnWords } from '../organization.refusals.js';
import type { OrganizationRow } from '../organization.repository.js';
import { type BulkFault, type BulkOutcome, faultOf, readBy } from './bulk-report.js';

/** An organization as a list wants it. */
export interface WantedOrganization {
  /** Which one is meant, so that it can get another name; null where the name says it. */
  readonly id: string | null;
  readonly name: string;
  /** Its own words by blank; null takes the blank from it, and one that is not named stays. */
  readonly blanks: Readonly<Record<string, string | null>>;
}

/** What is to be written for one of them: `id` is null for a new one. */
export interface OrganizationChange extends OrganizationCreation {
  readonly id: string | null;
  readonly outcome: BulkOutcome;
}

type Decision = { readonly change: OrganizationChange } | { readonly faults: readonly BulkFault[] };

/** What the list would make of the organizations that stand. Nothing is changed by looking. */
export function planOrganizations(
  wanted: readonly WantedOrganization[],
  standing: readonly OrganizationRow[],
): { readonly changes: readonly OrganizationChange[]; readonly faults: readonly BulkFault[] } {
  const seen = new Map<string, number>();
  const decisions = wanted.map((one, index): Decision => {
    const decision = decide(one, index, standing);
    if ('faults' in decision) return decision;
    const { id, name } = decision.change;
    for (const key of [`name ${name.toLowerCase()}`, ...(id === null ? [] : [id])]) {
      if (seen.has(key)) return { faults: [{ index, field: 'name', message: TWICE }] };
      seen.set(key, index);
    }
    return decision;
  });
  return {
    changes: decisions.flatMap((decision) => ('change' in decision ? [decision.change] : [])),
    faults: decisions.flatMap((decision) => ('faults' in decision ? decision.faults : [])),
  };
}

const TWICE = 'An earlier row is about this organization: keep one of them.';

function decide(one: WantedOrganization, index: number, standing: readonly OrganizationRow[]): Decision {
  const name = one.name.trim();
  const namesakes = standing.filter((row) => row.name.toLowerCase() === name.toLowerCase());
  const namesake = namesakes.find((row) => row.name === name) ?? namesakes[0];
  const current = one.id === null ? namesake : standing.find(({ id }) => id === one.id);
  if (one.id !== null && current === undefined) {
    const message = `There is no organization ${one.id} here: leave the id empty to add it by its name.`;
    return { faults: [{ index, field: 'id', message }] };
  }
  if (namesake !== undefined && namesake.name !== (one.id === null ? name : namesake.name)) {
    return { faults: [faultOf(index, organizationNameTaken(name, namesake.name))] };
  }
  if (namesake !== undefined && namesake.id !== current?.id) {
    const message = `Another organization is named “${namesake.name}”: give this one a name of its own.`;
    return { faults: [{ index, field: 'name', message }] };
  }
  const blanks = merged(current?.blanks ?? {}, one.blanks);
  const read = readBy(organizationCreation, { name, blanks }, index);
  if ('faults' in read) return read;
  const quoted = Object.entries(read.value.blanks).find(([, words]) => findQuotationMark(words) !== null);
  if (quoted !== undefined) return { faults: [faultOf(index, quotedOwnWords(quoted[0]))] };
  return { change: { ...read.value, id: current?.id ?? null, outcome: outcomeOf(current, read.value) } };
}

function merged(
  standing: Readonly<Record<string, string>>,
  wanted: WantedOrganization['blanks'],
): Record<string, string> {
  const all = Object.entries<string | null>({ ...standing, ...wanted });
  return Object.fromEntries(all.flatMap(([blank, words]) => (words === null ? [] : [[blank, words]])));
}

function outcomeOf(current: OrganizationRow | undefined, wanted: OrganizationCreation): BulkOutcome {
  if (current === undefined) return 'created';
  return current.name === wanted.name && sameBlanks(current.blanks, wanted.blanks) ? 'unchanged' : 'changed';
}

function sameBlanks(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
