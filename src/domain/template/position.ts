import type { LiquidError } from 'liquidjs';
import type { Position } from './template.js';

/** What is wrong at a place of a file whose name the caller knows. */
export type PlacedFault = Position & { readonly message: string };

/** The line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where Liquid stood when it failed. */
export function positionOf(error: LiquidError): Position {
  const [line = 1, column = 1] = error.token.getPosition();
  return { line, column };
}
