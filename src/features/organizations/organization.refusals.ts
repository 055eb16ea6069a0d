import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';

export function noSuchOrganization(id: string): NotFound {
  return new NotFound('organization-not-found', `There is no organization ${id}.`);
}

export function noSuchAccount(id: string): NotFound {
  return new NotFound('account-not-found', `There is no account ${id}.`);
}

export function organizationNameTaken(name: string, standing: string): Conflict {
  const message =
    name === standing
      ? `There is an organization “${name}” already, with other words of its own: change those of that one.`
      : `There is an organization “${standing}” already, which differs in case alone.`;
  return new Conflict('organization-name-taken', message, [{ field: 'name', message }]);
}

export function quotedOwnWords(blank: string): Invalid {
  const message =
    'An organization’s own words hold no quotation mark, since quotations come from releases alone: leave it out.';
  return new Invalid('quotation-mark-in-own-words', `${blank}: ${message}`, [
    { field: `blanks.${blank}`, message },
  ]);
}

export function unknownZone(zone: string): Invalid {
  const message = `There is no time zone “${zone}”: give the IANA name of its zone, such as America/Chicago.`;
  return new Invalid('unknown-zone', message, [{ field: 'zone', message }]);
}

export function unknownNetwork(network: string, known: readonly string[]): Invalid {
  const message = `Accounts on “${network}” cannot be connected here: choose one of ${known.join(', ')}.`;
  return new Invalid('unknown-network', message, [{ field: 'network', message }]);
}

export function serverNeeded(network: string): Invalid {
  const message = `Accounts on ${network} are on many servers: give the address of this one’s.`;
  return new Invalid('server-needed', message, [{ field: 'serverUrl', message }]);
}

export function incompleteAccount(): Invalid {
  const message = 'To connect an existing account give its remoteId and its credentials together.';
  return new Invalid('incomplete-account', message, [{ field: 'credentials', message }]);
}

export function notConnected(sentence: string): Invalid {
  return new Invalid('account-not-connected', sentence, [{ field: 'handle', message: sentence }]);
}

export function accountTaken(handle: string, network: string, owner: string): Conflict {
  const message = `@${handle} on ${network} is an account of ${owner} already: an account belongs to one organization.`;
  return new Conflict('account-taken', message, [{ field: 'handle', message }]);
}

export function accountDiffers(handle: string, network: string): Conflict {
  const message = `@${handle} on ${network} is connected already, with another id or other credentials.`;
  return new Conflict('account-differs', message, [{ field: 'credentials', message }]);
}
