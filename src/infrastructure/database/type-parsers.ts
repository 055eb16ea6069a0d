import { type CustomTypesConfig, types } from 'pg';

const { builtins } = types;

/**
 * How values of PostgreSQL become values of JavaScript: instants are whole epoch milliseconds, 64-bit numbers are
 * numbers (no key or count of the ledger comes near 2^53), calendar days stay the text `2031-05-30`.
 */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.TIMESTAMPTZ]: instantOf,
  [builtins.INT8]: Number,
  [builtins.DATE]: (text) => text,
};

export const typeParsers: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const parser = format === 'binary' ? undefined : PARSERS[oid];
    return parser ?? types.getTypeParser(oid, format);
  },
};

/** Reads PostgreSQL's text form in a session whose time zone is UTC, such as `2031-05-30 14:00:00.123456+00`. */
function instantOf(text: string): number {
  return Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}
