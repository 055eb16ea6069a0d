import * as z from 'zod';
import { POST_STATUSES } from '../domain/post/status.js';
import { instant } from './instant.js';

/** What one account does in a wave, made already or not. */
export const wavePlace = z.object({
  accountId: z.uuid(),
  account: z.string(),
  network: z.string(),
  organization: z.string(),
  plannedAt: instant.nullable().describe('Null while its event has no date'),
  plannedAtLocal: z.string().nullable().describe('As the court’s clock shows it, with its offset'),
  zone: z.string().describe('The partner’s own, or the court’s where it has none'),
  plannedAtPartner: z.string().nullable().describe('As the partner’s clock shows it, with its offset'),
  noTime: z.string().nullable().describe('Why it has no time although its wave has'),
  frozenFrom: instant.nullable().describe('From then on it can only be stopped'),
  postId: z.uuid().nullable().describe('Null where no post was made yet'),
  status: z.enum(POST_STATUSES).nullable(),
  publishedAt: instant.nullable().describe('When its first part was sent'),
  driftMs: z.number().int().nullable().describe('How much later than planned its first part was sent'),
});
export type WavePlace = z.infer<typeof wavePlace>;

export const wavePreview = z.object({
  waveId: z.uuid(),
  name: z.string(),
  label: z.string(),
  zone: z.string().describe('Of the court'),
  leavesAt: instant.nullable(),
  places: z.array(wavePlace).describe('In the order in which they leave'),
  together: z.number().int().describe('Accounts that leave in the same second as another of their network'),
});
export type WavePreviewAnswer = z.infer<typeof wavePreview>;
