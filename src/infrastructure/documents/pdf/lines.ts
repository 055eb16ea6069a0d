import type { PdfLine, PdfPage } from './line.js';

/** A run of letters as pdf.js gives it; `transform` is the matrix from the run’s space to the page’s. */
export interface TextRun {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly transform: readonly number[];
}

interface Placed extends PdfLine {
  readonly isLeftward: boolean;
}

/** Angles are told apart by so much. */
const STEP_DEGREES = 5;
/** In shares of the height of the letters: what is a space, what are two columns, what is raised or lowered. */
const SPACE = 0.2;
const COLUMN_GAP = 3;
const RAISED = 0.5;

/** The lines of a page, made of its runs of letters. */
export function linesOfPage(number: number, given: readonly TextRun[]): PdfPage {
  const runs = given.filter(({ str }) => str !== '');
  const upright = commonAngle(runs);
  const lines: PdfLine[] = [];
  for (const run of runs.filter((one) => angleOf(one) === upright)) {
    const placed = place(run, upright);
    const line = lines.at(-1);
    if (line !== undefined && isOnLine(line, placed)) lines[lines.length - 1] = joined(line, placed);
    else if (placed.text.trim() !== '') lines.push(placed);
  }
  const askew = runs.filter((run) => angleOf(run) !== upright).map(({ str }) => str.trim());
  return {
    number,
    lines: lines.map((line) => ({ ...line, text: line.text.trim() })),
    askew: askew.filter((words) => words !== ''),
  };
}

/** The angle at which most letters of a page stand; pages are also written sideways. */
function commonAngle(runs: readonly TextRun[]): number {
  const letters = new Map<number, number>();
  for (const run of runs) {
    const angle = angleOf(run);
    letters.set(angle, (letters.get(angle) ?? 0) + run.str.trim().length);
  }
  const [most] = [...letters].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

function angleOf({ transform: [a = 1, b = 0] }: TextRun): number {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return (Math.round(degrees / STEP_DEGREES) * STEP_DEGREES + 360) % 360;
}

/** Where a run would stand if its page were turned so that it is read upright. */
function place({ str, dir, width, transform }: TextRun, degrees: number): Placed {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const left = x * cosine + y * sine;
  return {
    text: str,
    left,
    right: left + width,
    y: y * cosine - x * sine,
    size: Math.hypot(c, d),
    isLeftward: dir === 'rtl',
  };
}

function isOnLine(line: PdfLine, run: Placed): boolean {
  const size = Math.max(line.size, run.size);
  const goesBack = run.left < line.right - size && !run.isLeftward;
  return Math.abs(line.y - run.y) < size * RAISED && !goesBack;
}

/** A line with one more run; the bigger of the two says where its foot is, since the other is raised or lowered. */
function joined(line: PdfLine, run: Placed): PdfLine {
  const bigger = run.size > line.size ? run : line;
  return {
    text: line.text + spaceBetween(line, run) + run.text,
    left: Math.min(line.left, run.left),
    right: Math.max(line.right, run.right),
    y: bigger.y,
    size: bigger.size,
  };
}

function spaceBetween(line: PdfLine, run: Placed): string {
  const gap = (run.left - line.right) / Math.max(line.size, run.size);
  if (gap > COLUMN_GAP) return '  ';
  const isSpaced = /\s$/u.test(line.text) || /^\s/u.test(run.text);
  return gap > SPACE && !isSpaced ? ' ' : '';
}
