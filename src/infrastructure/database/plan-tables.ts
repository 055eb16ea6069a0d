import type { Generated, JSONColumnType } from 'kysely';
import type { HearingStatus, Outcome, WaveOffset } from '../../domain/campaign/index.js';
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
  /** How the court decided, once two people released it. */
  outcome: Outcome | null;
}

export interface HearingChangeTable {
  id: Generated<number>;
  campaignId: string;
  status: HearingStatus;
  startsAt: NullableAt;
  zone: string;
  /** When the argument ended or the decision came. */
  occurredAt: NullableAt;
  /** How the court decided, where this change released it. */
  outcome: Outcome | null;
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
  /** The outcome that it is written for. */
  outcome: Outcome | null;
}

export interface BlackoutTable {
  campaignId: string;
  /** A calendar day at the court, such as 2026-11-26. */
  date: string;
  reason: string;
  addedBy: string;
  addedAt: At;
}

/** How the court decided, as one person proposes it and another confirms it. */
export interface DecisionTable {
  id: Generated<string>;
  campaignId: string;
  outcome: Outcome;
  source: string;
  /** When it came; when it is confirmed where null. */
  occurredAt: NullableAt;
  proposedBy: string;
  proposedAt: At;
  withdrawnBy: string | null;
  withdrawnAt: NullableAt;
  confirmedBy: string | null;
  confirmedAt: NullableAt;
}
