import { partText } from '../../../domain/post/segment.js';
import { localTime } from '../local-time.js';
import type { CsvCell, CsvColumns } from '../../../infrastructure/csv/index.js';
import type { PlannedPost } from '../planned-posts.repository.js';

/** What says which post it is, and how it stands; none of it is read back but the first two. */
const ABOUT = [
  'post',
  'fingerprint',
  'organization',
  'account',
  'network',
  'wave',
  'status',
  'planned_local',
  'zone',
  'planned_utc',
] as const;

const PART_COLUMN = /^part_[1-9]\d?$/;

export const POSTS_COLUMNS: CsvColumns = {
  required: ['post', 'fingerprint'],
  optional: ABOUT.slice(2),
  family: PART_COLUMN,
};

export function partColumn(index: number): string {
  return `part_${index + 1}`;
}

/** Which part a column holds, from 0; null where it holds none. */
export function partOf(column: string): number | null {
  return PART_COLUMN.test(column) ? Number(column.slice('part_'.length)) - 1 : null;
}

/** The header with a column for each part of the longest thread. */
export function postsHeader(parts: number): readonly string[] {
  return [...ABOUT, ...Array.from({ length: Math.max(parts, 1) }, (_, index) => partColumn(index))];
}

export function postRow(post: PlannedPost, parts: number): readonly CsvCell[] {
  const { plannedAt, zone } = post;
  const texts = post.parts.map(partText);
  return [
    post.id,
    post.fingerprint,
    post.organization,
    post.account,
    post.network,
    post.wave,
    post.status,
    plannedAt === null ? null : localTime(plannedAt, zone),
    zone,
    plannedAt === null ? null : new Date(plannedAt).toISOString(),
    ...Array.from({ length: Math.max(parts, 1) }, (_, index) => texts[index] ?? null),
  ];
}

/** Stands for a post that is none. */
export const EXAMPLE_POST = '00000000-0000-4000-8000-000000000000';

export const EXAMPLE_ROW: readonly CsvCell[] = [
  EXAMPLE_POST,
  'v1:as-it-was-exported',
  'River Friends (example)',
  'river-friends',
  'sandbox',
  'Two weeks to go',
  'proposed',
  '2027-02-15 10:00:00',
  'America/New_York',
  '2027-02-15T15:00:00.000Z',
  'The words around a quotation are yours to change; the quotation is not.',
];
