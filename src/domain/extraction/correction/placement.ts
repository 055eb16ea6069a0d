import type { Span } from '../../statement/statement.js';
import { carry, placed } from './carry.js';
import { changeOf, isSure, type Change } from './change.js';
import type { Findings } from './findings.js';
import { excerptOf, flag } from './flag.js';
import type { AnchoredStatement, ChangedBecause, Flag, Found, StandingAnchor } from './reanchoring.js';
import { Surroundings } from './surroundings.js';

/** Where a statement stands, why it does not, or on which finding of the earlier text its words were that are gone now. */
export type Outcome =
  | { readonly kind: 'standing'; readonly anchor: StandingAnchor; readonly on: Found }
  | { readonly kind: 'flagged'; readonly flag: Flag }
  | { readonly kind: 'lost'; readonly finding: Found };

/** Places the statements of an earlier text in the corrected one. */
export class Placement {
  private readonly oldSurroundings: Surroundings;
  private readonly newSurroundings: Surroundings;

  constructor(
    private readonly old: Findings,
    private readonly now: Findings,
  ) {
    const numbers = new Map<string, number>();
    this.oldSurroundings = new Surroundings(old.text, numbers);
    this.newSurroundings = new Surroundings(now.text, numbers);
  }

  place(statement: AnchoredStatement): Outcome {
    const from = this.findingOf(statement);
    if (from === null) return this.flagged(statement, 'gone', UNFOUND);
    const words = this.old.words(from);
    const before = this.old.of(words).length;
    const places = this.now.of(words);
    if (places.length === 0) return this.placeOnWhole(statement, from);
    const to = places[this.old.placeOf(from)];
    if (to === undefined || places.length !== before) {
      const what = `stands ${times(places.length)} in the new text (was ${times(before)})`;
      return this.flagged(statement, 'several-places', what);
    }
    const change = this.change(from, to);
    if (change !== null && before > 1) {
      const what = `stands ${times(before)} in the new text, and in this place ${change.what}`;
      return this.flagged(statement, 'several-places', what);
    }
    return this.settle(statement, to, change, carry(statement, this.old, this.now, to));
  }

  /** The one finding of its kind that every span of a statement overlaps in the earlier text. */
  private findingOf({ kind, spans }: AnchoredStatement): Found | null {
    const [finding, ...others] = new Set(spans.map((span) => this.old.pieceAt(span)?.finding));
    return others.length === 0 && finding?.kind === kind ? finding : null;
  }

  /**
   * The rules' finding has other words now. Where a person had moved the ends to what the corrected text marks as the
   * whole, as when a closing mark was missing and has been set, the statement stands there.
   */
  private placeOnWhole(statement: AnchoredStatement, from: Found): Outcome {
    const words = this.old.words(statement);
    const [to, ...others] = this.now.of(words);
    const whole = to !== undefined && others.length === 0 && this.old.of(words).length === 0;
    if (!whole || to.spans.length !== from.spans.length) return { kind: 'lost', finding: from };
    const anchor = placed(statement, to.spans);
    return this.settle(statement, to, this.change(from, to), anchor);
  }

  private settle(
    statement: AnchoredStatement,
    to: Found,
    change: Change | null,
    anchor: StandingAnchor | null,
  ): Outcome {
    if (change !== null) return this.flagged(statement, change.because, change.what, to.spans);
    if (anchor === null) return this.flagged(statement, 'words-changed', OTHER_ENDS, to.spans);
    return { kind: 'standing', anchor, on: to };
  }

  private change(from: Found, to: Found): Change | null {
    const change = changeOf(this.old, from, this.now, to);
    if (change !== null || (isSure(from) && isSure(to))) return change;
    const before = this.oldSurroundings.around(from);
    const after = this.newSurroundings.around(to);
    const same = before.length === after.length && before.every((number, index) => number === after[index]);
    return same ? null : { because: 'speaker-changed', what: UNSURE };
  }

  private flagged(
    { spans }: AnchoredStatement,
    because: ChangedBecause,
    what: string,
    likely: readonly Span[] | null = null,
  ): Outcome {
    return { kind: 'flagged', flag: flag(because, excerptOf(this.old.text, spans), what, likely) };
  }
}

const UNFOUND =
  'is not on one finding of the rules in the earlier text, so that its place in the new one is unknown';
const OTHER_ENDS = 'begins or ends among other words than before';
const UNSURE = 'stands beside other words than before, and the text itself does not say for sure who says it';

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
