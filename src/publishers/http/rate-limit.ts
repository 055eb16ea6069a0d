/** The headers of an answer, in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** How long to wait where a network limits the rate and does not say for how long. */
const unstatedMs = 60_000;

/**
 * How long a 429 asks to wait, in ms. `retry-after` comes first: it is a duration and needs no clock (RFC 9110
 * also allows a date). Else `ratelimit-reset` or `x-rate-limit-reset`: networks send an instant in seconds since
 * the epoch, read against the server's own `date` where there is one, since this machine's clock may differ;
 * the IETF draft sends a number of seconds, which no instant of today is small enough to be taken for.
 */
export function retryInMsOf(headers: Headers, now: number): number {
  const serverNow = instantOf(headers, 'date') ?? now;
  const retryAfter = textOf(headers, 'retry-after');
  if (retryAfter !== null && /^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const retryAt = instantOf(headers, 'retry-after');
  if (retryAt !== null) return Math.max(0, retryAt - serverNow);
  const reset = textOf(headers, 'ratelimit-reset') ?? textOf(headers, 'x-rate-limit-reset');
  if (reset === null || !/^\d+(?:\.\d+)?$/.test(reset)) return unstatedMs;
  const seconds = Number(reset);
  return seconds < 1_000_000_000 ? seconds * 1000 : Math.max(0, seconds * 1000 - serverNow);
}

function textOf(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (typeof value === 'string' ? value : value?.[0])?.trim() ?? null;
}

function instantOf(headers: Headers, name: string): number | null {
  const at = Date.parse(textOf(headers, name) ?? '');
  return Number.isNaN(at) ? null : at;
}
