import type { Span } from '../../statement/statement.js';
import { readingCost, type ReadingCost } from './costs.js';
import type { Mark } from './glyphs.js';

/** What a mark does in the chosen reading. `reopen`: it opens while the one before was never closed. */
export type Role = 'open' | 'close' | 'open-nested' | 'close-nested' | 'reopen' | 'ignore';
/** What happens to an open quotation at its paragraph's end. */
export type ParagraphEnd = 'closed' | 'carried' | 'unclosed';

export interface Reading {
  /** One role a mark, in order. */
  readonly roles: readonly Role[];
  /** One a paragraph, in order. */
  readonly ends: readonly ParagraphEnd[];
}

/** Outside, inside, nested, and inside a quotation that went on in a paragraph without marks. */
type Depth = 0 | 1 | 2 | 3;
interface Move {
  readonly from: Depth;
  readonly to: Depth;
  readonly cost: number;
  readonly name: Role | ParagraphEnd;
}

const NEVER_CLOSED = 3;
const CARRIED_TO_A_MARK = 0.5;
const CARRIED_WITHOUT_A_MARK = 1.5;

/**
 * Reads the marks of a text as the cheapest of all readings (a shortest path over "outside", "inside" and "nested"),
 * where each oddity has a cost: a shape or spacing against the role, a nesting, a quotation never closed. One odd mark
 * therefore costs its own repair and never turns the rest of the text inside out. Linear in the number of marks.
 */
export function readRoles(text: string, marks: readonly Mark[], paragraphs: readonly Span[]): Reading {
  const steps: Move[][] = [];
  let costs: number[] = [0, Infinity, Infinity, Infinity];
  let mark = 0;
  paragraphs.forEach((paragraph, number) => {
    for (; mark < marks.length && (marks[mark] as Mark).start < paragraph.end; mark += 1) {
      const first = (marks[mark] as Mark).start === paragraph.start;
      costs = advance(costs, markMoves(readingCost(text, marks, mark, paragraph), first), steps);
    }
    const next = paragraphs[number + 1];
    const opensNext =
      next !== undefined && marks[mark]?.start === next.start && marks[mark]?.shape !== 'closes';
    costs = advance(costs, paragraphMoves(opensNext, next === undefined), steps);
  });
  return trace(steps, costs, marks, paragraphs);
}

function markMoves(cost: ReadingCost, first: boolean): Move[] {
  return [
    { from: 0, to: 1, cost: cost.open, name: 'open' },
    { from: 1, to: 0, cost: cost.close, name: 'close' },
    // At a paragraph's start an open quotation is opened again: the custom for quotations of several paragraphs.
    { from: 1, to: 1, cost: cost.open + (first ? 0 : NEVER_CLOSED), name: 'reopen' },
    { from: 1, to: 2, cost: cost.open + cost.nest, name: 'open-nested' },
    { from: 2, to: 1, cost: cost.close, name: 'close-nested' },
    { from: 0, to: 0, cost: cost.ignore, name: 'ignore' },
    { from: 1, to: 1, cost: cost.ignore + cost.overlook, name: 'ignore' },
    { from: 2, to: 2, cost: cost.ignore + cost.overlook, name: 'ignore' },
    { from: 3, to: 0, cost: cost.close, name: 'close' },
    { from: 3, to: 1, cost: cost.open + NEVER_CLOSED, name: 'reopen' },
    { from: 3, to: 2, cost: cost.open + cost.nest, name: 'open-nested' },
    { from: 3, to: 3, cost: cost.ignore + cost.overlook, name: 'ignore' },
  ];
}

function paragraphMoves(opensNext: boolean, last: boolean): Move[] {
  const moves: Move[] = [
    { from: 0, to: 0, cost: 0, name: 'closed' },
    { from: 1, to: 0, cost: NEVER_CLOSED, name: 'unclosed' },
    { from: 2, to: 0, cost: NEVER_CLOSED * 2, name: 'unclosed' },
    { from: 3, to: 0, cost: NEVER_CLOSED, name: 'unclosed' },
  ];
  if (last) return moves;
  // Either each paragraph of a quotation opens with a mark, or none but the first does.
  if (opensNext) moves.push({ from: 1, to: 1, cost: CARRIED_TO_A_MARK, name: 'carried' });
  moves.push({ from: 1, to: 3, cost: CARRIED_WITHOUT_A_MARK, name: 'carried' });
  moves.push({ from: 3, to: 3, cost: CARRIED_WITHOUT_A_MARK, name: 'carried' });
  return moves;
}

/** The cheapest way to each depth after one more step; remembers the move taken. */
function advance(costs: readonly number[], moves: readonly Move[], steps: Move[][]): number[] {
  const next = [Infinity, Infinity, Infinity, Infinity];
  const taken: Move[] = [];
  for (const move of moves) {
    const cost = (costs[move.from] ?? Infinity) + move.cost;
    if (cost < (next[move.to] ?? Infinity)) {
      next[move.to] = cost;
      taken[move.to] = move;
    }
  }
  steps.push(taken);
  return next;
}

function trace(
  steps: readonly (readonly Move[])[],
  costs: readonly number[],
  marks: readonly Mark[],
  paragraphs: readonly Span[],
): Reading {
  const roles: Role[] = [];
  const ends: ParagraphEnd[] = [];
  let depth = costs.indexOf(Math.min(...costs)) as Depth;
  for (let step = steps.length - 1; step >= 0; step -= 1) {
    const move = steps[step]?.[depth];
    if (move === undefined) break;
    if (move.name === 'closed' || move.name === 'carried' || move.name === 'unclosed') ends.push(move.name);
    else roles.push(move.name);
    depth = move.from;
  }
  // Marks lie in paragraphs, so each has had its step; a missing role would mean a mark in white space.
  while (roles.length < marks.length) roles.push('ignore');
  while (ends.length < paragraphs.length) ends.push('closed');
  return { roles: roles.reverse(), ends: ends.reverse() };
}
