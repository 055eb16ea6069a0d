import * as z from 'zod';

/** What every refused or failed request answers, as `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.string().describe('`urn:chorus:problem:` and the code'),
  title: z.string(),
  status: z.number().int(),
  code: z.string().describe('Stable: programs decide by it'),
  detail: z.string().describe('A sentence for the person who asked'),
  fields: z.array(
    z.object({
      field: z.string().describe('Dotted path into the request'),
      message: z.string(),
    }),
  ),
  requestId: z.string().describe('Also in the header x-request-id, and in the log'),
});
export type Problem = z.infer<typeof problem>;
