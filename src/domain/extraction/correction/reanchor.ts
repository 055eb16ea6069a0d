import { Findings } from './findings.js';
import { LostStatements } from './lost-statements.js';
import { Placement } from './placement.js';
import type { AnchoredStatement, Reanchoring } from './reanchoring.js';

/**
 * Finds the statements of a release in its corrected text. A statement stands where the rules find the same
 * quotation or fact again: byte for byte the same words, in as many spans, under the same speaker, co-speakers, role
 * and organization, or with the same figures and source. Both texts are read by the same rules, so that what a person
 * corrected stays valid as long as the release's own attribution does. Words that stand more than once are told
 * apart by their order, and only where both versions have as many of them. Where the text itself does not say for sure
 * who speaks, a person has decided by the paragraphs around, and these must be the same too.
 *
 * Everything else is flagged, with a sentence for a coordinator: a place is never guessed. Each statement is once in
 * `standing` or in `flagged`, in the given order. Spans are UTF-16, half open. Never throws; linear in the texts.
 */
export function reanchor(
  oldText: string,
  newText: string,
  statements: readonly AnchoredStatement[],
): Reanchoring {
  const old = new Findings(oldText);
  const now = new Findings(newText);
  const placement = new Placement(old, now);
  const outcomes = statements.map((statement) => ({ statement, outcome: placement.place(statement) }));
  const covered = new Set(outcomes.map(({ outcome }) => (outcome.kind === 'standing' ? outcome.on : null)));
  const fresh = now.inOrder.filter((finding) => !covered.has(finding));
  const lost = new LostStatements(old, now, fresh);
  return {
    standing: outcomes.flatMap(({ outcome }) => (outcome.kind === 'standing' ? [outcome.anchor] : [])),
    flagged: outcomes.flatMap(({ statement: { id, spans }, outcome }) => {
      if (outcome.kind === 'standing') return [];
      return [{ id, ...(outcome.kind === 'lost' ? lost.explain(outcome.finding, spans) : outcome.flag) }];
    }),
    fresh,
    partners: now.partners,
  };
}
