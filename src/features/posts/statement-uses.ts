import type { Part } from '../../domain/post/segment.js';
import type { StatementLookup } from '../../domain/statement/proof.js';
import type { Cut } from '../../domain/statement/statement.js';

/** A statement that a post uses, as it was at a revision, and the cuts of it that the post shows. */
export interface StatementUse {
  readonly statementId: string;
  readonly statementRevision: number;
  readonly cuts: readonly Cut[];
}

/** The revisions that statements have now, by id. */
export function revisionsOf(sources: StatementLookup): ReadonlyMap<string, number> {
  return new Map([...sources].map(([id, { statement }]) => [id, statement.revision]));
}

/** What a post of these parts uses; `revisions` are those of the statements, by id. */
export function statementUses(
  parts: readonly Part[],
  revisions: ReadonlyMap<string, number>,
): readonly StatementUse[] {
  const segments = parts.flatMap((part) => part.segments);
  return [...revisions].map(([statementId, statementRevision]) => ({
    statementId,
    statementRevision,
    cuts: segments.flatMap((segment) =>
      segment.kind === 'quotation' && segment.statementId === statementId && segment.removed !== undefined
        ? [segment.removed]
        : [],
    ),
  }));
}
