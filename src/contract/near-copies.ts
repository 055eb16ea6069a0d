import * as z from 'zod';
import { POST_STATUSES } from '../domain/post/status.js';
import { NETWORKS } from '../domain/network/network.js';

const side = z.object({
  postId: z.uuid(),
  account: z.string(),
  organization: z.string(),
  wave: z.string(),
  status: z.enum(POST_STATUSES),
  parts: z.array(z.string()).describe('As readers see them'),
  shared: z
    .array(z.object({ part: z.number().int(), start: z.number().int(), end: z.number().int() }))
    .describe('Where the text has words of the other: UTF-16 code units of a part'),
});

/** Two posts on one network that readers, or the network, would take for copies of each other. */
export const nearCopyPair = z.object({
  network: z.enum(NETWORKS),
  verdict: z.enum(['same', 'near']),
  likeness: z.number().describe('From 0.5 (a near copy) to 1; see docs/near-copies.md'),
  blocks: z.boolean().describe('On this network only one of the two can be approved'),
  advice: z.string().describe('What to change'),
  one: side,
  other: side,
});
export type NearCopyPair = z.infer<typeof nearCopyPair>;

export const nearCopyList = z.object({
  items: z.array(nearCopyPair).describe('The most alike first; at most 100'),
  more: z.number().int().describe('How many pairs there are beyond these'),
});
export type NearCopyList = z.infer<typeof nearCopyList>;

export const nearCopyQuery = z.strictObject({ network: z.enum(NETWORKS).optional() });
export type NearCopyQuery = z.output<typeof nearCopyQuery>;
