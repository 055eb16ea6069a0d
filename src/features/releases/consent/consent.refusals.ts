import { Conflict, Forbidden, Invalid, NotFound } from '../../../infrastructure/http/index.js';
import { isJoint } from './consenting.js';
import type { StatementRow } from '../statement.repository.js';

export function noSuchConsent(id: string): NotFound {
  return new NotFound('consent-not-found', `There is no consent ${id}.`);
}

export function noSuchCut(id: string): NotFound {
  return new NotFound('cut-not-found', `The statement has no cut ${id} that stands.`);
}

export function notAQuotation(): Invalid {
  return new Invalid(
    'not-a-quotation',
    'Facts are the release’s own words: they need no consent and have no cuts.',
  );
}

export function notAccepted({ status }: StatementRow): Conflict {
  return new Conflict(
    'statement-not-accepted',
    `The statement is ${status}: it is to be accepted in the review before its speaker’s organization is asked.`,
  );
}

export function nobodyConsents({ speaker, organization }: StatementRow): Conflict {
  const who = speaker ?? organization ?? 'the speaker';
  if (isJoint(speaker)) {
    return new Conflict(
      'nobody-consents',
      `${who} said this together: ask each one’s organization, and set in the review which one consents for them all.`,
    );
  }
  const named =
    organization === null ? 'The release names no organization' : `${organization} is not known here`;
  return new Conflict(
    'nobody-consents',
    `It is not known which organization consents for ${who}. ${named}: add it, or set who consents in the review.`,
  );
}

export function notItsWords(name: string | undefined): Forbidden {
  return new Forbidden(
    'not-its-words',
    `Only ${name ?? 'the speaker’s own organization'} consents to the use of these words.`,
  );
}
