import * as z from 'zod';
import { instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine, person } from './text.js';

export const pauseRequest = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('everything'), reason: oneLine(500), by: person }),
  z.strictObject({
    scope: z.enum(['campaign', 'account']),
    scopeId: z.uuid(),
    reason: oneLine(500),
    by: person,
  }),
]);
export type PauseRequest = z.output<typeof pauseRequest>;

export const pause = z.object({
  id: z.uuid(),
  scope: z.enum(['everything', 'campaign', 'account']),
  scopeId: z.uuid().nullable(),
  reason: z.string(),
  pausedBy: z.string(),
  pausedAt: instant,
  resumedBy: z.string().nullable(),
  resumedAt: instant.nullable(),
});
export type PauseAnswer = z.infer<typeof pause>;
export const pauseList = z.object({ items: z.array(pause) });

export const pausedAnswer = z.object({
  pause,
  onTheWire: z
    .number()
    .int()
    .describe('Posts claimed before; each looks at the stop once more before its call'),
});
export type PausedAnswer = z.infer<typeof pausedAnswer>;

export const resumption = z.strictObject({ by: person });
export type Resumption = z.output<typeof resumption>;
export const resumedAnswer = z.object({
  pause,
  missed: z.number().int().describe('Posts that came due meanwhile and wait for a decision'),
});
export type ResumedAnswer = z.infer<typeof resumedAnswer>;

export const ATTEMPT_STATES = [
  'open',
  'published',
  'rejected',
  'not-sent',
  'deferred',
  'unknown',
  'absent',
  'handed-over',
] as const;

export const attempt = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  part: z.number().int().describe('From 0'),
  state: z.enum(ATTEMPT_STATES),
  claimedBy: z.string(),
  claimedAt: instant,
  sentAt: instant.nullable(),
  finishedAt: instant.nullable(),
  detail: z.string().nullable(),
});
export type AttemptAnswer = z.infer<typeof attempt>;
export const attemptPage = pageOf(attempt);
export const attemptQuery = pageQuery.extend({
  state: z.enum(ATTEMPT_STATES).optional(),
  accountId: z.uuid().optional(),
  campaignId: z.uuid().optional(),
});
export type AttemptQuery = z.output<typeof attemptQuery>;

export const publication = z.object({
  part: z.number().int(),
  remoteId: z.string(),
  url: z.string(),
  publishedAt: instant,
  adopted: z.boolean().describe('Found on the account after its answer was lost'),
});
export const publishingHistory = z.object({
  attempts: z.array(attempt),
  publications: z.array(publication),
});
export type PublishingHistory = z.infer<typeof publishingHistory>;
