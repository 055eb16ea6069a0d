import * as z from 'zod';
import { instant } from './instant.js';
import { affectedPost } from './releases.js';
import { oneLine, person, severalLines } from './text.js';

const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) });

/** A cut leaves out ranges of one span of a quotation; the speaker's organization agrees to each. */
export const cutCreation = z.strictObject({
  removed: z
    .array(span)
    .min(1)
    .max(20)
    .describe(
      'What is left out: UTF-16 code units into the text of the version in the statement’s releaseId',
    ),
  by: person,
});
export type CutCreation = z.output<typeof cutCreation>;

export const consent = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  givenBy: z.string(),
  givenAt: instant,
  note: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  withdrawalReason: z.string().nullable(),
});
export type ConsentAnswer = z.infer<typeof consent>;

/** A statement, or one cut of it, that needs the consent of its speaker's organization. */
export const consentItem = z.object({
  statementId: z.uuid(),
  revision: z.number().int().describe('Of the statement; a consent names the one that was shown'),
  cutId: z.uuid().nullable().describe('Null for the statement as a whole'),
  text: z.string().describe('The words as posts may show them'),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  organizationId: z.uuid().nullable().describe('Who consents; null where nobody is known to'),
  consent: consent.nullable().describe('The one that stands'),
});
export type ConsentItem = z.infer<typeof consentItem>;
export const consentList = z.object({ items: z.array(consentItem) });
export const consentQuery = z.strictObject({ organizationId: z.uuid().optional() });
export type ConsentQuery = z.output<typeof consentQuery>;

/** Consents of one organization to many statements and cuts; each is decided by itself. */
export const consentGiving = z.strictObject({
  items: z
    .array(
      z.strictObject({
        statementId: z.uuid(),
        revision: z.number().int(),
        cutId: z.uuid().nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
  by: person,
  note: severalLines(2_000).nullable().default(null),
});
export type ConsentGiving = z.output<typeof consentGiving>;

export const consentGivingAnswer = z.object({
  given: z.array(z.object({ statementId: z.uuid(), cutId: z.uuid().nullable(), consentId: z.uuid() })),
  refused: z.array(
    z.object({ statementId: z.uuid(), cutId: z.uuid().nullable(), code: z.string(), detail: z.string() }),
  ),
});
export type ConsentGivingAnswer = z.infer<typeof consentGivingAnswer>;

export const consentWithdrawal = z.strictObject({
  organizationId: z.uuid(),
  by: person,
  reason: oneLine(500).nullable().default(null),
});
export type ConsentWithdrawal = z.output<typeof consentWithdrawal>;

export const consentWithdrawalAnswer = z.object({
  consent,
  posts: z.array(affectedPost).describe('Posts that used it'),
});
export type ConsentWithdrawalAnswer = z.infer<typeof consentWithdrawalAnswer>;
