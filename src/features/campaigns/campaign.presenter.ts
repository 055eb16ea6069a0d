import type {
  CampaignAnswer,
  HearingAnswer,
  HearingHistoryPage,
  WaveAnswer,
} from '../../contract/campaigns.js';
import { isoInstant } from '../../contract/instant.js';
import { timing } from '../../contract/wave-timing.js';
import {
  courtTimeText,
  type PlanCalendar,
  type PlanEvent,
  plannedInstant,
  type ReportedHearing,
  type WaveFate,
  waveFate,
  waveLabel,
} from '../../domain/campaign/index.js';
import type { CampaignRow } from './campaign.repository.js';
import type { HearingChangeRow } from './hearing.repository.js';
import type { WaveRow } from './wave.repository.js';

export function presentCampaign(row: CampaignRow): CampaignAnswer {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    caseName: row.caseName,
    court: row.court,
    docket: row.docket,
    link: row.link,
    hashtags: row.hashtags,
    seed: row.seed,
    launchAt: isoOrNull(row.launchAt),
    createdAt: isoInstant(row.createdAt),
    hearing: presentHearing(row),
  };
}

export function presentHearing(
  hearing: ReportedHearing & Pick<PlanCalendar, 'outcome'> & { readonly revision: number },
): HearingAnswer {
  return {
    status: hearing.status,
    ...moment(hearing.startsAt, hearing.zone),
    zone: hearing.zone,
    arguedAt: isoOrNull(hearing.arguedAt),
    decidedAt: isoOrNull(hearing.decidedAt),
    outcome: hearing.outcome ?? null,
    revision: hearing.revision,
  };
}

export function presentHearingChange(row: HearingChangeRow): HearingHistoryPage['items'][number] {
  return {
    status: row.status,
    ...moment(row.startsAt, row.zone),
    zone: row.zone,
    occurredAt: isoOrNull(row.occurredAt),
    outcome: row.outcome,
    source: row.source,
    changedBy: row.changedBy,
    changedAt: isoInstant(row.changedAt),
    undo: row.undoes !== null,
  };
}

function moment(startsAt: number | null, zone: string) {
  return {
    startsAt: isoOrNull(startsAt),
    startsAtLocal: startsAt === null ? null : courtTimeText(startsAt, zone),
  };
}

export function presentWave(row: WaveRow, calendar: PlanCalendar): WaveAnswer {
  const fate = waveFate(row, calendar);
  const leavesAt = plannedInstant({ timing: row.timing, fate }, { court: calendar.zone, partner: null });
  return {
    id: row.id,
    campaignId: row.campaignId,
    name: row.name,
    position: row.position,
    timing: timing.parse(row.timing),
    outcome: row.outcome,
    label: waveLabel(row),
    spreadSeconds: row.spreadMs / 1_000,
    together: row.together,
    keptApart: row.together ? KEPT_APART : null,
    graceMinutes: row.graceMs / 60_000,
    freezeMinutes: row.freezeMs / 60_000,
    templates: row.templates,
    leavesAt: isoOrNull(leavesAt),
    leavesAtLocal: leavesAt === null ? null : courtTimeText(leavesAt, calendar.zone),
    waitsFor: waitsFor(fate, row),
  };
}

const KEPT_APART =
  'On X each account leaves in a second of its own all the same: X takes accounts that post in the same second for one.';

const WAITS_FOR: Readonly<Record<PlanEvent, string>> = {
  hearing: 'The wave waits for the hearing’s date.',
  launch: 'The wave waits for the date of the launch.',
  argued: 'The wave waits for the argument to end.',
  decided: 'The wave waits for the decision.',
};

function waitsFor(fate: WaveFate, { outcome }: WaveRow): string | null {
  switch (fate.kind) {
    case 'leaves':
      return null;
    case 'waits':
      return outcome === null
        ? WAITS_FOR[fate.waitsFor]
        : `The wave waits until two people release that the case was decided as ${outcome}.`;
    case 'dropped':
      if (fate.because === 'other-outcome') {
        return `The case was decided as ${fate.outcome}, so the wave does not take place.`;
      }
      return 'The hearing was cancelled, so the wave does not take place: it waits for a new date.';
  }
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
