import { z } from 'zod';

/** What a person is told about a variable, in the README's table and in the sentence about a fault. */
export interface VariableNotes {
  readonly description: string;
  /** Completes "Set it to …". */
  readonly expects: string;
  /** What holds when the variable is not set. */
  readonly standard: string;
  readonly unit?: string;
  readonly range?: { readonly min: number; readonly max: number };
  /** A secret's value is never shown. */
  readonly secret?: boolean;
}

export const variableNotes = z.registry<VariableNotes>();

export function variable<Schema extends z.ZodType>(schema: Schema, notes: VariableNotes): Schema {
  const described = schema.describe(notes.description);
  variableNotes.add(described, notes);
  return described;
}

export function duration(standard: number, min: number, max: number, description: string) {
  return variable(wholeNumber(min, max).default(standard), {
    description,
    expects: `a whole number of milliseconds from ${min} to ${max}`,
    standard: String(standard),
    unit: 'ms',
    range: { min, max },
  });
}

export function size(standard: number, min: number, max: number, unit: string, description: string) {
  return variable(wholeNumber(min, max).default(standard), {
    description,
    expects: `a whole number of ${unit} from ${min} to ${max}`,
    standard: String(standard),
    unit,
    range: { min, max },
  });
}

export function port(standard: number, description: string) {
  return variable(wholeNumber(0, 65_535).default(standard), {
    description,
    expects: 'a port number from 0 to 65535',
    standard: String(standard),
    range: { min: 0, max: 65_535 },
  });
}

/** An address that may hold a password, and so is a secret; null when it is not set. */
export function secretUrl(
  protocols: readonly string[],
  notes: { readonly description: string; readonly example: string; readonly otherwise: string },
) {
  const schema = z.string().refine((text) => protocols.includes(protocolOf(text)));
  return variable(schema.nullable().default(null), {
    description: notes.description,
    expects: `an address such as ${notes.example}`,
    standard: notes.otherwise,
    secret: true,
  });
}

function protocolOf(text: string): string {
  return URL.parse(text)?.protocol ?? '';
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
}
