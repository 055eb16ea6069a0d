import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import * as z from 'zod';
import { faultSentence } from './fault-sentence.js';
import { type FieldFault, Invalid } from './refusal.js';

/** A refusal lists this many faults at most; a caller mends those first. */
const MOST_FAULTS = 20;

/**
 * Checks bodies, queries and path parameters by the schema that `@Body({ schema })` and its like name; OpenAPI
 * is made from the same one. Nest's own pipe does this too, but gives up zod's issues for flat texts, and here
 * each fault keeps its field. A message that stands in the schema wins over the general sentence.
 */
export class RequestValidation implements PipeTransform {
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    if (!(schema instanceof z.ZodType))
      throw new Error('The contract is written with zod, and with nothing else');
    const result = schema.safeParse(value, { error: faultSentence });
    if (result.success) return result.data;
    throw invalidRequest(result.error.issues.map(faultOf));
  }
}

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return { field: path.map(String).join('.') || 'body', message: issue.message };
}

/** The one refusal of a request that does not have the form which the contract gives it. */
export function invalidRequest(faults: readonly FieldFault[]): Invalid {
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return new Invalid(
    'invalid-request',
    first === undefined ? 'The request is not valid.' : `${first.field}: ${first.message}${more}`,
    faults.slice(0, MOST_FAULTS),
  );
}
