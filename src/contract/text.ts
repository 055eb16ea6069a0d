import * as z from 'zod';

/** Whether every surrogate has its other half: what has not cannot be written as UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}

/** A text of one line: trimmed, not empty, without control characters. */
export function oneLine(longest: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'This must be one line, without tabs and other control characters.')
    .refine(isWellFormed, 'This has half a character in it: copy the text again.');
}

/** A text that may have several lines: trimmed, not empty, without other control characters. */
export function severalLines(longest: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[\P{Cc}\n]*$/u, 'This must be plain text, without tabs and other control characters.')
    .refine(isWellFormed, 'This has half a character in it: copy the text again.');
}

/** A web address that people can open. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'This must be an address that begins with http:// or https://.' })
  .max(2_000);

/** Who did it. A name, until people sign in. */
export const person = oneLine(200);
