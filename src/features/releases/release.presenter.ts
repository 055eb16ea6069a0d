import { isoInstant } from '../../contract/instant.js';
import type { ReleaseAnswer, ReleaseSummary } from '../../contract/releases.js';
import type { ReleaseRow, ReleaseSummaryRow, StatementCounts } from './release.repository.js';
import type { Consenting } from './consent/consenting.js';
import { presentStatement } from './statement.presenter.js';
import type { StandingStatement } from './statement.repository.js';

const OPENING_CHARACTERS = 120;

export function presentReleaseSummary(row: ReleaseSummaryRow): ReleaseSummary {
  const { quotations, facts, proposed, accepted, rejected, withdrawn } = row;
  return {
    id: row.id,
    campaignId: row.campaignId,
    sha256: row.sha256,
    opening: openingOf(row.opening),
    createdAt: isoInstant(row.createdAt),
    version: row.version,
    correctsId: row.correctsId,
    correctedById: row.correctedById,
    note: row.note,
    embargoUntil: row.embargoUntil === null ? null : isoInstant(row.embargoUntil),
    counts: { quotations, facts, proposed, accepted, rejected, withdrawn },
  };
}

export function presentRelease(
  row: ReleaseRow,
  statements: readonly StandingStatement[],
  organizations: Consenting,
): ReleaseAnswer {
  const summary = presentReleaseSummary({ ...row, opening: row.text, ...countsOf(statements) });
  return {
    ...summary,
    text: row.text,
    partners: row.partners.map((name) => ({ name, organizationId: organizations.named(name) })),
    warnings: warningsOf(summary),
    statements: statements.map((statement) => presentStatement(statement, row.text, organizations)),
  };
}

function openingOf(text: string): string {
  return text
    .slice(0, 2 * OPENING_CHARACTERS)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, OPENING_CHARACTERS);
}

function countsOf(statements: readonly StandingStatement[]): StatementCounts {
  const count = (is: (row: StandingStatement) => boolean) => statements.filter(is).length;
  return {
    quotations: count((row) => row.kind === 'quotation'),
    facts: count((row) => row.kind === 'fact'),
    proposed: count((row) => row.status === 'proposed'),
    accepted: count((row) => row.status === 'accepted'),
    rejected: count((row) => row.status === 'rejected'),
    withdrawn: count((row) => row.status === 'withdrawn'),
  };
}

function warningsOf({ counts }: ReleaseSummary): string[] {
  if (counts.quotations > 0) return [];
  return ['No quotation was found in this release: check that its quotation marks came through.'];
}
