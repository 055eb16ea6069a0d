import type { Written } from '../../../src/domain/post/near-copy/index.js';
import type { Part, Segment } from '../../../src/domain/post/segment.js';

const OBLIGED = [
  'Ida Voss',
  'ferrywoman',
  'Marl Ferry Crew',
  'Bo Lund',
  'baker',
  'Lund Bakery',
  'Amal Idris',
  'teacher',
  'Riverside School',
  'Keep Marl Running',
  'Voss v. Marl Port Authority',
  'Third Circuit',
];

/** A post from its text: “…” is a quotation, {…} a figure, an address a link, and --- begins the next part. */
export function written(text: string): Written {
  return { parts: text.split('\n---\n').map(part), obliged: OBLIGED };
}

function part(text: string): Part {
  const pieces = text.split(/(“[^”]*”|\{[^}]*\}|https:\S+)/u).filter((piece) => piece !== '');
  return { segments: pieces.map(segment), pictures: [] };
}

function segment(piece: string): Segment {
  const span = { start: 0, end: piece.length - 2 };
  if (piece.startsWith('“')) return { kind: 'quotation', statementId: 's', span, text: piece.slice(1, -1) };
  if (piece.startsWith('{')) return { kind: 'figure', statementId: 's', span, text: piece.slice(1, -1) };
  if (piece.startsWith('https:')) return { kind: 'link', url: piece };
  return { kind: 'text', text: piece };
}
