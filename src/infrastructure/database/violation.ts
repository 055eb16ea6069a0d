import { DatabaseError } from 'pg';

/** Which of the ledger's rules stopped a statement. */
export type Violation = 'duplicate' | 'in-use' | 'not-allowed' | 'try-again';

/** PostgreSQL's codes: unique, foreign key and check violations; serialization failure and deadlock. */
const VIOLATIONS: ReadonlyMap<string, Violation> = new Map([
  ['23505', 'duplicate'],
  ['23503', 'in-use'],
  ['23514', 'not-allowed'],
  ['40001', 'try-again'],
  ['40P01', 'try-again'],
]);

/** The rule that a thrown error tells of, or null where it is about something else. */
export function violationOf(thrown: unknown): Violation | null {
  return thrown instanceof DatabaseError ? (VIOLATIONS.get(thrown.code ?? '') ?? null) : null;
}
