import * as z from 'zod';
import { instant } from './instant.js';
import { planEffect } from './plan-effect.js';
import { oneLine, person } from './text.js';

/** The address of one blackout date of a campaign. */
export const blackoutAddress = z.strictObject({
  id: z.uuid(),
  date: z.iso.date().describe('Day at the court, such as 2026-11-26'),
});
export type BlackoutAddress = z.output<typeof blackoutAddress>;

export const blackoutSetting = z.strictObject({
  reason: oneLine(200).describe('As people read it: a public holiday, a day of mourning'),
  by: person,
});
export type BlackoutSetting = z.output<typeof blackoutSetting>;

/** A day on which the campaign does not post. */
const blackout = z.object({
  date: z.iso.date(),
  reason: z.string(),
  addedBy: z.string(),
  addedAt: instant,
});
export type BlackoutAnswer = z.infer<typeof blackout>;

export const blackoutList = z.object({ items: z.array(blackout) });

export const blackoutChangeAnswer = z.object({
  changed: z.boolean(),
  items: z.array(blackout).describe('All blackout dates of the campaign'),
  effect: planEffect,
});
export type BlackoutChangeAnswer = z.infer<typeof blackoutChangeAnswer>;
