import type { Hearing } from '../../domain/campaign/index.js';
import { instantInWords } from '../../infrastructure/html/index.js';

/** How the hearing stands, in a sentence with the date in words on the court's clock. */
export function hearingSentence({ status, startsAt, zone }: Hearing): string {
  const at = startsAt === null ? null : instantInWords(startsAt, zone);
  switch (status) {
    case 'unannounced':
      return 'No date is announced for the hearing.';
    case 'cancelled':
      return 'The hearing is cancelled.';
    case 'set':
      return `The hearing is set for ${at ?? 'a date that is not known'}.`;
    case 'moved':
      return `The hearing was moved, and is set for ${at ?? 'a date that is not known'} now.`;
    case 'argued':
      return at === null ? 'The case was argued.' : `The case was argued on ${at}.`;
    case 'decided':
      return at === null ? 'The case is decided.' : `The case is decided; it was argued on ${at}.`;
  }
}
