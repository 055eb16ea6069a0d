import type { Page } from '../../contract/page.js';

/** A page of rows that were read up to one beyond the limit, so that the last page is known as the last. */
export function pageFrom<Row extends { readonly id: string | number }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? String(last.id) : null,
  };
}
