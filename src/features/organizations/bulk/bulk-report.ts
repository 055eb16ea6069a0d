import type * as z from 'zod';
import { faultSentence } from '../../../infrastructure/http/fault-sentence.js';
import type { FieldFault, Refusal } from '../../../infrastructure/http/index.js';

export type BulkOutcome = 'created' | 'changed' | 'unchanged';

/** What stands against one of many wanted things; `index` is its place among them, `field` a dotted path into it. */
export interface BulkFault extends FieldFault {
  readonly index: number;
}

/** What became of each wanted thing, in their order; where there is a fault, nothing became of any. */
export interface BulkReport {
  readonly outcomes: readonly BulkOutcome[];
  readonly faults: readonly BulkFault[];
}

export function faultOf(index: number, { message, fields }: Refusal): BulkFault {
  return { index, field: fields[0]?.field ?? '', message: fields[0]?.message ?? message };
}

/** What the contract holds against a value, or the value as it reads it. */
export function readBy<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  index: number,
): { readonly value: Value } | { readonly faults: readonly BulkFault[] } {
  const result = schema.safeParse(value, { error: faultSentence });
  if (result.success) return { value: result.data };
  return {
    faults: result.error.issues.map(({ path, message }) => ({
      index,
      field: path.map(String).join('.'),
      message,
    })),
  };
}
