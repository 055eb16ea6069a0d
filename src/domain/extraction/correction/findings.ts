import type { Span } from '../../statement/statement.js';
import { extract } from '../extract.js';
import type { Found } from './reanchoring.js';

/** One span of a finding. */
interface Piece extends Span {
  readonly finding: Found;
  readonly number: number;
}

/** What the rules find in one version of a release, with the look-ups by which two versions are compared. */
export class Findings {
  readonly inOrder: readonly Found[];
  readonly partners: readonly string[];
  private readonly pieces: readonly Piece[];
  private readonly byWords = new Map<string, Found[]>();
  private readonly places = new Map<Found, number>();

  constructor(readonly text: string) {
    const { quotations, facts, partners } = extract(text);
    this.partners = partners;
    this.inOrder = [...quotations, ...facts].sort((one, other) => startOf(one) - startOf(other));
    this.pieces = this.inOrder
      .flatMap((finding) => finding.spans.map((span, number) => ({ ...span, finding, number })))
      .sort((one, other) => one.start - other.start);
    for (const finding of this.inOrder) {
      const words = this.words(finding);
      const same = this.byWords.get(words) ?? [];
      this.places.set(finding, same.push(finding) - 1);
      this.byWords.set(words, same);
    }
  }

  /** The words, span by span, as a key: equal for two statements of one kind with the same words in every span. */
  words({ kind, spans }: Pick<Found, 'kind' | 'spans'>): string {
    return JSON.stringify([kind, ...spans.map(({ start, end }) => this.text.slice(start, end))]);
  }

  /** All findings of these words, in the text's order. */
  of(words: string): readonly Found[] {
    return this.byWords.get(words) ?? [];
  }

  /** The place of a finding among those with its words, from 0. */
  placeOf(finding: Found): number {
    return this.places.get(finding) ?? 0;
  }

  /** The span of a finding that this one overlaps, the first if it overlaps several; null if of no finding, or of two. */
  pieceAt(span: Span): Piece | null {
    const first = this.firstEndingAfter(span.start);
    const piece = this.pieces[first];
    if (piece === undefined || piece.start >= span.end) return null;
    for (let next = first + 1; (this.pieces[next]?.start ?? Infinity) < span.end; next += 1)
      if (this.pieces[next]?.finding !== piece.finding) return null;
    return piece;
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle] as Piece).end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function startOf({ spans }: Found): number {
  return spans[0]?.start ?? 0;
}
