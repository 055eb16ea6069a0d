import type { Span } from '../../statement/statement.js';
import type { Release } from '../release.js';
import type { Layout } from '../text/layout.js';
import { isEmptySubject, type Cue } from './cue.js';
import { leadLine, nameLine } from './line-rules.js';

/**
 * The lines above and below quotations that name who speaks. A line serves one quotation. Whether plain name lines stand
 * above or below is the custom of a release, and is learned from where they stand most.
 */
export class NameLines {
  private readonly used = new Set<number>();
  private readonly known = new Map<number, ReturnType<typeof nameLine>>();
  private custom: 'above' | 'below' | null = null;

  constructor(
    private readonly release: Release,
    private readonly layout: Layout,
  ) {}

  /** Learns the custom from the paragraphs that hold nothing but a quotation. */
  learnLayout(alone: readonly number[]): void {
    let above = 0;
    let below = 0;
    const taken = new Set(alone);
    for (const paragraph of alone) {
      if (!taken.has(paragraph - 1) && this.plainLine(paragraph - 1)) above += 1;
      if (!taken.has(paragraph + 1) && this.plainLine(paragraph + 1)) below += 1;
    }
    this.custom = above > below ? 'above' : below > above ? 'below' : null;
  }

  /** The line that attributes the quotation from paragraph `first` to `last`, or null. `alone`: nothing else stands there. */
  around(first: number, last: number, alone: boolean): Cue | null {
    const lead = this.lead(first - 1);
    // "Here is what members say:" names nobody: a line that does is better.
    if (lead !== null && !isEmptySubject(lead.subject)) return this.use(first - 1, lead);
    if (!alone) return lead;
    return this.nameLineAround(first, last) ?? lead;
  }

  private nameLineAround(first: number, last: number): Cue | null {
    const below = this.line(last + 1);
    if (below?.dashed === true) return this.use(last + 1, below);
    const above = this.line(first - 1);
    const plainAbove = above?.dashed === false ? above : null;
    if (plainAbove !== null && (below === null || this.custom === 'above'))
      return this.use(first - 1, plainAbove);
    if (below !== null && (plainAbove === null || this.custom === 'below')) return this.use(last + 1, below);
    return null;
  }

  private lead(number: number): Cue | null {
    const paragraph = this.layout.paragraphs[number];
    if (paragraph === undefined || this.used.has(number)) return null;
    const ends = this.layout.ends[number] ?? [];
    return leadLine(this.release, paragraph, {
      start: Math.max(paragraph.start, ends.at(-2) ?? 0),
      end: paragraph.end,
    });
  }

  private line(number: number): ReturnType<typeof nameLine> {
    if (this.used.has(number)) return null;
    const known = this.known.get(number);
    if (known !== undefined) return known;
    const paragraph: Span | undefined = this.layout.paragraphs[number];
    const line = paragraph === undefined ? null : nameLine(this.release, paragraph);
    this.known.set(number, line);
    return line;
  }

  private plainLine(number: number): boolean {
    return this.line(number) !== null;
  }

  private use(number: number, cue: Cue): Cue {
    this.used.add(number);
    return cue;
  }
}
