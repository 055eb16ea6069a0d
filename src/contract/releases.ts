import * as z from 'zod';
import { givenInstant, instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine, person, severalLines } from './text.js';

const text = z.string().describe('At most 1,000,000 bytes of UTF-8, without control characters');
const embargoUntil = givenInstant.nullable().describe('Nothing made of it leaves before; null lifts it');

/** A release's text, which is frozen as it stands. The same text again answers 200 with the release that stands. */
export const releaseCreation = z.strictObject({ text });
export type ReleaseCreation = z.output<typeof releaseCreation>;

const span = z.strictObject({
  start: z.number().int().min(0).describe('UTF-16 code units into the release’s text'),
  end: z.number().int().min(1).describe('The code unit after the last'),
});
const passage = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });

export const statement = z.object({
  id: z.uuid(),
  releaseId: z
    .uuid()
    .describe('The version whose text it was found in; its words are the same in each it stands in'),
  kind: z.enum(['quotation', 'fact']),
  position: z.number().int(),
  spans: z
    .array(passage)
    .describe('Of the version in releaseId. More than one where the quotation is interrupted'),
  standsAt: z.array(span).describe('The same words in the version that was asked for'),
  figures: z.array(passage),
  before: z.string().describe('A few words before it, in the release'),
  after: z.string(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  consentOrganizationId: z
    .uuid()
    .nullable()
    .describe(
      'The organization that consents for the speaker: the one chosen, else the one that its name names',
    ),
  source: z.string().nullable().describe('Who the release attributes a fact to'),
  rule: z.string().describe('Name of the rule that decided'),
  confidence: z.enum(['high', 'medium', 'low']),
  doubts: z.array(z.string()).describe('Why a person should look at it'),
  status: z
    .enum(['proposed', 'accepted', 'rejected', 'withdrawn'])
    .describe('Withdrawn: a corrected release no longer says it'),
  revision: z.number().int().describe('Raised by each change'),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type StatementAnswer = z.infer<typeof statement>;

const counts = z.object({
  quotations: z.number().int(),
  facts: z.number().int(),
  proposed: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  withdrawn: z.number().int(),
});

export const releaseSummary = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  sha256: z.string(),
  opening: z.string().describe('How it begins'),
  createdAt: instant,
  version: z.number().int(),
  correctsId: z.uuid().nullable().describe('The version before it'),
  correctedById: z.uuid().nullable().describe('The version after it; null for the newest'),
  note: z.string().nullable().describe('What it corrects'),
  embargoUntil: instant.nullable(),
  counts,
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;
export const releasePage = pageOf(releaseSummary);
export const releaseQuery = pageQuery;

export const release = releaseSummary.extend({
  text: z.string(),
  partners: z
    .array(z.object({ name: z.string(), organizationId: z.uuid().nullable() }))
    .describe('Organizations that the release lists as partners, and which of those known here each is'),
  warnings: z.array(z.string()),
  statements: z.array(statement),
});
export type ReleaseAnswer = z.infer<typeof release>;

/** A post that uses a statement which changed, and what that did to it. */
export const affectedPost = z.object({
  id: z.uuid(),
  account: z.string(),
  network: z.string(),
  organization: z.string(),
  status: z.string().describe('Before the change'),
  statementIds: z.array(z.uuid()).describe('Those of the changed ones that it uses'),
  effect: z
    .enum(['approval-lost', 'to-be-edited', 'on-the-wire', 'live'])
    .describe(
      'A live one whose words are no longer borne out has a notice: correct it, take it down, or let it stand',
    ),
});
export type AffectedPost = z.infer<typeof affectedPost>;

const decided = {
  decision: z.enum(['accept', 'reject']),
  by: person,
};
const seenRevision = z
  .number()
  .int()
  .optional()
  .describe('The revision that was looked at; refused when it has been changed since');

export const statementDecision = z.strictObject({ ...decided, revision: seenRevision });
export type StatementDecision = z.output<typeof statementDecision>;

/** Only the fields given change. Ends move over characters of the release, and over no quotation mark. */
export const statementUpdate = z.strictObject({
  by: person,
  revision: seenRevision,
  speaker: oneLine(300).nullable().optional(),
  role: oneLine(300).nullable().optional(),
  organization: oneLine(300).nullable().optional(),
  consentOrganizationId: z
    .uuid()
    .nullable()
    .optional()
    .describe('Who consents for the speaker, where its organization’s name does not say so'),
  source: oneLine(300).nullable().optional(),
  spans: z.array(span).min(1).max(100).optional(),
});
export type StatementUpdate = z.output<typeof statementUpdate>;

export const statementChange = z.object({
  changed: z.boolean(),
  statement,
  lostApproval: z.number().int().describe('Posts that used it as it was, and must be approved again'),
  posts: z.array(affectedPost).describe('All posts that use it, and what became of each'),
});
export type StatementChangeAnswer = z.infer<typeof statementChange>;

/** Decides on many at once: on those named, or on all still proposed that are at least so sure. */
export const statementDecisions = z
  .strictObject({
    ...decided,
    ids: z.array(z.uuid()).min(1).max(2_000).optional(),
    leastConfidence: z.enum(['high', 'medium', 'low']).optional(),
  })
  .refine(
    ({ ids, leastConfidence }) => (ids === undefined) !== (leastConfidence === undefined),
    'Say which statements: give either ids or leastConfidence.',
  );
export type StatementDecisions = z.output<typeof statementDecisions>;

export const statementDecisionsAnswer = z.object({
  changed: z.array(z.uuid()),
  unchanged: z.number().int().describe('Those that were decided so before'),
  refused: z.array(z.object({ id: z.uuid(), code: z.string(), detail: z.string() })),
  lostApproval: z.number().int(),
  posts: z.array(affectedPost).describe('All posts that use those that changed'),
});
export type StatementDecisionsAnswer = z.infer<typeof statementDecisionsAnswer>;

/** A corrected release: a new version of it, with its own frozen text. */
export const releaseCorrection = z.strictObject({
  text,
  by: person,
  note: severalLines(2_000).nullable().default(null).describe('What it corrects'),
});
export type ReleaseCorrection = z.output<typeof releaseCorrection>;

export const releaseCorrectionAnswer = z.object({
  created: z.boolean().describe('False where this very text was brought in before: nothing changed now'),
  release,
  standing: z.number().int().describe('Statements whose words and attribution are unchanged'),
  flagged: z.array(
    z.object({
      id: z.uuid(),
      because: z.string(),
      message: z.string(),
      likely: z
        .array(passage)
        .nullable()
        .describe('Words of the new version that may be meant; never taken by themselves'),
    }),
  ),
  posts: z.array(affectedPost),
});
export type ReleaseCorrectionAnswer = z.infer<typeof releaseCorrectionAnswer>;

export const embargo = z.strictObject({
  until: embargoUntil,
  by: person,
  reason: oneLine(500).nullable().default(null),
});
export type Embargo = z.output<typeof embargo>;

export const embargoAnswer = z.object({
  embargoUntil: instant.nullable(),
  posts: z.array(affectedPost).describe('Posts that are planned for a time before it, approved or not'),
});
export type EmbargoAnswer = z.infer<typeof embargoAnswer>;

export const statementHistory = z.object({
  items: z.array(
    z.object({
      revision: z.number().int(),
      change: z.enum(['accepted', 'rejected', 'corrected', 'withdrawn']),
      detail: z
        .record(z.string(), z.unknown())
        .describe('What a correction changed, as from and to; why it was withdrawn'),
      by: z.string(),
      at: instant,
    }),
  ),
});
export type StatementHistory = z.infer<typeof statementHistory>;
