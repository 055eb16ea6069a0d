import type { StatementUpdate } from '../../contract/releases.js';
import { type FieldFault, Invalid, invalidRequest } from '../../infrastructure/http/index.js';
import type { StatementFields, StatementRow } from './statement.repository.js';

/** Why a statement cannot stand as accepted, or null. Words that nobody is known to have said reach no post. */
export function acceptanceFault(
  statement: Pick<StatementRow, 'kind' | 'speaker' | 'organization'>,
): Invalid | null {
  const { kind, speaker, organization } = statement;
  if (kind === 'fact' || speaker !== null || organization !== null) return null;
  return new Invalid(
    'speaker-needed',
    'Nobody is known to have said this: set its speaker, or the organization that says it, and then accept it.',
    [{ field: 'speaker', message: 'This is missing.' }],
  );
}

/** The statement with the fields that were given. A fact has a source and no speaker, a quotation the reverse. */
export function correctedFields(statement: StatementRow, update: StatementUpdate): StatementFields {
  const misplaced =
    statement.kind === 'fact' ? (['speaker', 'role', 'organization'] as const) : (['source'] as const);
  const faults = misplaced
    .filter((field) => update[field] !== undefined)
    .map((field): FieldFault => ({ field, message: `A ${statement.kind} has no ${field}: leave it out.` }));
  if (faults.length > 0) throw invalidRequest(faults);
  return {
    speaker: given(update.speaker, statement.speaker),
    role: given(update.role, statement.role),
    organization: given(update.organization, statement.organization),
    source: given(update.source, statement.source),
    spans: update.spans ?? statement.spans,
  };
}

/** Null clears a field; absence leaves it. */
function given(update: string | null | undefined, current: string | null): string | null {
  return update === undefined ? current : update;
}

export function isSame(one: StatementFields, other: StatementFields): boolean {
  return (
    one.speaker === other.speaker &&
    one.role === other.role &&
    one.organization === other.organization &&
    one.source === other.source &&
    one.spans.length === other.spans.length &&
    one.spans.every((span, n) => span.start === other.spans[n]?.start && span.end === other.spans[n].end)
  );
}
