import { measure, type Measure } from '../network/measure.js';
import { partText } from '../post/segment.js';
import type { FillContext } from './context.js';
import { fill, type Filled, type Unfillable } from './fill.js';
import type { Template } from './template.js';

/** What a template makes of examples on one network. */
export interface Preview {
  readonly template: Template;
  readonly network: FillContext['network'];
  /** How many examples were tried, and how many of them it fills. */
  readonly tried: number;
  readonly fitting: number;
  /** The longest text that it makes of them, part by part; or why the example that comes nearest is refused. */
  readonly shown: PreviewText | Unfillable;
}

export interface PreviewText {
  readonly kind: 'text';
  readonly parts: readonly (Measure & { readonly text: string })[];
}

/**
 * Fills a template on a network from each example, on a day on which it is used, with the examples of its blanks.
 * `examples` must not be empty.
 */
export function preview(
  template: Template,
  network: FillContext['network'],
  examples: readonly FillContext[],
): Preview {
  const suited = template.needs === 'none' ? examples.slice(0, 1) : examples.filter(suits(template));
  const results = (suited.length > 0 ? suited : examples.slice(0, 1)).map((example) =>
    fill(template, {
      ...example,
      network,
      daysBefore: dayFor(template, example.daysBefore),
      blanks: exampleBlanks(template),
    }),
  );
  const texts = results
    .filter((result) => result.kind === 'filled')
    .map((result) => shownText(result, network))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const [nearest] = results
    .filter((result) => result.kind === 'refuse')
    .toSorted((a, b) => excess(a) - excess(b));
  const shown = texts[0] ?? nearest;
  if (shown === undefined) throw new Error('A preview was asked for without an example.');
  return { template, network, tried: results.length, fitting: texts.length, shown };
}

function suits({ needs }: Template) {
  return ({ source }: FillContext): boolean => source?.statement.kind === needs;
}

/** The day of the example where the template allows it, else the nearest one that it allows. */
function dayFor({ daysBefore: range }: Template, day: number | null): number | null {
  return range === null ? day : Math.min(Math.max(day ?? range.from, range.from), range.to);
}

function exampleBlanks({ blanks }: Template): Record<string, string> {
  return Object.fromEntries(
    blanks.map(({ name, example, default: otherwise }) => [
      name,
      example ?? otherwise ?? `[own words for ${name}]`,
    ]),
  );
}

function excess({ size }: Unfillable): number {
  return size ? Math.abs(size.count - size.limit) : Infinity;
}

function shownText({ parts }: Filled, network: FillContext['network']): PreviewText {
  const texts = parts.map(partText);
  return { kind: 'text', parts: texts.map((text) => ({ text, ...measure(network, text) })) };
}

function lengthOf({ parts }: PreviewText): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
