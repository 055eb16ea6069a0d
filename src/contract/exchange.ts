import * as z from 'zod';
import { instant } from './instant.js';
import { oneLine, person } from './text.js';

/** A file comes as it is, or within JSON for programs that speak nothing else. */
const asFile = z.enum(['file', 'json']).default('file');

export const fileQuery = z.strictObject({ as: asFile });
export type FileQuery = z.output<typeof fileQuery>;

/** A file within JSON. */
export const fileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  base64: z.base64().describe('Its bytes'),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

/** The same the other way: what a program sends that cannot send the file itself. */
export const fileBody = z.strictObject({ base64: z.base64().describe('The bytes of the file') });

export const csvQuery = fileQuery.extend({
  separator: z
    .enum(['comma', 'semicolon', 'tab'])
    .default('comma')
    .describe('Semicolons where the spreadsheet program writes decimals with a comma'),
});
export type CsvQuery = z.output<typeof csvQuery>;

export const postsCsvQuery = csvQuery.extend({
  organizationId: z.uuid().optional().describe('Its posts only'),
  waveId: z.uuid().optional().describe('This wave only'),
});
export type PostsCsvQuery = z.output<typeof postsCsvQuery>;

export const planQuery = fileQuery.extend({
  organizationId: z.uuid().optional().describe('Its posts only'),
});
export type PlanQuery = z.output<typeof planQuery>;

/** The tools for which an organization’s approved posts come as the file that the tool imports. */
export const POSTING_TOOLS = ['buffer', 'hootsuite'] as const;
export type PostingTool = (typeof POSTING_TOOLS)[number];
export const toolPlanPath = z.object({ id: z.uuid(), tool: z.enum(POSTING_TOOLS) });
export type ToolPlanPath = z.output<typeof toolPlanPath>;

export const toolPlanQuery = fileQuery.extend({
  organizationId: z.uuid(),
  zone: oneLine(100)
    .optional()
    .describe('IANA zone that is set in the tool; the organization’s, or the court’s, when absent'),
});
export type ToolPlanQuery = z.output<typeof toolPlanQuery>;

const toolPost = {
  postId: z.uuid(),
  account: z.string(),
  network: z.string(),
  wave: z.string(),
  plannedAt: instant.nullable(),
};

/** An organization’s approved posts for a tool of its own. Each is in a file, or left out with the reason. */
export const toolPlan = z.object({
  tool: z.enum(POSTING_TOOLS),
  organization: z.string(),
  zone: z.string().describe('Of all times in the files'),
  placed: z.array(
    z.object({
      ...toolPost,
      file: z.string(),
      row: z.number().int().describe('Line of that file’s table, its header included'),
      scheduledAt: instant.describe('The time in the file: the tool takes no other as near'),
    }),
  ),
  leftOut: z.array(z.object({ ...toolPost, reason: z.string() })),
  notApproved: z
    .number()
    .int()
    .describe('Posts of the organization that it has not approved, or that are past'),
  files: z.array(z.object({ name: z.string(), text: z.string() })),
});
export type ToolPlanAnswer = z.infer<typeof toolPlan>;

/** With `preview=true` the answer tells what would happen, and nothing happens. */
export const importQuery = z.strictObject({ preview: z.stringbool().default(false) });
export type ImportQuery = z.output<typeof importQuery>;
export const postsImportQuery = importQuery.extend({ by: person });
export type PostsImportQuery = z.output<typeof postsImportQuery>;

/** What became of a file, row by row. A file with a fault in any row answers 422 with all of them, and does nothing. */
export const importAnswer = z.object({
  preview: z.boolean().describe('Nothing was done: this is what would be'),
  summary: z.string().describe('A sentence on the whole'),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  rows: z.array(
    z.object({
      line: z.number().int().describe('Line of the file where the row begins; the header’s is 1'),
      name: z.string(),
      outcome: z.enum(['created', 'changed', 'unchanged']),
      note: z.string().nullable().describe('What else it does, such as losing an approval'),
    }),
  ),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

/** Makes a calendar at a secret address; one that was made for the same before stops at its old address. */
export const feedCreation = z
  .strictObject({ organizationId: z.uuid().optional(), campaignId: z.uuid().optional(), by: person })
  .refine(
    ({ organizationId, campaignId }) => (organizationId === undefined) !== (campaignId === undefined),
    'Give organizationId or campaignId, and not both.',
  );
export type FeedCreation = z.output<typeof feedCreation>;

export const feed = z.object({
  id: z.uuid(),
  organizationId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  name: z.string().describe('Of the organization or the campaign'),
  madeBy: z.string(),
  madeAt: instant,
  revokedBy: z.string().nullable(),
  revokedAt: instant.nullable(),
});
export type FeedAnswer = z.infer<typeof feed>;
export const feedList = z.object({ items: z.array(feed) });

export const madeFeed = z.object({
  feed,
  address: z.string().describe('Shown this once: whoever knows it reads the calendar'),
  replaced: z.boolean().describe('There was one, whose address works no more'),
});
export type MadeFeed = z.infer<typeof madeFeed>;

export const feedRevocation = z.strictObject({ by: person });
export type FeedRevocation = z.output<typeof feedRevocation>;
