import type { Insertable } from 'kysely';
import type { ExtractedFact, ExtractedQuotation } from '../../domain/extraction/index.js';
import type { StatementTable } from '../../infrastructure/database/release-tables.js';

/** A finding of a release as the statement that a person reviews. */
export function proposedRow(
  releaseId: string,
  position: number,
  finding: ExtractedQuotation | ExtractedFact,
): Insertable<StatementTable> {
  const said =
    finding.kind === 'quotation'
      ? { speaker: speakersOf(finding), role: finding.role, organization: finding.organization }
      : { figures: JSON.stringify(finding.figures), source: finding.source };
  return {
    releaseId,
    position,
    kind: finding.kind,
    spans: JSON.stringify(finding.spans),
    figures: '[]',
    rule: finding.rule,
    confidence: finding.confidence,
    doubts: [...finding.doubts],
    status: 'proposed',
    ...said,
  };
}

/** Words said together stand under all the names, never under one of them. */
function speakersOf({ speaker, coSpeakers }: ExtractedQuotation): string | null {
  if (speaker === null) return null;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([speaker, ...coSpeakers]);
}
