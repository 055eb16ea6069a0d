import * as z from 'zod';
import { POST_STATUSES } from '../domain/post/status.js';
import { instant } from './instant.js';
import { oneLine, person, webAddress } from './text.js';

const resolution = z.enum(['corrected', 'taken-down', 'left']);

/** A live post that says what its release no longer says, and what was done about it. */
export const notice = z.object({
  id: z.uuid(),
  postId: z.uuid(),
  statementId: z.uuid(),
  because: z.string(),
  openedAt: instant,
  status: z.enum(POST_STATUSES).describe('Of the post, now'),
  account: z.string(),
  network: z.string(),
  organizationId: z.uuid(),
  organization: z.string(),
  urls: z.array(z.string()).describe('Where its parts are live'),
  resolution: resolution.nullable().describe('Null while nobody has said what was done'),
  resolvedBy: z.string().nullable(),
  resolvedAt: instant.nullable(),
  note: z.string().nullable(),
  correctionUrl: z.string().nullable().describe('Where the correction was published'),
});
export type NoticeAnswer = z.infer<typeof notice>;
export const noticeList = z.object({ items: z.array(notice) });

export const noticeQuery = z.strictObject({ only: z.enum(['open', 'all']).default('open') });
export type NoticeQuery = z.output<typeof noticeQuery>;

/** What was done on the network: a correction published, the post taken down, or left as it is for a reason. */
export const noticeResolution = z
  .strictObject({
    resolution,
    by: person,
    note: oneLine(2_000).nullable().default(null),
    url: webAddress.nullable().default(null).describe('Where the correction was published'),
  })
  .refine(({ resolution: done, url }) => done !== 'corrected' || url !== null, {
    path: ['url'],
    message: 'Give the address of the correction.',
  })
  .refine(({ resolution: done, note }) => done !== 'left' || note !== null, {
    path: ['note'],
    message: 'Say why the post is left as it is.',
  });
export type NoticeResolution = z.output<typeof noticeResolution>;
