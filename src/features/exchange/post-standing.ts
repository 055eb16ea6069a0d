import type { PostStatus } from '../../domain/post/status.js';

/** Statuses in which an organization stands by a post’s text. */
export const SETTLED: readonly PostStatus[] = [
  'approved',
  'publishing',
  'published',
  'partly-published',
  'handed-over',
];
