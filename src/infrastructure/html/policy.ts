import { createHash } from 'node:crypto';

/** The Content-Security-Policy of a page that brings all that it shows: nothing is fetched, nothing runs. */
export function selfContainedPolicy(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
