import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import { NETWORKS } from '../network/network.js';
import { didYouMean } from './suggestion.js';
import type { PlacedFault } from './position.js';
import type { Position } from './template.js';
import { isVariable } from './variables.js';

/** What the front matter says, before its networks are resolved. */
export type FrontMatter = z.infer<typeof frontMatter>;

const range = z.strictObject({ from: z.int(), to: z.int() }).refine(({ from, to }) => from <= to);

const frontMatter = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  purpose: z.string().trim().min(1),
  networks: z.union([z.literal('all'), z.array(z.enum(NETWORKS)).min(1)]),
  needs: z.enum(['quotation', 'fact', 'none']),
  parts: z.int().min(1).max(25),
  split: z.literal('sentences').optional(),
  length: range.optional(),
  days_before: range.optional(),
  by_name: z.boolean().optional(),
  blanks: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z][a-z0-9_]*$/u)
          .refine((name) => !isVariable(name)),
        asks: z.string().trim().min(1),
        default: z.string().trim().min(1).optional(),
        example: z.string().trim().min(1).optional(),
      }),
    )
    .optional(),
});

/** What each key must hold: the sentence behind every fault of its value. */
const HELP: Readonly<Record<string, string>> = {
  name: 'name is lower-case letters, digits and hyphens, such as hearing-day',
  purpose: 'purpose is one sentence on when to use the template',
  networks: `networks is all, or a list of ${NETWORKS.join(', ')}`,
  needs: 'needs is quotation, fact or none',
  parts: 'parts is the number of parts of the post, from 1 to 25',
  split:
    'split is sentences, for a part with the quotation that is repeated for as many groups of its sentences as needed',
  length: 'length is a range of whole numbers, such as { from: 40, to: 300 }',
  days_before:
    'days_before is a range of whole days, such as { from: 1, to: 60 }; below zero is after the hearing',
  by_name: 'by_name is true or false: a template with true is used only by waves that name it',
  blanks: 'blanks is a list of { name, asks, default, example }, each name in snake_case and no variable’s',
};

export const FRONT_MATTER_KEYS = Object.keys(HELP);

/**
 * Reads the YAML between the two lines of `---`. `firstLine` is the line of the file that it starts on, so that
 * each fault stands where its author sees it.
 */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
):
  | { readonly kind: 'read'; readonly value: FrontMatter }
  | { readonly kind: 'faults'; readonly faults: PlacedFault[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      ...at(error.pos[0]),
      message: `The front matter is not YAML: ${error.message}`,
    }));
    return { kind: 'faults', faults };
  }
  const parsed = frontMatter.safeParse(document.toJS() ?? {});
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const faults = parsed.error.issues.flatMap((issue) => describe(issue, document, at));
  return { kind: 'faults', faults };
}

function describe(
  issue: z.core.$ZodIssue,
  document: Document,
  at: (offset: number) => Position,
): PlacedFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known =
      path.length === 0 ? FRONT_MATTER_KEYS : ['from', 'to', 'name', 'asks', 'default', 'example'];
    return issue.keys.map((key) => ({
      ...at(offsetOf(document, [...path, key], 'key')),
      message: `The front matter knows no key ${key}.${didYouMean(key, known)}`,
    }));
  }
  const key = String(path[0] ?? '');
  const given = document.hasIn(path) && path.length > 0;
  const help = HELP[key] ?? 'the front matter is a list of keys and values, such as name: quotation';
  return [
    {
      ...at(offsetOf(document, path, 'value')),
      message: given ? `Wrong value: ${help}.` : `Missing: ${help}.`,
    },
  ];
}

/** Where the key or the value at a path stands in the YAML; where there is none, its nearest ancestor. */
function offsetOf(document: Document, path: readonly (string | number)[], want: 'key' | 'value'): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const [index, step] of path.entries()) {
    let child: unknown;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      child = want === 'key' && index === path.length - 1 ? pair?.key : pair?.value;
    } else if (isNode(node) && 'get' in node && typeof node.get === 'function') child = node.get(step, true);
    if (!isNode(child) || !child.range) return offset;
    [offset] = child.range;
    node = child;
  }
  return offset;
}
