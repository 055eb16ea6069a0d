/** The tables of releases: versions, statements, cuts, consents and phrases. */
import type { Generated, JSONColumnType } from 'kysely';
import type { Span, StatementStatus } from '../../domain/statement/statement.js';
import type { At, GeneratedAt, NullableAt } from './instant-columns.js';

export interface ReleaseTable {
  id: Generated<string>;
  campaignId: string;
  text: string;
  sha256: string;
  partners: string[];
  createdAt: GeneratedAt;
  version: Generated<number>;
  /** The first version; null for the first itself. */
  firstId: string | null;
  /** The version before it. */
  correctsId: string | null;
  embargoUntil: NullableAt;
  addedBy: string | null;
  /** What a correction corrects, in the words of who brought it in. */
  note: string | null;
}

export interface EmbargoChangeTable {
  id: Generated<number>;
  firstId: string;
  until: NullableAt;
  reason: string | null;
  changedBy: string;
  changedAt: At;
}

export interface StatementTable {
  id: Generated<string>;
  releaseId: string;
  kind: 'quotation' | 'fact';
  position: number;
  spans: JSONColumnType<Span[]>;
  figures: JSONColumnType<Span[]>;
  speaker: string | null;
  role: string | null;
  organization: string | null;
  source: string | null;
  rule: string;
  confidence: 'high' | 'medium' | 'low';
  doubts: string[];
  status: StatementStatus;
  revision: Generated<number>;
  decidedBy: string | null;
  decidedAt: NullableAt;
  /** Who consents for the speaker, where a person said so; else the organization that its name names. */
  consentOrganizationId: string | null;
}

/** Where a statement stands in a version of its release that it was not found in. */
export interface StatementAnchorTable {
  statementId: string;
  releaseId: string;
  spans: JSONColumnType<Span[]>;
  figures: JSONColumnType<Span[]>;
}

export interface StatementChangeTable {
  id: Generated<number>;
  statementId: string;
  /** The revision that the change made. */
  revision: number;
  change: 'accepted' | 'rejected' | 'corrected' | 'withdrawn';
  detail: JSONColumnType<Record<string, unknown>>;
  changedBy: string;
  changedAt: At;
}

export interface CutTable {
  id: Generated<string>;
  statementId: string;
  removed: JSONColumnType<Span[]>;
  proposedBy: string;
  proposedAt: At;
  /** When the statement's ends were moved under it. */
  voidedAt: NullableAt;
}

export interface ConsentTable {
  id: Generated<string>;
  statementId: string;
  /** Null for the statement as a whole. */
  cutId: string | null;
  organizationId: string;
  givenBy: string;
  note: string | null;
  givenAt: At;
  withdrawnBy: string | null;
  withdrawnAt: NullableAt;
  withdrawalReason: string | null;
}

/** Words in quotation marks that are nobody's quotation, such as the name of a law. */
export interface PhraseTable {
  id: Generated<string>;
  campaignId: string;
  text: string;
  reason: string;
  markedBy: string;
  markedAt: At;
  withdrawnBy: string | null;
  withdrawnAt: NullableAt;
}
