import type { Generated, JSONColumnType } from 'kysely';
import type { HearingStatus, WaveOffset } from '../../domain/campaign/index.js';
import type { At, GeneratedAt, NullableAt } from './instant-columns.js';

export interface CampaignTable {
  id: Generated<string>;
  slug: string;
  name: string;
  caseName: string | null;
  court: string | null;
  docket: string | null;
  link: string | null;
  hashtags: string[];
  seed: string;
  /** Changed only while the campaign's hearing is locked: the plan hangs on it. */
  launchAt: NullableAt;
  createdAt: GeneratedAt;
}

export interface HearingTable {
  campaignId: string;
  status: HearingStatus;
  startsAt: NullableAt;
  zone: string;
  revision: Generated<number>;
  arguedAt: NullableAt;
  decidedAt: NullableAt;
}

export interface HearingChangeTable {
  id: Generated<number>;
  campaignId: string;
  status: HearingStatus;
  startsAt: NullableAt;
  zone: string;
  /** When the argument ended or the decision came. */
  occurredAt: NullableAt;
  source: string;
  changedBy: string;
  changedAt: At;
  /** What the hearing was before; null where that was not kept. */
  wasStatus: HearingStatus | null;
  wasStartsAt: NullableAt;
  wasZone: string | null;
  wasArguedAt: NullableAt;
  wasDecidedAt: NullableAt;
  /** The change that this one took back. */
  undoes: number | null;
}

export interface WaveTable {
  id: Generated<string>;
  campaignId: string;
  name: string;
  position: number;
  timing: JSONColumnType<WaveOffset>;
  spreadMs: number;
  together: Generated<boolean>;
  graceMs: number;
  freezeMs: Generated<number>;
  templates: string[];
}

export interface BlackoutTable {
  campaignId: string;
  /** A calendar day at the court, such as 2026-11-26. */
  date: string;
  reason: string;
  addedBy: string;
  addedAt: At;
}
