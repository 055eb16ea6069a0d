import type { Generated } from 'kysely';
import type { PostStatus } from '../../domain/post/status.js';
import type { At, NullableAt } from './instant-columns.js';

export interface RehearsalTable {
  id: Generated<string>;
  campaignId: string;
  /** The campaign that is run instead of it. */
  copyId: string;
  seconds: number;
  planFrom: At;
  planUntil: At;
  runsFrom: At;
  runsUntil: At;
  startedBy: string;
  startedAt: At;
  stoppedBy: string | null;
  stoppedAt: NullableAt;
}

export interface AccountTwinTable {
  accountId: string;
  rehearsalId: string;
  ofAccountId: string;
}

export interface RehearsedPostTable {
  postId: string;
  rehearsalId: string;
  ofPostId: string;
  /** Of the post that it stands for, when the rehearsal began. */
  statusBefore: PostStatus;
  /** In the plan's own time. */
  plannedAt: At;
}
