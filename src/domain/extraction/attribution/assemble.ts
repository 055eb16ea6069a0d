import type { Span } from '../../statement/statement.js';
import type { Passage } from '../marks/passages.js';
import type { Release } from '../release.js';
import type { Layout } from '../text/layout.js';
import type { Cue } from './cue.js';
import type { Form } from './form.js';
import { impliedSpeaker, peopleIn, type Implied } from './implied.js';
import { statementHeadline } from './line-rules.js';
import { NameLines } from './name-lines.js';
import { lastParagraph, readItems, type Item } from './items.js';
import { resolveSpeaker } from './resolve-speaker.js';
import { nobody, sameSpeaker, type Speaker } from './speaker.js';
import { DOUBTS, repairDoubt } from '../doubts.js';

/** One quotation: its passages in order, and who said them. */
export interface AttributedQuotation {
  readonly passages: readonly Passage[];
  readonly speaker: Speaker;
  readonly doubts: readonly string[];
}

/** What attribution makes of the marked passages of a release. */
export interface Attribution {
  readonly quotations: readonly AttributedQuotation[];
  /** The sentences that hand over the word: they are no facts. */
  readonly cues: readonly Span[];
}

interface Group {
  readonly passages: Passage[];
  speaker: Speaker;
  readonly doubts: string[];
}

/** Decides which passages are quotations, joins the parts of each, and names who said them; linear in the release's length. */
export function attribute(release: Release, layout: Layout, passages: readonly Passage[]): Attribution {
  return new Assembly(release, layout).run(readItems(release, layout, passages));
}

class Assembly {
  private readonly groups: Group[] = [];
  private readonly cues: Span[] = [];
  private readonly lines: NameLines;
  private open: Group | null = null;
  private last: Item | null = null;

  constructor(
    private readonly release: Release,
    private readonly layout: Layout,
  ) {
    this.lines = new NameLines(release, layout);
  }

  run(items: readonly Item[]): Attribution {
    this.lines.learnLayout(items.filter((item) => item.form.alone).map((item) => item.passage.paragraph));
    for (const item of items) {
      const taken = this.take(item);
      this.last = taken ? item : null;
      if (!taken) this.open = null;
      for (const cue of [item.before.forRight, item.after.forLeft])
        if (cue !== null && taken) this.cues.push(cue.span);
    }
    return { quotations: this.groups, cues: this.cues };
  }

  /** True where the passage is a quotation or a part of one. */
  private take(item: Item): boolean {
    if (isEmbeddedPhrase(item)) return false;
    const own = this.ownSpeaker(item);
    if (own !== null) return this.takeAttributed(item, own);
    if (this.open !== null && this.goesOn(item)) return this.extend(this.open, item);
    const line = item.first
      ? this.lines.around(item.passage.paragraph, lastParagraph(this.layout, item.passage), item.form.alone)
      : null;
    if (line !== null && (item.form.alone || isSpeechLike(item.form)))
      return this.begin(item, this.fromLine(line));
    if (!isSpeechLike(item.form)) return false;
    return this.begin(item, impliedSpeaker(this.impliedContext(item)) ?? this.headlined());
  }

  private takeAttributed(item: Item, own: Speaker): boolean {
    const { open } = this;
    if (open !== null && this.belongsTogether(item, own, open)) {
      if (open.speaker.name === null && open.speaker.organization === null) open.speaker = own;
      return this.extend(open, item);
    }
    // Somebody else speaks here, so the quotation left open in the paragraph above was not meant to go on.
    if (open !== null && item.passage.continues) open.doubts.push(repairDoubt('no-closing-mark'));
    return this.begin(item, own);
  }

  /** The speaker whom a cue beside the passage names; two cues that disagree leave the choice to a person. */
  private ownSpeaker(item: Item): Speaker | null {
    const after = this.resolve(item.after.forLeft, item);
    const before = this.resolve(item.before.forRight, item);
    if (after === null || before === null) return after ?? before;
    if (before.rule.includes('pronoun') || before.name === null) return after;
    if (after.rule.includes('pronoun') || after.name === null) return before;
    if (sameSpeaker(after, before)) return after.rule.includes('surname') ? before : after;
    const candidates = [before.name, after.name];
    return { ...nobody('conflict', DOUBTS.conflict(candidates)), candidates };
  }

  private resolve(cue: Cue | null, item: Item): Speaker | null {
    if (cue === null) return null;
    const earlier = this.groups.slice(-40).map((group) => group.speaker);
    const near =
      cue.subject.pronoun === null
        ? null
        : (peopleIn(this.release, this.impliedContext(item).before)[0] ?? null);
    return resolveSpeaker(this.release, cue, earlier, near);
  }

  private fromLine(line: Cue): Speaker {
    this.cues.push(line.span);
    return resolveSpeaker(
      this.release,
      line,
      this.groups.slice(-40).map((group) => group.speaker),
      null,
    );
  }

  /** The headline's speaker, for a release that quotes nobody else before. */
  private headlined(): Speaker {
    const cue = this.groups.length > 0 ? null : statementHeadline(this.release, this.layout.paragraphs);
    return cue === null
      ? nobody('unattributed')
      : { ...resolveSpeaker(this.release, cue, [], null), confidence: 'low' };
  }

  private impliedContext(item: Item): Implied {
    const paragraph = this.layout.paragraphs[item.passage.paragraph] as Span;
    const previous = this.groups.at(-1);
    const lastPassage = previous?.passages.at(-1);
    return {
      release: this.release,
      before: { start: Math.max(paragraph.start, lastPassage?.outerEnd ?? 0), end: item.passage.outerStart },
      previous: previous?.speaker ?? null,
      sameParagraph: lastPassage !== undefined && lastPassage.outerEnd > paragraph.start,
      previousParagraph:
        lastPassage !== undefined && lastParagraph(this.layout, lastPassage) === item.passage.paragraph - 1,
      alone: item.form.alone,
    };
  }

  /** The passage goes on without a cue of its own: after a spent cue in the paragraph, or opened again in the next one. */
  private goesOn(item: Item): boolean {
    if (item.passage.continues) return true;
    return !item.first && this.last !== null && item.before.spent;
  }

  /** A cue for the same mouth: "…," said X. "…," he added. */
  private belongsTogether(item: Item, own: Speaker, open: Group): boolean {
    const unnamed = open.speaker.name === null && open.speaker.organization === null;
    const same = sameSpeaker(own, open.speaker) || (unnamed && open.speaker.candidates.length === 0);
    if (item.passage.continues) return same;
    return !item.first && this.last !== null && item.before.spent && sameSpeaker(own, open.speaker);
  }

  private extend(group: Group, item: Item): boolean {
    group.passages.push(item.passage);
    return true;
  }

  private begin(item: Item, speaker: Speaker): boolean {
    const doubts = item.form.embedded ? [DOUBTS.partial] : [];
    this.open = { passages: [item.passage], speaker, doubts };
    this.groups.push(this.open);
    return true;
  }
}

/** A few words within a sentence that a verb of speech further off cannot make a quotation. */
function isEmbeddedPhrase(item: Item): boolean {
  const { form } = item;
  return form.embedded && form.wordCount < 5 && (item.after.forLeft === null || form.goesOn);
}

/** Words that can be somebody's without a cue: a whole sentence, not a title. */
function isSpeechLike(form: Form): boolean {
  if (form.embedded || form.goesOn || form.titleCase || form.named) return false;
  if (form.alone) return form.wordCount >= 4;
  return form.sentence && form.wordCount >= 5;
}
