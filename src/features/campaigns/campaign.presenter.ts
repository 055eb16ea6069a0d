import type {
  CampaignAnswer,
  HearingAnswer,
  HearingHistoryPage,
  WaveAnswer,
} from '../../contract/campaigns.js';
import { isoInstant } from '../../contract/instant.js';
import { courtTimeText, type Hearing, offsetLabel, plannedInstant } from '../../domain/campaign/index.js';
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
    createdAt: isoInstant(row.createdAt),
    hearing: presentHearing(row),
  };
}

export function presentHearing(hearing: Hearing & { readonly revision: number }): HearingAnswer {
  return {
    status: hearing.status,
    ...moment(hearing.startsAt, hearing.zone),
    zone: hearing.zone,
    revision: hearing.revision,
  };
}

export function presentHearingChange(row: HearingChangeRow): HearingHistoryPage['items'][number] {
  return {
    status: row.status,
    ...moment(row.startsAt, row.zone),
    zone: row.zone,
    source: row.source,
    changedBy: row.changedBy,
    changedAt: isoInstant(row.changedAt),
  };
}

function moment(startsAt: number | null, zone: string) {
  return {
    startsAt: startsAt === null ? null : isoInstant(startsAt),
    startsAtLocal: startsAt === null ? null : courtTimeText(startsAt, zone),
  };
}

export function presentWave(row: WaveRow, hearing: Hearing): WaveAnswer {
  const leavesAt = plannedInstant(row.timing, hearing);
  return {
    id: row.id,
    campaignId: row.campaignId,
    name: row.name,
    position: row.position,
    timing: row.timing,
    label: offsetLabel(row.timing),
    spreadSeconds: row.spreadMs / 1_000,
    graceMinutes: row.graceMs / 60_000,
    templates: row.templates,
    leavesAt: leavesAt === null ? null : isoInstant(leavesAt),
    leavesAtLocal: leavesAt === null ? null : courtTimeText(leavesAt, hearing.zone),
    waitsFor: leavesAt === null ? waitsFor(hearing) : null,
  };
}

function waitsFor(hearing: Hearing): string {
  return hearing.status === 'cancelled'
    ? 'The hearing was cancelled: the wave waits for a new date.'
    : 'The wave waits for the hearing’s date.';
}
