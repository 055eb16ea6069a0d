import * as z from 'zod';
import { oneLine } from './text.js';

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This must be a time of day on the 24-hour clock, such as 22:00.');

/** When an organization's accounts may post. Posts that stand keep their times until their plan next changes. */
export const organizationHours = z.strictObject({
  zone: oneLine(100)
    .nullable()
    .describe('IANA name of its time zone, such as America/Chicago; null where it goes by the court’s'),
  quiet: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from !== to, 'Quiet hours must leave some time: give two different times.')
    .nullable()
    .describe('Its quiet hours in its zone, such as 22:00 to 07:00; null where it has none'),
});
export type OrganizationHours = z.output<typeof organizationHours>;
