import * as z from 'zod';
import { MOST_PARTS } from '../domain/post/segment.js';
import { POST_STATUSES } from '../domain/post/status.js';
import { givenInstant, instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { oneLine, person } from './text.js';

const span = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) });
const sourced = { statementId: z.uuid(), span, text: z.string().min(1).max(5_000) };

export const segment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().max(5_000) }),
  z.strictObject({
    kind: z.literal('quotation'),
    ...sourced,
    removed: z
      .array(span)
      .min(1)
      .max(20)
      .readonly()
      .optional()
      .describe('What an agreed cut leaves out of the span'),
  }),
  z.strictObject({ kind: z.literal('figure'), ...sourced }),
  z.strictObject({ kind: z.literal('link'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
]);

/** Pictures come with their own feature; until then a part has none. */
const parts = z
  .array(z.strictObject({ segments: z.array(segment).min(1).max(100), pictures: z.array(z.never()).max(0) }))
  .min(1)
  .max(MOST_PARTS);

export const post = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  waveId: z.uuid(),
  wave: z.string(),
  accountId: z.uuid(),
  account: z.string().describe('Handle on its network'),
  network: z.string(),
  organizationId: z.uuid(),
  organization: z.string(),
  status: z.enum(POST_STATUSES),
  revision: z.number().int(),
  fingerprint: z.string().describe('What an approval is given to'),
  parts: z.array(z.object({ segments: z.array(segment), text: z.string().describe('As readers see it') })),
  template: z.string().nullable().describe('Null once its words are a person’s'),
  plannedAt: instant.nullable(),
  dueAt: instant.nullable().describe('When its next part is to be sent'),
  timing: z.string(),
  pinned: z.boolean(),
  reason: z.string().nullable().describe('Why it stands where it stands'),
});
export type PostAnswer = z.infer<typeof post>;
export const postPage = pageOf(post);

export const postQuery = pageQuery.extend({
  campaignId: z.uuid().optional(),
  waveId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  organizationId: z.uuid().optional(),
  status: z.enum(POST_STATUSES).optional(),
});
export type PostQuery = z.output<typeof postQuery>;

/** Makes one post per account and wave; posts that stand are left as they are. */
export const generation = z.strictObject({
  waveIds: z.array(z.uuid()).max(500).optional().describe('These waves only'),
  accountIds: z.array(z.uuid()).max(500).optional().describe('These accounts only'),
});
export type Generation = z.output<typeof generation>;

export const generationAnswer = z.object({
  made: z.number().int(),
  kept: z.number().int().describe('Cells of accounts × waves that had a post already'),
  empty: z.array(z.object({ accountId: z.uuid(), waveId: z.uuid(), needs: z.string() })),
});
export type GenerationAnswer = z.infer<typeof generationAnswer>;

export const postEdit = z.strictObject({
  parts,
  revision: z.number().int().describe('The revision that was edited; refused when it changed since'),
  by: person,
});
export type PostEdit = z.output<typeof postEdit>;

export const postCancellation = z.strictObject({ reason: oneLine(500), by: person });
export type PostCancellation = z.output<typeof postCancellation>;

export const postRescheduling = z.strictObject({ plannedAt: givenInstant, by: person });
export type PostRescheduling = z.output<typeof postRescheduling>;

export const campaignOverview = z.object({
  waves: z.array(
    z.object({
      waveId: z.uuid(),
      name: z.string(),
      firstAt: instant.nullable(),
      lastAt: instant.nullable(),
      posts: z.record(z.string(), z.number().int()).describe('How many posts stand in each status'),
    }),
  ),
});
export type CampaignOverview = z.infer<typeof campaignOverview>;
