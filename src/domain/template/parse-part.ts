import { LiquidError, Tokenizer, TokenKind, type Template as LiquidTemplate, type Variables } from 'liquidjs';
import { findQuotationMark } from '../post/quotation-mark.js';
import { FILTER_NAMES, parseLiquid, RESERVED, TAG_NAMES, usedNames } from './engine.js';
import { positionAt, positionOf, type PlacedFault } from './position.js';
import { didYouMean } from './suggestion.js';
import type { TemplatePart, Use } from './template.js';
import { isVariable, VARIABLES } from './variables.js';

/** A part as it was read; with faults, its other fields are not to be used. */
export type ReadPart = TemplatePart & { readonly faults: readonly PlacedFault[] };

/**
 * Reads the Liquid of one part. `line` is the part's first line in the file; `blanks` are the names that the
 * front matter declares beside the variables, or null where it could not be read, and then no name is judged.
 */
export function readPart(text: string, line: number, blanks: readonly string[] | null): ReadPart {
  const source = '\n'.repeat(line - 1) + text;
  if (text.trim() === '') {
    return {
      line,
      uses: [],
      liquid: [],
      faults: [{ line, column: 1, message: 'A part of the template is empty.' }],
    };
  }
  const parsed = parse(source);
  if ('message' in parsed) return { line, uses: [], liquid: [], faults: [parsed] };
  const { globals, locals } = usedNames(parsed.liquid);
  const uses = placed(globals).filter(({ name }) => isVariable(name) || blanks?.includes(name));
  const faults = [
    ...(blanks === null ? [] : unknownNames(globals, blanks)),
    ...placed(locals)
      .filter(({ name }) => isVariable(name))
      .map(({ name, ...at }) => ({
        ...at,
        message: `${name} has a meaning already: assign to another name.`,
      })),
    ...unattributed(uses),
    ...filteredSources(source),
    ...strangeCharacters(source),
  ];
  return {
    line,
    uses,
    liquid: parsed.liquid,
    faults: faults.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function parse(source: string): { liquid: LiquidTemplate[] } | PlacedFault {
  try {
    return { liquid: parseLiquid(source) };
  } catch (error) {
    if (LiquidError.is(error)) return { ...positionOf(error), message: inWords(error.message) };
    throw error;
  }
}

/** Liquid's own message, less the place that it repeats, and with what is offered here. */
function inWords(message: string): string {
  const bare = message.replace(/,? (?:file:[^,]*, )?line:\d+, col:\d+$/u, '');
  const tag = /^tag "(?<name>.*)" not found$/u.exec(bare)?.groups?.['name'];
  if (tag !== undefined)
    return `There is no tag ${tag} here.${didYouMean(tag, TAG_NAMES)} The tags are ${TAG_NAMES.join(', ')}.`;
  const filter = /^undefined filter: (?<name>.*)$/u.exec(bare)?.groups?.['name'];
  if (filter !== undefined) {
    return `There is no filter ${filter} here.${didYouMean(filter, FILTER_NAMES)} The filters are ${FILTER_NAMES.join(', ')}.`;
  }
  return `Liquid cannot read this: ${bare.replace(/\\n|\s+/gu, ' ')}.`;
}

function placed(variables: Variables): Use[] {
  return Object.entries(variables).flatMap(([name, found]) =>
    found.map(({ location }) => ({ name, line: location.row, column: location.col })),
  );
}

function unknownNames(globals: Variables, blanks: readonly string[]): PlacedFault[] {
  const known = [...Object.keys(VARIABLES), ...blanks];
  return Object.values(globals)
    .flat()
    .filter((variable) => !known.includes(String(variable)))
    .map((variable) => {
      const name = String(variable);
      const root = String(variable.segments[0]);
      const suggestion = known.includes(root) ? ` Did you mean ${root}?` : didYouMean(name, known);
      const message = `There is no variable ${name}.${suggestion}`;
      return { line: variable.location.row, column: variable.location.col, message };
    });
}

function unattributed(uses: readonly Use[]): PlacedFault[] {
  if (uses.some(({ name }) => name === 'speaker')) return [];
  return uses
    .filter(({ name }) => name === 'quotation')
    .map(({ line, column }) => ({
      line,
      column,
      message:
        'The quotation stands in a part that does not name who said it: write {{ speaker }} in the same part.',
    }));
}

function filteredSources(source: string): PlacedFault[] {
  return [...source.matchAll(/\{\{-?\s*(?:quotation|fact|figure|link)\s*\|\s*(?<filter>\w*)/gu)].map(
    (match) => {
      const filter = match.groups?.['filter'] ?? '';
      const message = `The filter ${filter} would change words of the release or an address: show them as they are.`;
      return { ...positionAt(source, match.index + match[0].length - filter.length), message };
    },
  );
}

/** Quotation marks and reserved characters in the template's own words, Liquid's string marks apart. */
function strangeCharacters(source: string): PlacedFault[] {
  const frame = frameOf(source);
  const found: PlacedFault[] = [];
  const mark = findQuotationMark(frame);
  if (mark !== null) {
    const message =
      'Quotation marks come only from {{ quotation }}: write the words without marks, or quote the release.';
    found.push({ ...positionAt(source, mark), message });
  }
  const reserved = RESERVED.exec(source)?.index;
  if (reserved !== undefined) {
    found.push({
      ...positionAt(source, reserved),
      message: 'This character is reserved: type that place anew.',
    });
  }
  return found;
}

/** The source with Liquid's tags blanked out, outputs as letters, and typographic marks in either kept. */
function frameOf(source: string): string {
  const tokens = new Tokenizer(source).readTopLevelTokens();
  return tokens
    .map((token) => {
      const text = token.getText();
      if (token.kind === TokenKind.HTML) return text;
      const stand = token.kind === TokenKind.Output ? 'x' : ' ';
      return text.replace(/[^“”„‟«»‹›]/gu, (character) => stand.repeat(character.length));
    })
    .join('');
}
