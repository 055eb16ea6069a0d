import type { Generated } from 'kysely';
import type { At, NullableAt } from './instant-columns.js';

/** A calendar at a secret address, of an organization or of a campaign. */
export interface CalendarFeedTable {
  id: Generated<string>;
  organizationId: string | null;
  campaignId: string | null;
  /** SHA-256 of the secret in the address, in hex; the secret itself is nowhere. */
  keySha256: string;
  madeBy: string;
  madeAt: At;
  revokedBy: string | null;
  revokedAt: NullableAt;
}
