import { LiquidError } from 'liquidjs';
import { NETWORK_RULES } from '../network/network.js';
import { MOST_PARTS, type Part, type Segment } from '../post/segment.js';
import { prove, statementIds } from '../statement/prove.js';
import { assemblePart } from './assemble.js';
import { holdsQuotationMark, QUOTATION_KEY, valuesOf, type FillContext, type Value } from './context.js';
import { renderLiquid, RenderFailure, RESERVED, Sealed } from './engine.js';
import { objectToLength, type Size } from './length.js';
import { positionOf } from './position.js';
import { sentenceGroups } from './sentence-groups.js';
import type { Blank, Position, Template, TemplatePart, Use } from './template.js';
import { isVariable, variableRule } from './variables.js';

export type Unfilled =
  | 'network'
  | 'days'
  | 'needs-quotation'
  | 'needs-fact'
  | 'missing-value'
  | 'missing-words'
  | 'sealed-words'
  | 'quotation-mark'
  | 'not-proved'
  | 'too-long'
  | 'too-short'
  | 'liquid';

export interface Unfillable {
  readonly kind: 'refuse';
  readonly because: Unfilled;
  /** Where in the template. */
  readonly at: Position;
  readonly message: string;
  /** With `too-long` and `too-short`: what takes how much. */
  readonly size?: Size;
}

export interface Filled {
  readonly kind: 'filled';
  readonly parts: readonly Part[];
  /** Ids of the statements that the post uses. */
  readonly usedStatements: readonly string[];
  /** Whether the text names the date or the hour of the hearing, so that moving it changes the text. */
  readonly dependsOnDate: boolean;
}

/**
 * Fills a template: the parts of one post, proved, or the first thing that stands against them.
 *
 * Words of a source pass through Liquid sealed and come out as segments, so that no template changes them.
 * A text that does not fit its network is refused, never cut. Pure: the same input gives the same parts.
 */
export function fill(template: Template, context: FillContext): Filled | Unfillable {
  const unsuited = objectToContext(template, context);
  if (unsuited) return unsuited;
  const values = { ...blankValues(template, context), ...valuesOf(context) };
  const unfit = objectToValues(template, values, context.campaign.phrases);
  if (unfit) return unfit;
  const parts: Part[] = [];
  for (const part of template.parts) {
    const made = renderPart(part, values, template.blanks);
    if ('kind' in made) return made;
    parts.push(...(repeatedFor(template, part, values, context) ?? [made]));
  }
  if (parts.length > MOST_PARTS) {
    const message = `This takes ${parts.length} parts, and a thread has at most ${MOST_PARTS}: use a shorter statement.`;
    return refuse('too-long', { line: 1, column: 1 }, message);
  }
  const proof = prove(parts, sourcesOf(context), context.campaign.phrases);
  if (proof.kind === 'refuse') {
    return refuse('not-proved', placeOf(template, proof.where.part), proof.message);
  }
  const length = objectToLength(template, parts, context);
  if (length)
    return {
      ...refuse(length.because, placeOf(template, length.size.part), length.message),
      size: length.size,
    };
  return { kind: 'filled', parts, usedStatements: statementIds(parts), dependsOnDate: namesDate(template) };
}

/** Whether a template names the hearing's date or hour anywhere. */
export function namesDate(template: Template): boolean {
  return usesOf(template).some(({ name }) => isVariable(name) && variableRule(name).namesDate === true);
}

function usesOf(template: Template): readonly Use[] {
  return template.parts.flatMap(({ uses }) => uses);
}

function objectToContext(template: Template, context: FillContext): Unfillable | null {
  const at = { line: 1, column: 1 };
  const { network, daysBefore, source } = context;
  if (!template.networks.includes(network)) {
    const { title } = NETWORK_RULES[network];
    return refuse('network', at, `The template ${template.name} is not for ${title}: choose another.`);
  }
  const window = template.daysBefore;
  if (window && (daysBefore === null || daysBefore < window.from || daysBefore > window.to)) {
    const message = `The template ${template.name} is for ${window.from} to ${window.to} days before the hearing: choose another.`;
    return refuse('days', at, message);
  }
  if (template.needs === 'none') return null;
  if (source?.statement.kind === template.needs && source.statement.status === 'accepted') return null;
  const because = template.needs === 'quotation' ? 'needs-quotation' : 'needs-fact';
  return refuse(
    because,
    at,
    `The template ${template.name} needs an accepted ${template.needs}: accept one in the review.`,
  );
}

function blankValues(template: Template, context: FillContext): Record<string, Value> {
  return Object.fromEntries(
    template.blanks.map((blank) => [
      blank.name,
      context.blanks[blank.name]?.trim() || (blank.default ?? null),
    ]),
  );
}

/** Names and the partner's words are frame text: they may hold no quotation marks and no reserved characters. */
function objectToValues(
  template: Template,
  values: Readonly<Record<string, Value>>,
  phrases?: readonly string[],
): Unfillable | null {
  for (const { name, line, column } of usesOf(template)) {
    const value = values[name];
    if (holdsQuotationMark(value, phrases)) {
      const message = `${name} holds quotation marks (${String(value)}): take them out, since readers would take it for somebody's words.`;
      return refuse('quotation-mark', { line, column }, message);
    }
    if (typeof value === 'string' && RESERVED.test(value)) {
      return refuse('sealed-words', { line, column }, `${name} holds a reserved character: type it anew.`);
    }
  }
  return null;
}

function render(
  liquid: Template['parts'][number]['liquid'],
  values: Readonly<Record<string, Value>>,
  blanks: readonly Blank[],
): { readonly kind: 'rendered'; readonly text: string } | Unfillable {
  try {
    return { kind: 'rendered', text: renderLiquid(liquid, values) };
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const cause = error.originalError;
    if (!(cause instanceof RenderFailure)) return refuse('liquid', positionOf(error), error.message);
    const at = cause.position ?? positionOf(error);
    if (cause.because === 'sealed') return refuse('sealed-words', at, cause.message);
    return objectToMissing(error.token.getText(), at, blanks);
  }
}

function objectToMissing(shown: string, at: Position, blanks: readonly Blank[]): Unfillable {
  const name = /^\{\{-?\s*(?<name>\w+)/u.exec(shown)?.groups?.['name'];
  const blank = blanks.find((one) => one.name === name);
  if (blank) {
    const message = `The partner's own words for ${blank.name} are missing: ${blank.asks}`;
    return refuse('missing-words', at, message);
  }
  const message = `${shown} has no value here: ask for it with {% if … %} first, or give it one.`;
  return refuse('missing-value', at, message);
}

/** A part with its sealed words put back. */
function renderPart(
  { liquid }: Pick<TemplatePart, 'liquid'>,
  values: Readonly<Record<string, Value>>,
  blanks: readonly Blank[],
): Part | Unfillable {
  const rendered = render(liquid, values, blanks);
  if (rendered.kind === 'refuse') return rendered;
  const sealed = Object.values(values).filter((value) => value instanceof Sealed);
  return assemblePart(rendered.text, sealed);
}

/**
 * The part that shows the quotation, once for each group of its sentences; null where the template does not split,
 * where all fits into one part, or where a sentence alone is too long, which is then told of the whole.
 */
function repeatedFor(
  template: Template,
  part: TemplatePart,
  values: Readonly<Record<string, Value>>,
  context: FillContext,
): readonly Part[] | null {
  const { source, passage = 0, removed } = context;
  const quotes = part.uses.some(({ name }) => name === 'quotation');
  if (!template.split || !quotes || source === null || removed !== undefined) return null;
  const render = (segments: readonly Segment[]) =>
    renderPart(part, { ...values, quotation: new Sealed(QUOTATION_KEY, segments) }, template.blanks);
  const groups = sentenceGroups(source, passage, (segments) => {
    const made = render(segments);
    return 'kind' in made ? 'too-long' : (objectToLength(template, [made], context)?.because ?? 'fits');
  });
  if (groups === null || groups.length === 1) return null;
  return groups.map(render).flatMap((made) => ('kind' in made ? [] : [made]));
}

function sourcesOf({ source }: FillContext) {
  return new Map(source ? [[source.statement.id, source]] : []);
}

/** Where a part shows its source, or else where it begins. */
function placeOf(template: Template, index: number): Position {
  const part = template.parts[index];
  const use = part?.uses.find(({ name }) => name === 'quotation' || name === 'fact');
  return use ? { line: use.line, column: use.column } : { line: part?.line ?? 1, column: 1 };
}

function refuse(because: Unfilled, at: Position, message: string): Unfillable {
  return { kind: 'refuse', because, at, message };
}
