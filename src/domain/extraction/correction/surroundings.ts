import { splitParagraphs } from '../text/paragraphs.js';
import type { Span } from '../../statement/statement.js';
import type { Found } from './reanchoring.js';

/** The paragraphs of one version; paragraphs of the same words have the same number in every version that shares `numbers`. */
export class Surroundings {
  private readonly paragraphs: readonly Span[];
  private readonly numbered: readonly number[];

  constructor(text: string, numbers: Map<string, number>) {
    this.paragraphs = splitParagraphs(text);
    this.numbered = this.paragraphs.map(({ start, end }) => {
      const words = text.slice(start, end);
      const number = numbers.get(words) ?? numbers.size;
      numbers.set(words, number);
      return number;
    });
  }

  /** The paragraphs that a finding stands in, with the one above and the one below. */
  around({ spans }: Found): readonly number[] {
    const from = this.indexAt(spans[0]?.start ?? 0);
    const to = this.indexAt(spans.at(-1)?.start ?? 0);
    return this.numbered.slice(Math.max(0, from - 1), to + 2);
  }

  /** The last paragraph that starts at or before an offset. */
  private indexAt(offset: number): number {
    let low = 0;
    let high = this.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.paragraphs[middle] as Span).start <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
