import type { Span } from './statement.js';

/** Whether a range lies in another, or is the same. */
export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
