import { isoInstant } from '../../contract/instant.js';
import type { StatementAnswer } from '../../contract/releases.js';
import type { Span } from '../../domain/statement/statement.js';
import type { Consenting } from './consent/consenting.js';
import type { StandingStatement } from './statement.repository.js';

/** About ten words. */
const CONTEXT_CHARACTERS = 60;

/** A statement in a version of its release, whose text is given. */
export function presentStatement(
  row: StandingStatement,
  text: string,
  consenting: Consenting,
): StatementAnswer {
  const words = (own: readonly Span[], here: readonly Span[]) =>
    own.map(({ start, end }, n) => ({ start, end, text: text.slice(here[n]?.start, here[n]?.end) }));
  return {
    id: row.id,
    releaseId: row.releaseId,
    kind: row.kind,
    position: row.position,
    spans: words(row.spans, row.spansHere),
    standsAt: [...row.spansHere],
    figures: words(row.figures, row.figuresHere),
    before: wordsBefore(text, row.spansHere[0]?.start ?? 0),
    after: wordsAfter(text, row.spansHere.at(-1)?.end ?? text.length),
    speaker: row.speaker,
    role: row.role,
    organization: row.organization,
    consentOrganizationId: consenting.organizationOf(row),
    source: row.source,
    rule: row.rule,
    confidence: row.confidence,
    doubts: row.doubts,
    status: row.status,
    revision: row.revision,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt === null ? null : isoInstant(row.decidedAt),
  };
}

/** Whole words only; line breaks are shown as spaces. */
function wordsBefore(text: string, at: number): string {
  const from = Math.max(0, at - CONTEXT_CHARACTERS);
  const words = text.slice(from, at);
  return (from === 0 ? words : words.replace(/^\S*\s+/, '')).replace(/\s+/g, ' ').trimStart();
}

function wordsAfter(text: string, at: number): string {
  const words = text.slice(at, at + CONTEXT_CHARACTERS);
  const whole = at + CONTEXT_CHARACTERS >= text.length ? words : words.replace(/\s+\S*$/, '');
  return whole.replace(/\s+/g, ' ').trimEnd();
}
