import * as z from 'zod';
import { instant } from './instant.js';

/** What a change of the plan does to one post. */
export const planMove = z.object({
  id: z.uuid(),
  account: z.string(),
  network: z.string(),
  organization: z.string(),
  wave: z.string(),
  fromAt: instant.nullable(),
  toAt: instant.nullable(),
  effect: z
    .enum([
      'moved',
      'approve-again',
      'missed',
      'waiting',
      'dropped',
      'frozen',
      'no-time',
      'restored',
      'not-restored',
    ])
    .describe(
      'moved: it keeps its approval, or had none; approve-again: it had one; waiting: no date is known; dropped: its wave does not take place, and it is cancelled; frozen: it leaves soon and stays as it is; no-time: quiet hours or a blackout date leave it none; restored: an undo put it back as it was; not-restored: it was changed since the move that is undone, or is cancelled',
    ),
  reason: z.string().nullable(),
});
export type PlanMove = z.infer<typeof planMove>;

/** What a change of the plan did, or would do, to the posts that had not been sent. */
export const planEffect = z.object({
  moved: z.number().int().describe('Posts with a new time'),
  lostApproval: z.number().int().describe('Of these, posts that must be approved again for it'),
  missed: z.number().int().describe('Posts whose new time has passed'),
  waiting: z.number().int().describe('Posts that wait for a date'),
  dropped: z.number().int().describe('Posts that are cancelled, since their wave does not take place'),
  noTime: z.number().int().describe('Posts whose new time is in quiet hours or on a blackout date'),
  frozen: z.number().int().describe('Posts that leave soon, and so stay as they are'),
  restored: z.number().int().describe('Posts that an undo put back as they were'),
  notRestored: z.number().int().describe('Posts that an undo could not put back; they follow their wave'),
  inFlight: z.number().int().describe('Posts that were being sent and could not be moved'),
  posts: z
    .array(planMove)
    .describe('The first 200 of them: those that need somebody first, then by their new time'),
});
export type PlanEffect = z.infer<typeof planEffect>;
