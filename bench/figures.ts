/** What one benchmark found. `target` is the most that is allowed, or null where there is only something to see. */
export interface Figure {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | null;
}

/** The value that `share` of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil(sorted.length * share) - 1);
  const found = sorted[at];
  if (found === undefined) throw new Error('There is nothing to take a percentile of');
  return found;
}

/** One line a figure, with its part of the target: above 1 it misses it. */
export function figureLine({ measure, value, unit, target }: Figure): string {
  const amount = `${rounded(value)} ${unit}`.padStart(12);
  if (target === null) return `${measure.padEnd(MEASURE_WIDTH)}${amount}`;
  const part = value / target;
  const verdict = part <= 1 ? 'kept' : 'MISSED';
  return `${measure.padEnd(MEASURE_WIDTH)}${amount}  target ${`${rounded(target)} ${unit}`.padEnd(11)} ratio ${part.toFixed(3)}  ${verdict}`;
}

const MEASURE_WIDTH = 72;

function rounded(value: number): string {
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : value.toFixed(value !== 0 && Math.abs(value) < 1 ? 3 : 1);
}
