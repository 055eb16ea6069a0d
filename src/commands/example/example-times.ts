import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const relative = z.object({ minutesAfterStart: z.number() });
const absolute = z.object({ daysBefore: z.number().int(), time: z.string() });

/** A wave of `examples/campaign.json`; its README explains the fields. */
export const waveSchema = z
  .object({ name: z.string(), spreadSeconds: z.number().int(), templates: z.array(z.string()) })
  .and(z.union([relative, absolute]));
export type ExampleWave = z.output<typeof waveSchema>;

/** The day of the hearing, counted from the start in the court's zone. */
export function hearingDate(
  startAt: number,
  { daysAfterStart, zone }: { readonly daysAfterStart: number; readonly zone: string },
): string {
  return dayIn(startAt, zone).add({ days: daysAfterStart }).toString();
}

/** The wave as the API takes it: soon after the start is so many days before the hearing, to the second. */
export function exampleWave(wave: ExampleWave, startAt: number, hearing: string, zone: string): object {
  const { name, spreadSeconds, templates } = wave;
  if (!('minutesAfterStart' in wave)) {
    return {
      name,
      spreadSeconds,
      templates,
      timing: { kind: 'days', days: 0 - wave.daysBefore, time: wave.time },
    };
  }
  const leaves = Temporal.Instant.fromEpochMilliseconds(Math.round(startAt + wave.minutesAfterStart * 60_000))
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'second' });
  const { days } = leaves.toPlainDate().since(Temporal.PlainDate.from(hearing), { largestUnit: 'days' });
  const time = leaves.toPlainTime().toString({ smallestUnit: 'second' });
  return { name, spreadSeconds, templates, timing: { kind: 'days', days, time } };
}

function dayIn(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(zone).toPlainDate();
}
