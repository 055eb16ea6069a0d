/** Where a post stands. Whether a job waits for it is not a status. */
export const POST_STATUSES = [
  'draft',
  'proposed',
  'changes-requested',
  'declined',
  'approved',
  'publishing',
  'published',
  'partly-published',
  'unknown',
  'rejected',
  'missed',
  'handed-over',
  'cancelled',
  'taken-down',
] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

/**
 * Every move a post may make. Nothing else moves a post: the database holds the same pairs in a trigger, made
 * from this table, so a forgotten check cannot revive a cancelled post.
 *
 * `approved → proposed` is an edit, a withdrawal or a move beyond what was approved; `publishing → approved` a
 * send that surely did not arrive; `unknown → approved` and `unknown → partly-published` a reconciliation that
 * found the part surely absent, or a person's decision with the evidence.
 */
export const POST_MOVES: Readonly<Record<PostStatus, readonly PostStatus[]>> = {
  draft: ['proposed', 'cancelled'],
  proposed: ['approved', 'changes-requested', 'declined', 'missed', 'cancelled'],
  'changes-requested': ['proposed', 'declined', 'missed', 'cancelled'],
  declined: ['proposed', 'cancelled'],
  approved: ['publishing', 'proposed', 'missed', 'declined', 'rejected', 'cancelled'],
  publishing: ['published', 'approved', 'partly-published', 'unknown', 'rejected', 'missed', 'handed-over'],
  published: ['taken-down'],
  'partly-published': ['publishing', 'published', 'unknown', 'taken-down'],
  unknown: ['published', 'partly-published', 'approved', 'rejected', 'missed'],
  rejected: ['proposed', 'cancelled'],
  missed: ['proposed', 'cancelled'],
  'handed-over': ['published', 'missed', 'cancelled'],
  cancelled: [],
  'taken-down': [],
};

export function mayMove(from: PostStatus, to: PostStatus): boolean {
  return POST_MOVES[from].includes(to);
}

/** Statuses in which a person may change the text: nothing of it is live, on the wire, or uncertain. */
export const EDITABLE: readonly PostStatus[] = [
  'draft',
  'proposed',
  'changes-requested',
  'declined',
  'approved',
  'rejected',
  'missed',
];

/** Statuses whose planned instant follows the hearing: all that is not sent, ended, or being sent. */
export const UNSENT: readonly PostStatus[] = [
  'draft',
  'proposed',
  'changes-requested',
  'approved',
  'declined',
];

/** Statuses from which a claim may take the next part. */
export const CLAIMABLE: readonly PostStatus[] = ['approved', 'partly-published'];
