import { EDITABLE, type PostStatus } from '../../domain/post/status.js';
import { Conflict, NotFound } from '../../infrastructure/http/index.js';
import type { NamedPost } from './post.repository.js';

/** Nothing made of a release is planned before its embargo ends. Both in epoch milliseconds. */
export function refuseUnderEmbargo(until: number | null, plannedAt: number | null): void {
  if (until === null || plannedAt === null || plannedAt >= until) return;
  const message = `A release that it is made of is under embargo until ${new Date(until).toISOString()}: choose a time from then on.`;
  throw new Conflict('under-embargo', message, [{ field: 'plannedAt', message }]);
}

export function postNotFound(id: string): NotFound {
  return new NotFound('post-not-found', `There is no post ${id}.`);
}

/** Refuses what would change a post that is on its way, uncertain, or ended. */
export function refuseNotEditable(post: NamedPost): void {
  if (EDITABLE.includes(post.status)) return;
  const why: Partial<Record<PostStatus, string>> = {
    publishing: 'It is being sent just now: wait for its outcome.',
    unknown: 'It may be live already: wait until it is reconciled.',
    published: 'It is live.',
    'partly-published': 'Some of its parts are live.',
  };
  throw new Conflict('post-not-editable', why[post.status] ?? `It is ${post.status}, which is final.`);
}

export function awaitsDecision(): Conflict {
  return new Conflict(
    'decision-awaited',
    'It is written for one outcome of the case: it gets its time when two people release that outcome.',
  );
}

export function notFrom(post: NamedPost, to: PostStatus): Conflict {
  return new Conflict('move-not-allowed', `A post that is ${post.status} cannot become ${to}.`);
}

export function changedMeanwhile(post: NamedPost, seen: number): Conflict {
  return new Conflict(
    'post-changed',
    `The post was changed meanwhile (revision ${post.revision}, you edited ${seen}): look at it again.`,
  );
}
