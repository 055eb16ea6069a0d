import { NETWORK_RULES, NETWORKS } from '../network/network.js';
import { readFrontMatter, type FrontMatter } from './front-matter.js';
import { readPart } from './parse-part.js';
import type { PlacedFault } from './position.js';
import type { Fault, Template, TemplatePart } from './template.js';
import { variableRule, isVariable } from './variables.js';

export type ParsedTemplate =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** The line between two parts of a thread. */
const SEPARATOR = /^---part---[ \t]*$/u;
const FENCE = /^---[ \t]*$/u;

/**
 * Reads a template file: YAML front matter between two lines of `---`, then a Liquid text, in parts divided by
 * lines of `---part---`.
 *
 * Everything that can be known without a campaign is checked here, and every fault has its line and column:
 * the front matter's keys, Liquid's syntax, names that are no variable, quotations without their speaker,
 * quotation marks that no source stands behind.
 */
export function parseTemplate(source: string, fileName: string): ParsedTemplate {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || end < 0) {
    const message = 'A template begins with its front matter between two lines of ---.';
    return { kind: 'faults', faults: [{ fileName, line: 1, column: 1, message }] };
  }
  const matter = readFrontMatter(lines.slice(1, end).join('\n'), 2);
  const blanks = matter.kind === 'read' ? (matter.value.blanks ?? []).map(({ name }) => name) : null;
  const parts = splitParts(lines.slice(end + 1), end + 2).map(({ text, line }) =>
    readPart(text, line, blanks),
  );
  const faults: PlacedFault[] = parts.flatMap((part) => part.faults);
  if (matter.kind === 'faults') faults.unshift(...matter.faults);
  else faults.push(...mismatches(matter.value, parts, end + 1));
  if (matter.kind === 'faults' || faults.length > 0) {
    return { kind: 'faults', faults: faults.map((fault) => ({ fileName, ...fault })) };
  }
  return { kind: 'template', template: assemble(matter.value, parts, fileName) };
}

function splitParts(lines: readonly string[], firstLine: number): { text: string; line: number }[] {
  const parts = [{ text: '', line: firstLine }];
  for (const [index, line] of lines.entries()) {
    const part = parts.at(-1);
    if (SEPARATOR.test(line)) parts.push({ text: '', line: firstLine + index + 1 });
    else if (part) part.text += `${line}\n`;
  }
  return parts;
}

/** Where the front matter promises something else than the text holds; `line` is where the text begins. */
function mismatches(matter: FrontMatter, parts: readonly TemplatePart[], line: number): PlacedFault[] {
  const faults: PlacedFault[] = [];
  const add = (message: string) => faults.push({ line, column: 1, message });
  if (parts.length !== matter.parts) {
    add(
      `The front matter says ${matter.parts} parts, and the text has ${parts.length}: divide them by lines of ---part---.`,
    );
  }
  const uses = parts.flatMap((part) => part.uses);
  const used = new Set(uses.map(({ name }) => name));
  if (matter.needs === 'quotation' && !used.has('quotation')) {
    add('The template needs a quotation and never shows it: write {{ quotation }}, or needs: none.');
  }
  if (matter.needs === 'fact' && !used.has('fact') && !used.has('figure')) {
    add('The template needs a fact and never shows it: write {{ fact }} or {{ figure }}, or needs: none.');
  }
  for (const { name } of matter.blanks ?? []) {
    if (!used.has(name))
      add(`The blank ${name} is asked for and never shown: write {{ ${name} }}, or remove it.`);
  }
  for (const use of uses) {
    const from = isVariable(use.name) ? variableRule(use.name).from : undefined;
    if (from === undefined || from === matter.needs) continue;
    const message = `${use.name} comes from a ${from}: write needs: ${from} in the front matter.`;
    faults.push({ line: use.line, column: use.column, message });
  }
  const quoting = parts.filter((part) => part.uses.some(({ name }) => name === 'quotation'));
  if (matter.split !== undefined && quoting.length !== 1) {
    add(
      `split: sentences repeats the part that shows {{ quotation }}, and here ${quoting.length} do: show it in one part.`,
    );
  }
  for (const network of matter.networks === 'all' ? [] : matter.networks) {
    if (isThread(matter) && !NETWORK_RULES[network].threads) {
      add(
        `${NETWORK_RULES[network].title} takes no threads: remove ${network} from networks, or write one part.`,
      );
    }
  }
  return faults;
}

function isThread({ parts, split }: FrontMatter): boolean {
  return parts > 1 || split !== undefined;
}

function assemble(matter: FrontMatter, parts: readonly TemplatePart[], fileName: string): Template {
  const networks = matter.networks === 'all' ? NETWORKS : matter.networks;
  return {
    fileName,
    name: matter.name,
    purpose: matter.purpose,
    networks: networks.filter((network) => !isThread(matter) || NETWORK_RULES[network].threads),
    needs: matter.needs,
    length: matter.length ?? null,
    daysBefore: matter.days_before ?? null,
    byName: matter.by_name ?? false,
    blanks: matter.blanks ?? [],
    split: matter.split !== undefined,
    parts: parts.map(({ line, uses, liquid }) => ({ line, uses, liquid })),
  };
}
