import { expect } from '@jest/globals';
import {
  extract,
  reanchor,
  type AnchoredStatement,
  type Reanchoring,
} from '../../../src/domain/extraction/index.js';

/** An invented release, and the words of what the rules find in it. */
export const RELEASE = `Harbor Groups Ask the Court to Keep the Heat On

MARLOW — A coalition of tenants today asked the Court of Marlow to keep the winter rule. The hearing is on March 4, 2031, at the courthouse.

“We will not stop until every block has heat,” said Ana Ruiz, director of Open Doors. “Nobody chose this cold.”

According to the Harbor Institute, 40 percent of homes on the east side had no heat last winter.

“The rule is the law, and the law has to be kept,” said Bo Lund, a staff attorney at the Farm Union.

“My children slept in their coats for nine long weeks,” Ruiz added.

The coalition has partners including Open Doors, the Farm Union and Nurses for Heat.
`;
export const HEAT = 'We will not stop until every block has heat,';
export const LAW = 'The rule is the law, and the law has to be kept,';
export const COATS = 'My children slept in their coats for nine long weeks,';
export const SHARE =
  'According to the Harbor Institute, 40 percent of homes on the east side had no heat last winter.';

/** Each finding of a text as a statement that nobody changed; its id is the words of its first span. */
export function statementsOf(text: string): AnchoredStatement[] {
  const { quotations, facts } = extract(text);
  return [...quotations, ...facts].map((finding) => ({
    id: text.slice(finding.spans[0]?.start, finding.spans[0]?.end),
    kind: finding.kind,
    spans: finding.spans,
    figures: finding.kind === 'fact' ? finding.figures : [],
  }));
}

/** A quotation whose ends a person moved to these words. */
export function quotationOver(text: string, words: string): AnchoredStatement {
  const start = text.indexOf(words);
  return { id: words, kind: 'quotation', spans: [{ start, end: start + words.length }], figures: [] };
}

/** The release with each first text replaced by the second, which has to be in it. */
export function corrected(release: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, release);
}

export function correct(release: string, ...changes: readonly (readonly [string, string])[]) {
  const text = corrected(release, ...changes);
  return { text, ...reanchor(release, text, statementsOf(release)) };
}

export function standingWords({ text, standing }: Reanchoring & { readonly text: string }): string[][] {
  return standing.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}

export function flagOf(result: Reanchoring, id: string) {
  return result.flagged.find((flag) => flag.id === id);
}

export function ids(statements: readonly { readonly id: string }[]): string[] {
  return statements.map(({ id }) => id);
}
