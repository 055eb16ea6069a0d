import { Liquid, type FilterImplOptions, type Template as LiquidTemplate } from 'liquidjs';
import type { Segment } from '../post/segment.js';
import type { Position } from './template.js';

/** Words of a source on their way through Liquid, which sees own properties only: it can show them, no more. */
export class Sealed {
  readonly #key: number;
  readonly #segments: readonly Segment[];

  /** `key` tells the sealed words of one post apart. */
  constructor(key: number, segments: readonly Segment[]) {
    this.#key = key;
    this.#segments = segments;
  }

  get key(): number {
    return this.#key;
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  /** Reached only where Liquid would take the words as text, e.g. to compare them. */
  toString(): string {
    throw new RenderFailure(
      'sealed',
      'Words of a source are shown as they are, and cannot be compared.',
      null,
    );
  }
}

/** Stands for sealed words in a rendered text, which it splits: every second piece is a key. */
export const PLACEHOLDER = /\uE000(\d+)\uE001/u;
export const RESERVED = /[\uE000\uE001]/u;

/** What a template did wrong while it was filled; a null position is where Liquid stood. */
export class RenderFailure extends Error {
  constructor(
    readonly because: 'sealed' | 'missing',
    message: string,
    readonly position: Position | null,
  ) {
    super(message);
  }
}

/** Tags that decide what is shown. Loops, captures, includes and raw text are left out: nothing needs them. */
const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'assign', '#']);
export const TAG_NAMES = [...TAGS];

/** Filters for the template's own words and variables; none cuts a text short. */
const FILTERS: Readonly<Record<string, (text: string, ...rest: string[]) => string>> = {
  append: (text, suffix = '') => text + suffix,
  prepend: (text, prefix = '') => prefix + text,
  upcase: (text) => text.toUpperCase(),
  downcase: (text) => text.toLowerCase(),
  capitalize: (text) => text.replace(/^./u, (first) => first.toUpperCase()),
  replace: (text, from = '', to = '') => (from === '' ? text : text.replaceAll(from, () => to)),
  default: (text, otherwise = '') => (text === '' ? otherwise : text),
};
export const FILTER_NAMES = Object.keys(FILTERS);

type FilterHandler = Exclude<FilterImplOptions, { handler: unknown }>;

const engine = makeEngine();

export function parseLiquid(source: string): LiquidTemplate[] {
  return engine.parse(source);
}

export function usedNames(liquid: LiquidTemplate[]): ReturnType<Liquid['analyzeSync']> {
  return engine.analyzeSync(liquid);
}

/** Renders with sealed words as placeholders. Throws a LiquidError, often around a RenderFailure. */
export function renderLiquid(liquid: readonly LiquidTemplate[], scope: object): string {
  return String(engine.renderSync([...liquid], scope));
}

function makeEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: written,
  });
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.has(tag)) Reflect.deleteProperty(liquid.tags, tag);
  for (const filter of Object.keys(liquid.filters)) liquid.unregisterFilter(filter);
  for (const [name, filter] of Object.entries(FILTERS)) liquid.registerFilter(name, guarded(name, filter));
  return liquid;
}

function guarded(name: string, filter: (text: string, ...rest: string[]) => string): FilterHandler {
  return function refuseSealed(value: unknown, ...rest: unknown[]): string {
    if ([value, ...rest].some((one) => one instanceof Sealed)) {
      const [line = 1, column = 1] = this.token.getPosition();
      const message = `The filter ${name} would change words of the release or an address: show them as they are.`;
      throw new RenderFailure('sealed', message, { line, column });
    }
    return filter(plain(value), ...rest.map(plain));
  };
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** What an output tag writes: every value that a template shows passes here. */
function written(value: unknown): string {
  if (value instanceof Sealed) return `\uE000${value.key}\uE001`;
  if (value === null || value === undefined) throw new RenderFailure('missing', 'It has no value.', null);
  const text = plain(value);
  if (RESERVED.test(text)) throw new RenderFailure('sealed', 'It holds reserved characters.', null);
  return text;
}
