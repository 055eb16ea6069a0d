import type { Span } from '../../statement/statement.js';
import { sourceChange, voiceOf } from './change.js';
import type { Findings } from './findings.js';
import { excerptOf, flag } from './flag.js';
import { mostAlike, plainWords, type Candidate } from './likeness.js';
import type { Flag, Found } from './reanchoring.js';
import { rewording } from './rewording.js';
import { UnquotedWords } from './unquoted-words.js';

/** Says what became of statements whose words the corrected text no longer has, and what to look at instead. */
export class LostStatements {
  private readonly candidates = new Map<string, Candidate<Found>[]>();
  private unquoted: UnquotedWords | null = null;

  /** `fresh` are the findings of the corrected text that no statement stands on. */
  constructor(
    private readonly old: Findings,
    private readonly now: Findings,
    fresh: readonly Found[],
  ) {
    for (const finding of fresh) {
      const group = this.candidates.get(groupOf(finding)) ?? [];
      group.push({ of: finding, words: new Set(plainWords(textOf(now, finding))) });
      this.candidates.set(groupOf(finding), group);
    }
  }

  /** `finding` is what the rules found in the earlier text where the statement lies, `spans` are the statement's own. */
  explain(finding: Found, spans: readonly Span[]): Flag {
    const excerpt = excerptOf(this.old.text, spans);
    const before = textOf(this.old, finding);
    const words = plainWords(before);
    const successor = mostAlike(new Set(words), this.candidates.get(groupOf(finding)) ?? []);
    if (successor !== null) return this.reworded(excerpt, before, finding, successor);
    if (finding.kind === 'fact') return flag('gone', excerpt, 'is no longer a fact outside quotations');
    this.unquoted ??= new UnquotedWords(this.now);
    return this.unquoted.hold(words)
      ? flag('no-longer-quoted', excerpt, 'stands in the new text without quotation marks')
      : flag('gone', excerpt, 'no longer stands in the new text');
  }

  private reworded(excerpt: string, before: string, finding: Found, successor: Found): Flag {
    const { spans } = successor;
    if (finding.kind === 'fact' && successor.kind === 'fact' && finding.source !== successor.source)
      return flag('source-changed', excerpt, sourceChange(finding, successor), spans);
    return flag('words-changed', excerpt, rewording(before, textOf(this.now, successor)), spans);
  }
}

/** Only the same mouth's words can be the same quotation in other words. */
function groupOf(finding: Found): string {
  return finding.kind === 'fact' ? 'fact' : `quotation ${voiceOf(finding) ?? ''}`;
}

function textOf({ text }: Findings, { spans }: Found): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}
