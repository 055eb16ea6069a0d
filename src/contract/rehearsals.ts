import * as z from 'zod';
import { NETWORKS } from '../domain/network/network.js';
import { POST_STATUSES } from '../domain/post/status.js';
import { instant } from './instant.js';
import { person } from './text.js';

/** Runs the campaign's plan on the sandbox network, from its first post to after the hearing, in so many seconds. */
export const rehearsalStart = z.strictObject({
  seconds: z.number().int().min(10).max(3_600).default(60).describe('How long the whole plan takes'),
  by: person,
});
export type RehearsalStart = z.output<typeof rehearsalStart>;

export const rehearsalStop = z.strictObject({ by: person });
export type RehearsalStop = z.output<typeof rehearsalStop>;

export const rehearsal = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  state: z.enum(['about-to-run', 'running', 'over', 'stopped']),
  seconds: z.number().int(),
  planFrom: instant.describe('The first instant of the plan that is run'),
  planUntil: instant,
  runsFrom: instant.describe('When that is run'),
  runsUntil: instant,
  startedBy: z.string(),
  startedAt: instant,
  stoppedBy: z.string().nullable(),
  stoppedAt: instant.nullable(),
});
export type RehearsalAnswer = z.infer<typeof rehearsal>;
export const rehearsalList = z.object({ items: z.array(rehearsal) });

const rehearsedPost = z.object({
  postId: z.uuid().describe('The post that it stands for'),
  wave: z.string(),
  account: z.string(),
  network: z.string(),
  organization: z.string(),
  statusBefore: z.enum(POST_STATUSES).describe('Of the post that it stands for, when the rehearsal began'),
  plannedAt: instant.describe('In the plan’s own time'),
  cameAt: instant.nullable().describe('When it came, in the plan’s own time; null while it has not'),
  lateMs: z.number().int().nullable().describe('By how much it came late in the rehearsal, in real time'),
  status: z.enum(POST_STATUSES).describe('In the rehearsal'),
  reason: z.string().nullable(),
  parts: z.array(z.string()),
});
export type RehearsedPost = z.infer<typeof rehearsedPost>;

export const rehearsalReport = z.object({
  rehearsal,
  campaign: z.string(),
  zone: z.string(),
  counts: z.object({
    posts: z.number().int(),
    came: z.number().int(),
    waiting: z.number().int(),
    kept: z.number().int().describe('They did not go out; each says why'),
    undated: z.number().int().describe('Posts of the campaign that wait for a date, and were not rehearsed'),
  }),
  latestMs: z.number().int().nullable().describe('How late the latest came in the rehearsal, in real time'),
  gaps: z
    .array(z.object({ fromAt: instant, untilAt: instant }))
    .describe('Four days and more without a post'),
  crowds: z
    .array(z.object({ network: z.string(), at: instant, posts: z.number().int() }))
    .describe('Minutes in which more than ten accounts of a network speak'),
  hastes: z
    .array(z.object({ account: z.string(), network: z.string(), fromAt: instant, untilAt: instant }))
    .describe('Accounts that speak twice within an hour'),
  lengths: z.array(
    z.object({
      network: z.enum(NETWORKS),
      limit: z.number().int(),
      unit: z.string(),
      shortest: z.number().int(),
      median: z.number().int(),
      longest: z.number().int(),
      nearLimit: z.number().int().describe('Parts within a twentieth of the limit'),
    }),
  ),
  repeated: z
    .array(z.object({ words: z.string(), posts: z.number().int() }))
    .describe('Sentences of own words that stand in at least three posts'),
  unapproved: z
    .array(z.object({ organization: z.string(), posts: z.number().int() }))
    .describe('Organizations that have not approved, when the rehearsal began'),
  nearCopies: z
    .number()
    .int()
    .nullable()
    .describe('Pairs of posts on one network that are nearly the same; null until it is over'),
  posts: z.array(rehearsedPost).describe('In the order of the plan'),
});
export type RehearsalReport = z.infer<typeof rehearsalReport>;
