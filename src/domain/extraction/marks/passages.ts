import type { Span } from '../../statement/statement.js';
import { SPEECH_VERBS } from '../text/speech-verbs.js';
import type { Layout } from '../text/layout.js';
import type { Mark } from './glyphs.js';
import type { Reading, Role } from './reading.js';

/** Something the marks of a passage lack, and how the reading repaired it. */
export type Repair =
  'no-closing-mark' | 'no-opening-mark' | 'mixed-marks' | 'turned-mark' | 'no-marks-between';

/** Text between outer marks, in one paragraph or over several without marks between. */
export interface Passage extends Span {
  /** Where the opening mark begins (= start where there is none). */
  readonly outerStart: number;
  /** Right after the closing mark (= end where there is none). */
  readonly outerEnd: number;
  /** Index of the paragraph that it begins in. */
  readonly paragraph: number;
  /** It opens its paragraph while the passage before was left open: one quotation over several paragraphs. */
  readonly continues: boolean;
  readonly repairs: readonly Repair[];
}

/** A few characters before a stray closing mark are no quotation. */
const SHORTEST_LATE = 12;
const CUE_INSIDE = new RegExp(
  `[,.!?…]\\s+(?=(?:${[...SPEECH_VERBS].join('|')})\\s+(?:\\p{Lu}|(?:the|he|she|they|an?)\\b))`,
  'u',
);

/** The outer passages of a reading, in order, with the repairs that it took. */
export function readPassages(
  text: string,
  marks: readonly Mark[],
  { paragraphs, ends }: Layout,
  reading: Reading,
): Passage[] {
  return new PassageReader(text, marks, paragraphs, ends, reading).read();
}

interface Opened {
  readonly mark: Mark;
  readonly paragraph: number;
  readonly continues: boolean;
  readonly repairs: Repair[];
}

class PassageReader {
  private readonly passages: Passage[] = [];
  private opened: Opened | null = null;
  /** Where text without a passage begins in the current paragraph. */
  private free = 0;
  private readonly markStarts: ReadonlySet<number>;

  constructor(
    private readonly text: string,
    private readonly marks: readonly Mark[],
    private readonly paragraphs: readonly Span[],
    private readonly ends: Layout['ends'],
    private readonly reading: Reading,
  ) {
    this.markStarts = new Set(marks.map((mark) => mark.start));
  }

  read(): Passage[] {
    let next = 0;
    this.paragraphs.forEach((paragraph, number) => {
      this.free = paragraph.start;
      for (; next < this.marks.length && (this.marks[next] as Mark).start < paragraph.end; next += 1)
        this.take(this.marks[next] as Mark, next, number);
      this.endParagraph(paragraph, number, this.reading.roles[next]);
    });
    return this.passages;
  }

  private take(mark: Mark, index: number, number: number): void {
    const role = this.reading.roles[index];
    if (role === 'open') {
      this.open(mark, number, false);
    } else if (role === 'reopen') {
      const first = mark.start === this.paragraphs[number]?.start;
      // A quotation left open before this paragraph has been finished at the end of that one.
      if (this.opened !== null) this.finishUnclosed(mark.start);
      this.open(mark, number, first);
    } else if (role === 'close' && this.opened !== null) {
      this.finish(mark.start, mark.end, mark);
    } else if (role === 'ignore' && this.opened === null && mark.shape !== 'opens') {
      this.openLate(mark, number);
    }
  }

  private open(mark: Mark, paragraph: number, continues: boolean): void {
    this.opened = { mark, paragraph, continues, repairs: mark.shape === 'closes' ? ['turned-mark'] : [] };
  }

  private finish(end: number, outerEnd: number, closing: Mark | null): void {
    const opened = this.opened as Opened;
    const repairs = [...opened.repairs];
    if (closing !== null) {
      if (closing.shape === 'opens') repairs.push('turned-mark');
      else if (closing.family !== opened.mark.family) repairs.push('mixed-marks');
    }
    this.push({
      start: opened.mark.end,
      end,
      outerStart: opened.mark.start,
      outerEnd,
      paragraph: opened.paragraph,
      continues: opened.continues,
      repairs,
    });
    this.opened = null;
  }

  private push(passage: Passage): void {
    if (passage.end > passage.start) this.passages.push(passage);
    this.free = passage.outerEnd;
  }

  /** No closing mark: the words end before a cue ("…, said X"), or else where the next mark or the paragraph ends them. */
  private finishUnclosed(limit: number): void {
    const opened = this.opened as Opened;
    opened.repairs.push('no-closing-mark');
    const inside = this.text.slice(opened.mark.end, limit);
    const cue = CUE_INSIDE.exec(inside);
    const end = opened.mark.end + (cue === null ? inside.trimEnd().length : cue.index + 1);
    this.finish(end, end, null);
  }

  private endParagraph(paragraph: Span, number: number, nextRole: Role | undefined): void {
    if (this.opened === null) return;
    if (this.reading.ends[number] === 'unclosed') {
      this.finishUnclosed(paragraph.end);
    } else if (nextRole === 'reopen' && this.nextOpens(number)) {
      this.finish(paragraph.end, paragraph.end, null);
    } else if (!this.opened.repairs.includes('no-marks-between')) {
      this.opened.repairs.push('no-marks-between');
    }
  }

  private nextOpens(number: number): boolean {
    const start = this.paragraphs[number + 1]?.start;
    return start !== undefined && this.markStarts.has(start);
  }

  /**
   * A closing mark that nothing opened. "We won,” said X." begins with its paragraph; "“We won,” said X. It took years.”"
   * begins behind the sentence that hands over the word.
   */
  private openLate(mark: Mark, number: number): void {
    const atStart = this.free === this.paragraphs[number]?.start;
    const from = atStart ? this.free : this.endOfCue(mark, number);
    if (from === null) return;
    const between = this.text.slice(from, mark.start);
    const start = from + between.length - between.trimStart().length;
    if (!/[,.!?…—]$/u.test(between) || between.trim().length < SHORTEST_LATE) return;
    this.push({
      start,
      end: mark.start,
      outerStart: start,
      outerEnd: mark.end,
      paragraph: number,
      continues: false,
      repairs: ['no-opening-mark'],
    });
  }

  /** Where the sentence right behind the last passage ends, if it has a verb of speech. */
  private endOfCue(mark: Mark, number: number): number | null {
    const end = this.ends[number]?.find((each) => each > this.free + 1) ?? mark.start;
    if (end >= mark.start || end - this.free > 300) return null;
    const words = this.text.slice(this.free, end).match(/\p{Ll}+/gu) ?? [];
    return words.some((word) => SPEECH_VERBS.has(word)) ? end : null;
  }
}
