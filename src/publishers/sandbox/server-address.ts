const loopbackNames = /^(?:127(?:\.\d+){3}|localhost|\[::1\])$/;

/**
 * The origin of a sandbox server, or null where this publisher must not go: it sends tokens over plain HTTP, so it
 * talks to this machine alone, and to those origins that the installation names.
 */
export function allowedOrigin(serverUrl: string, otherOrigins: readonly string[]): string | null {
  if (!URL.canParse(serverUrl)) return null;
  const { protocol, hostname, origin } = new URL(serverUrl);
  if (otherOrigins.includes(origin)) return origin;
  return protocol === 'http:' && loopbackNames.test(hostname) ? origin : null;
}
