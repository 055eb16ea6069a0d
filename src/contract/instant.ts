import * as z from 'zod';

/** An instant in an answer: ISO 8601 in UTC, to the millisecond. */
export const instant = z.iso.datetime();

/** An instant in a request: ISO 8601 with `Z` or an offset. */
export const givenInstant = z.iso.datetime({ offset: true });

/** Epoch milliseconds as an answer writes them. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}
