import * as z from 'zod';

export const health = z.object({
  ok: z.boolean(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })),
});
export type Health = z.infer<typeof health>;
