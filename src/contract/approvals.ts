import * as z from 'zod';
import { instant } from './instant.js';
import { oneLine, person } from './text.js';

/** How far an approved post may move, measured from the approved instant. */
const leeway = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('minutes'), minutes: z.number().int().min(0).max(525_600) }),
  z.strictObject({ kind: z.literal('follows-hearing') }),
]);
export type GivenLeeway = z.output<typeof leeway>;

const decided = { by: person, note: oneLine(2_000).nullable().default(null) };
const verdict = {
  decision: z.enum(['approve', 'request-changes', 'decline']),
  leeway: leeway.default({ kind: 'follows-hearing' }),
  ...decided,
};

/** What was shown to whoever decides. */
const shown = {
  fingerprint: z.string().min(1).max(200),
  plannedAt: instant
    .nullable()
    .optional()
    .describe('When it was to go out, as shown: a post that was moved meanwhile is refused'),
};

/** A decision on the very fingerprint that was shown. */
export const approvalDecision = z.strictObject({
  organizationId: z.uuid(),
  ...shown,
  ...verdict,
});
export type ApprovalDecision = z.output<typeof approvalDecision>;

/** The same decision on many posts of one organization; each is decided by itself. */
export const approvalDecisions = z.strictObject({
  posts: z
    .array(z.strictObject({ id: z.uuid(), ...shown }))
    .min(1)
    .max(500),
  ...verdict,
});
export type ApprovalDecisions = z.output<typeof approvalDecisions>;

export const approvalDecisionsAnswer = z.object({
  decided: z.array(z.uuid()),
  refused: z.array(z.object({ id: z.uuid(), code: z.string(), detail: z.string() })),
});
export type ApprovalDecisionsAnswer = z.infer<typeof approvalDecisionsAnswer>;

export const approvalWithdrawal = z.strictObject({ organizationId: z.uuid(), ...decided });
export type ApprovalWithdrawal = z.output<typeof approvalWithdrawal>;

export const approval = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  organizationId: z.uuid(),
  fingerprint: z.string(),
  decision: z.enum(['approved', 'changes-requested', 'declined']),
  instantAt: instant.nullable(),
  leewayMinutes: z.number().int().nullable(),
  followsTiming: z.string().nullable(),
  decidedBy: z.string(),
  note: z.string().nullable(),
  decidedAt: instant,
  withdrawnAt: instant.nullable(),
});
export type ApprovalAnswer = z.infer<typeof approval>;
export const approvalList = z.object({ items: z.array(approval) });
export const withdrawalAnswer = z.object({
  withdrawn: z.boolean(),
  partsLive: z.number().int().describe('Parts that had been published before'),
  onTheWire: z.boolean().describe('One part was claimed before the withdrawal and may still appear'),
});
export type WithdrawalAnswer = z.infer<typeof withdrawalAnswer>;
