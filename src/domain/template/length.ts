import { countGraphemes, measure, type Measure } from '../network/measure.js';
import { NETWORK_RULES } from '../network/network.js';
import { partText, type Part } from '../post/segment.js';
import type { FillContext } from './context.js';
import type { Range, Template } from './template.js';

/** What takes how much of a part, in the network's own unit; `part` counts from 0. */
export interface Size {
  readonly part: number;
  readonly count: number;
  readonly limit: number;
  readonly unit: string;
  /** How much of `count` the words of the statement take. */
  readonly source: number;
}

export interface LengthObjection {
  readonly because: 'too-long' | 'too-short';
  readonly message: string;
  readonly size: Size;
}

/** The first part that does not fit its network or the length that the template promises, or null. */
export function objectToLength(
  template: Template,
  parts: readonly Part[],
  context: FillContext,
): LengthObjection | null {
  for (const [index, part] of parts.entries()) {
    const text = partText(part);
    const network = measure(context.network, text, context.textLimit);
    if (!network.fits) return tooLong(index, part, network, context);
    if (template.length && countGraphemes(text) < template.length.from) {
      return tooShort(index, text, template.length);
    }
    if (template.length && countGraphemes(text) > template.length.to) {
      const promised = {
        count: countGraphemes(text),
        limit: template.length.to,
        fits: false,
        unit: 'grapheme' as const,
      };
      return tooLong(index, part, promised, context);
    }
  }
  return null;
}

function tooLong(
  index: number,
  part: Part,
  { count, limit, unit }: Measure,
  context: FillContext,
): LengthObjection {
  const frame = { ...part, segments: part.segments.filter((segment) => !('statementId' in segment)) };
  const marks = part.segments.filter(({ kind }) => kind === 'quotation').length * 2;
  const source = Math.max(
    0,
    count - marks - measure(context.network, partText(frame), context.textLimit).count,
  );
  const { title } = NETWORK_RULES[context.network];
  const message =
    source > 0
      ? `Part ${index + 1} takes ${count} of ${limit} ${unit}s on ${title}: the statement ${source}, the rest ${count - source}. Use a statement of at most ${Math.max(0, limit - count + source)}, or shorten the template.`
      : `Part ${index + 1} takes ${count} of ${limit} ${unit}s on ${title}: shorten the template or the partner's words.`;
  return { because: 'too-long', message, size: { part: index, count, limit, unit, source } };
}

function tooShort(index: number, text: string, { from }: Range): LengthObjection {
  const count = countGraphemes(text);
  const message = `Part ${index + 1} takes ${count} characters, and the template promises at least ${from}: say more.`;
  return {
    because: 'too-short',
    message,
    size: { part: index, count, limit: from, unit: 'grapheme', source: 0 },
  };
}
