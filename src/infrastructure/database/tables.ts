/** The ledger's tables as Kysely sees them: one interface a table, camelCase here, snake_case in SQL. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { PostStatus } from '../../domain/post/status.js';
import type { Part } from '../../domain/post/segment.js';
import type { Span } from '../../domain/statement/statement.js';
import type { CalendarFeedTable } from './exchange-tables.js';
import type { At, GeneratedAt, NullableAt } from './instant-columns.js';
import type {
  BlackoutTable,
  CampaignTable,
  DecisionTable,
  HearingChangeTable,
  HearingTable,
  WaveTable,
} from './plan-tables.js';
import type { AccountTwinTable, RehearsalTable, RehearsedPostTable } from './rehearsal-tables.js';
import type {
  ConsentTable,
  CutTable,
  EmbargoChangeTable,
  PhraseTable,
  ReleaseTable,
  StatementAnchorTable,
  StatementChangeTable,
  StatementTable,
} from './release-tables.js';
import type { TemplateTable } from './template-table.js';

export interface CorrectionNoticeTable {
  id: Generated<string>;
  postId: string;
  statementId: string;
  because: string;
  openedAt: At;
  resolution: 'corrected' | 'taken-down' | 'left' | null;
  resolvedBy: string | null;
  resolvedAt: NullableAt;
  note: string | null;
  url: string | null;
}

export interface OrganizationTable {
  id: Generated<string>;
  name: string;
  /** Its own words, by the name of the blank in a template that they fill. */
  blanks: ColumnType<Record<string, string>, string | undefined, string>;
  /** IANA name; null where it goes by the court's. */
  zone: string | null;
  /** Its quiet hours on its own clock, such as 22:00 to 07:00; both or neither. */
  quietFrom: string | null;
  quietTo: string | null;
  createdAt: GeneratedAt;
}

export interface AccountTable {
  id: Generated<string>;
  organizationId: string;
  network: string;
  handle: string;
  remoteId: string;
  serverUrl: string;
  /** Sealed by the vault, bound to the account's id. */
  credentials: string;
  connected: Generated<boolean>;
  optedOut: Generated<boolean>;
  blockedUntil: NullableAt;
  createdAt: GeneratedAt;
}

export interface PostTable {
  id: Generated<string>;
  campaignId: string;
  waveId: string;
  accountId: string;
  status: PostStatus;
  /** Raised by every change of content, instant or approval: a job or claim of an older revision is stale. */
  revision: Generated<number>;
  parts: JSONColumnType<Part[]>;
  fingerprint: string;
  /** The template that filled it; null once its words are a person's. */
  template: string | null;
  dependsOnDate: boolean;
  /** Keeps its instant when the hearing moves: a person chose it. */
  pinned: Generated<boolean>;
  /** Where the plan puts it; null while the hearing has no date. */
  plannedAt: NullableAt;
  /** Its place relative to the hearing, in words: what "follows the hearing" is approved for. */
  timing: string;
  delayMs: number;
  graceMs: number;
  /** How long before its instant nothing but a stop applies. */
  freezeMs: Generated<number>;
  /** When its next part is to be sent; null when nothing is to be sent. */
  dueAt: NullableAt;
  /** When an open or unknown attempt is to be looked for next. */
  reconcileAt: NullableAt;
  /** Part of the job's id: raised to wake a post again although a stale job has its id. */
  wake: Generated<number>;
  queuedAt: NullableAt;
  reason: string | null;
  createdAt: GeneratedAt;
  updatedAt: GeneratedAt;
}

export interface PostStatementTable {
  postId: string;
  statementId: string;
  statementRevision: number;
  /** The cuts of it that the post shows. */
  cuts: JSONColumnType<Span[][]>;
}

export interface ApprovalTable {
  id: Generated<string>;
  postId: string;
  organizationId: string;
  fingerprint: string;
  decision: 'approved' | 'changes-requested' | 'declined';
  instantAt: NullableAt;
  leewayMinutes: number | null;
  followsTiming: string | null;
  decidedBy: string;
  note: string | null;
  decidedAt: At;
  withdrawnAt: NullableAt;
  /** No person gave it: what is rehearsed has no other, and nothing else has one. */
  bySystem: Generated<boolean>;
}

export type AttemptState =
  'open' | 'published' | 'rejected' | 'not-sent' | 'deferred' | 'unknown' | 'absent' | 'handed-over';

export interface AttemptTable {
  id: Generated<string>;
  postId: string;
  part: number;
  /** Idempotency key of the part: the same for every attempt at it. */
  key: string;
  fingerprint: string;
  state: AttemptState;
  claimedBy: string;
  claimedAt: At;
  /** Start of the one call, when it was made. */
  sentAt: NullableAt;
  finishedAt: NullableAt;
  /** Reason or evidence, in one sentence. */
  detail: string | null;
}

export interface PublicationTable {
  postId: string;
  part: number;
  attemptId: string;
  remoteId: string;
  url: string;
  publishedAt: At;
  adopted: boolean;
}

export interface PauseTable {
  id: Generated<string>;
  scope: 'everything' | 'campaign' | 'account';
  scopeId: string | null;
  reason: string;
  pausedBy: string;
  pausedAt: At;
  resumedBy: string | null;
  resumedAt: NullableAt;
}

export interface QueueEpochTable {
  id: Generated<number>;
  epoch: string;
}

export interface Tables {
  campaign: CampaignTable;
  hearing: HearingTable;
  hearingChange: HearingChangeTable;
  wave: WaveTable;
  blackout: BlackoutTable;
  decision: DecisionTable;
  release: ReleaseTable;
  embargoChange: EmbargoChangeTable;
  statement: StatementTable;
  statementAnchor: StatementAnchorTable;
  statementChange: StatementChangeTable;
  cut: CutTable;
  consent: ConsentTable;
  phrase: PhraseTable;
  correctionNotice: CorrectionNoticeTable;
  organization: OrganizationTable;
  account: AccountTable;
  post: PostTable;
  postStatement: PostStatementTable;
  approval: ApprovalTable;
  attempt: AttemptTable;
  publication: PublicationTable;
  pause: PauseTable;
  queueEpoch: QueueEpochTable;
  calendarFeed: CalendarFeedTable;
  rehearsal: RehearsalTable;
  accountTwin: AccountTwinTable;
  rehearsedPost: RehearsedPostTable;
  template: TemplateTable;
}
