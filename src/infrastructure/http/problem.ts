import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { Problem } from '../../contract/problem.js';
import { type Violation, violationOf } from '../database/violation.js';
import { type FieldFault, Refusal } from './refusal.js';

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly FieldFault[];
  /** True where the fault is ours, so that it belongs in the log. */
  readonly ours: boolean;
}

/** What a thrown thing answers, and whether its cause is ours. Nothing of SQL, stacks or paths gets out. */
export function refusedOf(thrown: unknown): Refused {
  if (thrown instanceof Refusal) {
    return {
      status: thrown.status,
      code: thrown.code,
      detail: thrown.message,
      fields: thrown.fields,
      ours: false,
    };
  }
  const violation = violationOf(thrown);
  if (violation !== null) return violated(violation);
  const status = httpStatus(thrown);
  if (status !== null && status < 500) return httpRefused(status);
  return UNEXPECTED;
}

export function problemOf(refused: Refused, requestId: string): Problem {
  return {
    type: `urn:chorus:problem:${refused.code}`,
    title: STATUS_CODES[refused.status] ?? 'Error',
    status: refused.status,
    code: refused.code,
    detail: refused.detail,
    fields: [...(refused.fields ?? [])],
    requestId,
  };
}

const UNEXPECTED: Refused = {
  status: 500,
  code: 'unexpected',
  detail: 'Something went wrong here. Try again; if it stays, give the operator the request id.',
  ours: true,
};

/** Services refuse before the database must; what slips through is a race or our own fault, so it is logged. */
const VIOLATIONS: Readonly<Record<Violation, readonly [code: string, detail: string]>> = {
  duplicate: ['already-exists', 'This exists already: something with the same name was saved a moment ago.'],
  'in-use': ['in-use', 'Something else depends on this, or what it refers to has just gone.'],
  'not-allowed': ['not-allowed-now', 'What this would change no longer allows it. Look at it again first.'],
  'try-again': ['try-again', 'Two changes met, and this one gave way. Send it again.'],
};

function violated(violation: Violation): Refused {
  const [code, detail] = VIOLATIONS[violation];
  return { status: 409, code, detail, ours: true };
}

/** Nest's own exceptions and Fastify's errors both carry a status; their texts are not for our callers. */
function httpStatus(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number') {
    return thrown.statusCode;
  }
  return null;
}

const HTTP_REFUSALS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed-request', 'The request cannot be read: its body must be well-formed JSON in UTF-8.'],
  404: ['no-such-route', 'There is nothing at this address. The API is described at /api/docs.'],
  405: ['no-such-route', 'This address does not take that method. The API is described at /api/docs.'],
  413: [
    'request-too-large',
    'The request is too large: a release has at most 1,000,000 bytes of text, and a file of one at most 20 MB.',
  ],
  414: ['address-too-long', 'The address is too long.'],
  415: ['unsupported-media-type', 'The body must be JSON: send it with “content-type: application/json”.'],
};

function httpRefused(status: number): Refused {
  const [code, detail] = HTTP_REFUSALS[status] ?? ['refused', 'The request was refused.'];
  return { status, code, detail, ours: false };
}
