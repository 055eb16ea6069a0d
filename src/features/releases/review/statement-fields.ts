import type { StatementUpdate } from '../../../contract/releases.js';
import { type FieldFault, Invalid, invalidRequest } from '../../../infrastructure/http/index.js';
import type { Span } from '../../../domain/statement/statement.js';
import type { StatementRow } from '../statement.repository.js';

/** What a person may correct. */
export interface StatementFields {
  readonly speaker: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly consentOrganizationId: string | null;
  readonly source: string | null;
  readonly spans: readonly Span[];
}

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
    statement.kind === 'fact'
      ? (['speaker', 'role', 'organization', 'consentOrganizationId'] as const)
      : (['source'] as const);
  const faults = misplaced
    .filter((field) => update[field] !== undefined)
    .map((field): FieldFault => ({ field, message: `A ${statement.kind} has no ${field}: leave it out.` }));
  if (faults.length > 0) throw invalidRequest(faults);
  return {
    speaker: given(update.speaker, statement.speaker),
    role: given(update.role, statement.role),
    organization: given(update.organization, statement.organization),
    consentOrganizationId: given(
      update.consentOrganizationId,
      isSaidByAnother(statement, update) ? null : statement.consentOrganizationId,
    ),
    source: given(update.source, statement.source),
    spans: update.spans ?? statement.spans,
  };
}

/** Who consented for one speaker does not consent for another. */
function isSaidByAnother(statement: StatementRow, { speaker, organization }: StatementUpdate): boolean {
  return (
    given(speaker, statement.speaker) !== statement.speaker ||
    given(organization, statement.organization) !== statement.organization
  );
}

/** Null clears a field; absence leaves it. */
function given(update: string | null | undefined, current: string | null): string | null {
  return update === undefined ? current : update;
}

/** All but its ends. */
export function attributionOf(fields: StatementFields): Omit<StatementFields, 'spans'> {
  const { speaker, role, organization, consentOrganizationId, source } = fields;
  return { speaker, role, organization, consentOrganizationId, source };
}

/** What differs, for the record: each field as `{ from, to }`. */
export function changes(
  before: StatementFields,
  after: StatementFields,
): Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>> {
  const fields = ['speaker', 'role', 'organization', 'consentOrganizationId', 'source'] as const;
  const changed: [string, { readonly from: unknown; readonly to: unknown }][] = fields
    .filter((field) => before[field] !== after[field])
    .map((field) => [field, { from: before[field], to: after[field] }]);
  if (!sameSpans(before.spans, after.spans)) changed.push(['spans', { from: before.spans, to: after.spans }]);
  return Object.fromEntries(changed);
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every((span, n) => span.start === other[n]?.start && span.end === other[n].end)
  );
}
