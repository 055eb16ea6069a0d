import * as z from 'zod';
import { PLAN_EVENTS } from '../domain/campaign/event.js';
import { WAVE_CLOCKS } from '../domain/campaign/wave.js';

const event = z
  .enum(PLAN_EVENTS)
  .default('hearing')
  .describe(
    'What it counts from: the hearing, the campaign’s launch, the end of the argument (argued), the decision (decided)',
  );

/** When a wave leaves, relative to its event. */
export const timing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days'),
    event,
    days: z
      .number()
      .int()
      .min(-1_000)
      .max(1_000)
      .describe('Calendar days in the court’s zone from the event’s date there; negative is before'),
    time: z
      .string()
      .regex(
        /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
        'This must be a time of day on the 24-hour clock, such as 09:30 or 09:30:15.',
      ),
    clock: z
      .enum(WAVE_CLOCKS)
      .default('court')
      .describe(
        'Whose clock shows the time: the court’s, or that of each partner’s own zone (the court’s where it has none)',
      ),
  }),
  z.strictObject({
    kind: z.literal('minutes'),
    event,
    minutes: z.number().int().min(-1_440_000).max(1_440_000).describe('Elapsed time; negative is before'),
  }),
]);
