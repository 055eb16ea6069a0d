import * as z from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine, person } from './text.js';

/** A release's text, which is frozen as it stands. The same text again answers 200 with the release that stands. */
export const releaseCreation = z.strictObject({
  text: z.string().describe('At most 1,000,000 bytes of UTF-8, without control characters'),
});
export type ReleaseCreation = z.output<typeof releaseCreation>;

const span = z.strictObject({
  start: z.number().int().min(0).describe('UTF-16 code units into the release’s text'),
  end: z.number().int().min(1).describe('The code unit after the last'),
});
const passage = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });

export const statement = z.object({
  id: z.uuid(),
  releaseId: z.uuid(),
  kind: z.enum(['quotation', 'fact']),
  position: z.number().int(),
  spans: z.array(passage).describe('More than one where the quotation is interrupted'),
  figures: z.array(passage),
  before: z.string().describe('A few words before it, in the release'),
  after: z.string(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  organization: z.string().nullable(),
  source: z.string().nullable().describe('Who the release attributes a fact to'),
  rule: z.string().describe('Name of the rule that decided'),
  confidence: z.enum(['high', 'medium', 'low']),
  doubts: z.array(z.string()).describe('Why a person should look at it'),
  status: z.enum(['proposed', 'accepted', 'rejected']),
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
});

export const releaseSummary = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  sha256: z.string(),
  opening: z.string().describe('How it begins'),
  createdAt: instant,
  counts,
});
export type ReleaseSummary = z.infer<typeof releaseSummary>;
export const releasePage = pageOf(releaseSummary);
export const releaseQuery = pageQuery;

export const release = releaseSummary.extend({
  text: z.string(),
  partners: z.array(z.string()).describe('Organizations that the release lists as partners'),
  warnings: z.array(z.string()),
  statements: z.array(statement),
});
export type ReleaseAnswer = z.infer<typeof release>;

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
  source: oneLine(300).nullable().optional(),
  spans: z.array(span).min(1).max(100).optional(),
});
export type StatementUpdate = z.output<typeof statementUpdate>;

export const statementChange = z.object({
  changed: z.boolean(),
  statement,
  lostApproval: z.number().int().describe('Posts that used it as it was, and must be approved again'),
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
});
export type StatementDecisionsAnswer = z.infer<typeof statementDecisionsAnswer>;
