import * as z from 'zod';
import { OUTCOMES } from '../domain/campaign/decision.js';
import { HEARING_STATUSES } from '../domain/campaign/hearing.js';
import { givenInstant, instant } from './instant.js';
import { pageOf, pageQuery } from './page.js';
import { planEffect } from './plan-effect.js';
import { oneLine, person, webAddress } from './text.js';
import { timing } from './wave-timing.js';

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This must be a time of day on the 24-hour clock, such as 09:30.');
const zone = oneLine(100).describe('IANA name of the court’s time zone, such as America/New_York');
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'This must be of the letters a–z, digits and hyphens between them.')
  .max(60);
const hashtags = z.array(oneLine(100)).max(10).describe('With or without #; answered without');

/** The same creation sent again answers 200 with the campaign that stands; a different one of that slug, 409. */
export const campaignCreation = z.strictObject({
  name: oneLine(200),
  slug: slug.optional().describe('Made from the name when absent'),
  caseName: oneLine(300).nullable().default(null),
  court: oneLine(200).nullable().default(null).describe('As a sentence names it: the Supreme Court'),
  docket: oneLine(100).nullable().default(null),
  link: webAddress.nullable().default(null),
  hashtags: hashtags.default([]),
  seed: oneLine(100).optional().describe('Decides which account says what; the slug when absent'),
  zone: zone.default('America/New_York'),
});
export type CampaignCreation = z.output<typeof campaignCreation>;

/** Only the fields given change. The slug stays: it stands in addresses. */
export const campaignUpdate = z
  .strictObject({
    name: oneLine(200),
    caseName: oneLine(300).nullable(),
    court: oneLine(200).nullable(),
    docket: oneLine(100).nullable(),
    link: webAddress.nullable(),
    hashtags,
    seed: oneLine(100),
  })
  .partial();
export type CampaignUpdate = z.output<typeof campaignUpdate>;

export const campaignQuery = pageQuery.extend({ slug: slug.optional() });
export type CampaignQuery = z.output<typeof campaignQuery>;

export const hearing = z.object({
  status: z.enum(HEARING_STATUSES),
  startsAt: instant.nullable(),
  startsAtLocal: z.string().nullable().describe('As the court’s clock shows it, with its offset'),
  zone: z.string(),
  arguedAt: instant.nullable().describe('When the argument ended, as it was reported'),
  decidedAt: instant.nullable().describe('When the decision came, as it was reported'),
  outcome: z.enum(OUTCOMES).nullable().describe('How the court decided, once two people released it'),
  revision: z.number().int().describe('Raised by each change'),
});

export const campaign = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  caseName: z.string().nullable(),
  court: z.string().nullable(),
  docket: z.string().nullable(),
  link: z.string().nullable(),
  hashtags: z.array(z.string()),
  seed: z.string(),
  launchAt: instant.nullable().describe('When the campaign launches; waves may count from it'),
  createdAt: instant,
  hearing,
});
export type CampaignAnswer = z.infer<typeof campaign>;
export const campaignPage = pageOf(campaign);

const reported = {
  source: oneLine(500).describe('Where it was announced: an address, or a few words'),
  changedBy: person,
  revision: z
    .number()
    .int()
    .optional()
    .describe('The revision that the change was made from; refused when it has been changed since'),
};

/** A date for the hearing, its first or a new one; or news of it without a date. */
export const hearingNews = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('set').optional(),
    date: z.iso.date(),
    time: timeOfDay,
    zone,
    ...reported,
  }),
  z.strictObject({
    status: z.enum(['argued', 'decided']),
    at: givenInstant
      .optional()
      .describe('When the argument ended or the decision came; the time of the report when absent'),
    ...reported,
  }),
  z.strictObject({ status: z.enum(['unannounced', 'cancelled']), ...reported }),
]);
export type HearingNewsRequest = z.output<typeof hearingNews>;

/** Takes back the last change of the hearing. */
export const hearingUndo = z.strictObject({
  changedBy: person,
  revision: reported.revision,
});
export type HearingUndo = z.output<typeof hearingUndo>;

/** When the campaign launches; null where that is not known any more. */
export const launchSetting = z.strictObject({
  launchAt: givenInstant.nullable().describe('To the second; null makes the waves that count from it wait'),
});
export type LaunchSetting = z.output<typeof launchSetting>;

const waveFields = {
  name: oneLine(100),
  timing,
  spreadSeconds: z
    .number()
    .int()
    .min(0)
    .max(86_400)
    .describe('The accounts post evenly over this time; one second after the other where it is too short'),
  together: z
    .boolean()
    .describe('The accounts post in the same second, on networks that do not count that as coordinated'),
  graceMinutes: z.number().int().min(1).max(1_440).describe('Later than this, a post is missed and not sent'),
  freezeMinutes: z
    .number()
    .int()
    .min(0)
    .max(10_080)
    .describe('From so long before a post leaves it can only be stopped; 0 is no freeze'),
  templates: z.array(oneLine(100)).max(50),
  outcome: z
    .enum(OUTCOMES)
    .nullable()
    .describe(
      'Of a wave on the decision: it takes place with this outcome alone, once two people release it',
    ),
};

/** The same creation sent again answers 200 with the wave that stands; a different one of that name, 409. */
export const waveCreation = z.strictObject({
  ...waveFields,
  spreadSeconds: waveFields.spreadSeconds.default(0),
  together: waveFields.together.default(false),
  graceMinutes: waveFields.graceMinutes.default(15),
  freezeMinutes: waveFields.freezeMinutes.default(0),
  templates: waveFields.templates.default([]),
  outcome: waveFields.outcome.default(null),
});
export type WaveCreation = z.output<typeof waveCreation>;

/** With `preview=true` the answer tells what would happen, and nothing happens. */
export const previewQuery = z.strictObject({ preview: z.stringbool().default(false) });
export type PreviewQuery = z.output<typeof previewQuery>;

export const waveUpdate = z.strictObject(waveFields).partial();
export type WaveUpdate = z.output<typeof waveUpdate>;

export const wave = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  name: z.string(),
  position: z.number().int(),
  timing,
  outcome: z.enum(OUTCOMES).nullable(),
  label: z.string().describe('Its place relative to its event, in words'),
  spreadSeconds: z.number(),
  together: z.boolean(),
  keptApart: z
    .string()
    .nullable()
    .describe('Where accounts leave in seconds of their own although the wave is together'),
  graceMinutes: z.number(),
  freezeMinutes: z.number(),
  templates: z.array(z.string()),
  leavesAt: instant.nullable().describe('On the partner’s clock, for a partner in the court’s zone'),
  leavesAtLocal: z.string().nullable(),
  waitsFor: z.string().nullable().describe('Why it has no instant yet'),
});
export type WaveAnswer = z.infer<typeof wave>;
export const waveList = z.object({ items: z.array(wave) });
export const waveChangeAnswer = z.object({ wave, effect: planEffect });

export const launchChangeAnswer = z.object({
  changed: z.boolean(),
  campaign,
  waves: z.array(wave),
  effect: planEffect,
});
export type LaunchChangeAnswer = z.infer<typeof launchChangeAnswer>;

export const hearingChangeAnswer = z.object({
  changed: z.boolean(),
  hearing,
  waves: z.array(wave),
  effect: planEffect,
});

export const hearingHistoryQuery = z.strictObject({
  limit: pageQuery.shape.limit,
  cursor: z.coerce.number().int().positive().optional(),
});
export type HearingHistoryQuery = z.output<typeof hearingHistoryQuery>;

export const hearingHistory = pageOf(
  z.object({
    status: z.enum(HEARING_STATUSES),
    startsAt: instant.nullable(),
    startsAtLocal: z.string().nullable(),
    zone: z.string(),
    occurredAt: instant.nullable().describe('When the argument ended or the decision came'),
    outcome: z.enum(OUTCOMES).nullable().describe('How the court decided, where this change released it'),
    source: z.string(),
    changedBy: z.string(),
    changedAt: instant,
    undo: z.boolean().describe('Whether it took back the change before it'),
  }),
);
export type HearingHistoryPage = z.infer<typeof hearingHistory>;
export type HearingAnswer = z.infer<typeof hearing>;
export type HearingChangeAnswer = z.infer<typeof hearingChangeAnswer>;
export type WaveChangeAnswer = z.infer<typeof waveChangeAnswer>;
