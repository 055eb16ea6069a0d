import { type Part, partText } from '../../../domain/post/segment.js';
import type { CsvFault, CsvRow } from '../../../infrastructure/csv/index.js';
import { cellOf } from '../csv-import.js';
import type { PlannedPost } from '../planned-posts.repository.js';
import { unixText } from '../unix-text.js';
import { editFrame } from './frame-edit.js';
import { CHANGED_MEANWHILE, type WantedEdit } from './post-edits.js';
import { EXAMPLE_POST, partColumn, partOf } from './posts-columns.js';

/** A row of a file and the post it is about. */
export interface ReadRow {
  readonly row: CsvRow;
  readonly post: PlannedPost;
  /** Null where the row says what the post says already. */
  readonly edit: WantedEdit | null;
}

type Reading = { readonly edit: WantedEdit | null } | { readonly faults: readonly CsvFault[] };

/** What each row asks for; `posts` are those of the campaign, by id. */
export function readPosts(
  rows: readonly CsvRow[],
  posts: ReadonlyMap<string, PlannedPost>,
): { readonly read: readonly ReadRow[]; readonly faults: readonly CsvFault[] } {
  const read: ReadRow[] = [];
  const faults: CsvFault[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const id = cellOf(row, 'post')?.toLowerCase() ?? '';
    if (id === EXAMPLE_POST) continue;
    const post = posts.get(id);
    const known = post !== undefined && !seen.has(id);
    seen.add(id);
    if (!known) {
      faults.push({ line: row.line, column: 'post', message: post === undefined ? NO_SUCH_POST : TWICE });
      continue;
    }
    const reading = readRow(row, post);
    if ('faults' in reading) faults.push(...reading.faults);
    else read.push({ row, post, edit: reading.edit });
  }
  return { read, faults };
}

const NO_SUCH_POST = 'There is no such post in this campaign: keep the id as it was exported.';
const TWICE = 'An earlier row is about this post: keep one of them.';

function readRow(row: CsvRow, post: PlannedPost): Reading {
  const fault = (column: string, message: string): CsvFault => ({ line: row.line, column, message });
  const extra = [...row.cells].filter(
    ([column, cell]) => (partOf(column) ?? -1) >= post.parts.length && cell.trim() !== '',
  );
  if (extra.length > 0) {
    const parts = post.parts.length === 1 ? 'one part' : `${post.parts.length} parts`;
    return {
      faults: extra.map(([column]) => fault(column, `This post has ${parts}: leave this cell empty.`)),
    };
  }
  if (post.parts.every((part, index) => saysTheSame(part, row.cells.get(partColumn(index))))) {
    return { edit: null };
  }
  // The words are compared with those that the person saw, so nothing is said of them where the post has others now.
  if (cellOf(row, 'fingerprint') !== post.fingerprint) {
    return { faults: [fault('fingerprint', CHANGED_MEANWHILE)] };
  }
  const parts: Part[] = [];
  const faults: CsvFault[] = [];
  for (const [index, part] of post.parts.entries()) {
    const column = partColumn(index);
    const text = row.cells.get(column);
    const edit = text === undefined ? { kind: 'same' as const } : editFrame(part, text);
    if (edit.kind === 'refuse') faults.push(fault(column, edit.message));
    parts.push(edit.kind === 'edited' ? edit.part : part);
  }
  if (faults.length > 0) return { faults };
  return { edit: { id: post.id, fingerprint: post.fingerprint, parts } };
}

/** A column that the file does not have leaves its part as it is. */
function saysTheSame(part: Part, cell: string | undefined): boolean {
  return cell === undefined || cell === unixText(partText(part));
}
