import type * as z from 'zod';

type RawIssue = z.core.$ZodRawIssue;

/** What is wrong with a field, as a sentence that says what to give instead. */
export function faultSentence(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
      return `This is too ${small(issue.origin)}: give at least ${amount(issue.origin, issue.minimum)}.`;
    case 'too_big':
      return `This is too ${big(issue.origin)}: give at most ${amount(issue.origin, issue.maximum)}.`;
    case 'invalid_format':
      return wrongFormat(issue.format);
    case 'not_multiple_of':
      return `This must be a multiple of ${issue.divisor}.`;
    case 'unrecognized_keys':
      return `There is no field ${listed(issue.keys)} here: check the spelling, or leave it out.`;
    case 'invalid_value':
      return oneOf(issue.values, issue.input);
    case 'invalid_union':
      return issue.input === undefined ? 'This is missing.' : 'This fits none of the forms that it may have.';
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      break;
  }
  return 'This is not a value that can be used here.';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function wrongType(expected: string, input: unknown): string {
  const wanted = TYPE_NAMES[expected] ?? expected;
  if (input === undefined) return `This is missing: give ${wanted}.`;
  const given = input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input;
  return given === expected || given === 'number'
    ? `This must be ${wanted}.`
    : `This is ${TYPE_NAMES[given] ?? given}, and must be ${wanted}.`;
}

function small(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'short' : 'small';
}

function big(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'long' : 'large';
}

function amount(origin: string, limit: number | bigint | boolean): string {
  if (origin === 'string') return limit === 1 ? '1 character' : `${limit} characters`;
  if (origin === 'array') return limit === 1 ? '1 entry' : `${limit} entries`;
  return String(limit);
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'an id, such as 3f0c3a52-6d0e-4c36-9d0e-0d6a5f1b7a11',
  url: 'an address that begins with http:// or https://',
  date: 'a date, such as 2026-11-03',
  datetime: 'an instant with its offset, such as 2026-11-03T15:00:00Z',
};

function wrongFormat(format: string): string {
  const wanted = FORMATS[format];
  return wanted === undefined ? 'This is not written as it must be.' : `This must be ${wanted}.`;
}

function oneOf(values: readonly unknown[], input: unknown): string {
  const choice = values.length === 1 ? listed(values) : `one of ${listed(values)}`;
  return input === undefined ? `This is missing: give ${choice}.` : `This must be ${choice}.`;
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => `“${String(value)}”`).join(', ');
}
