import { z } from 'zod';

/** What a client asks of the network; each fault strikes one of these. */
export const operations = [
  'create-post',
  'upload-picture',
  'find-by-key',
  'read-timeline',
  'read-limits',
  'delete-post',
] as const;
export type Operation = (typeof operations)[number];

/**
 * Where in a request a fault strikes: when it has arrived and nothing is known of its key, when its key is taken
 * and nothing is kept, or when all is kept and nothing is answered. Requests that keep nothing pass them all.
 */
export const stageSchema = z.enum(['arrival', 'before-commit', 'after-commit']);
export type Stage = z.infer<typeof stageSchema>;

const target = {
  operation: z.enum(operations).default('create-post'),
  /** A handle; left out, every account is struck. */
  account: z.string().optional(),
  /** How many requests it strikes; left out, it strikes until it is cleared. */
  times: z.int().positive().optional(),
};

/** One fault switch. Faults of different kinds may strike the same request. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer-lost'), ...target }),
  z.strictObject({ kind: z.literal('cut-body'), ...target }),
  z.strictObject({ kind: z.literal('reset-before-commit'), ...target }),
  z.strictObject({
    kind: z.literal('slow'),
    ...target,
    at: stageSchema.default('before-commit'),
    delayMs: z.int().nonnegative(),
  }),
  /** Holds the request until the holds are released. */
  z.strictObject({ kind: z.literal('hold'), ...target, at: stageSchema.default('before-commit') }),
  z.strictObject({
    kind: z.literal('rate-limited'),
    ...target,
    retryAfterSeconds: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('server-error'),
    ...target,
    at: stageSchema.default('before-commit'),
    status: z.int().min(500).max(599).default(503),
  }),
  z.strictObject({
    kind: z.literal('refuse'),
    ...target,
    status: z.union([z.literal(403), z.literal(422)]).default(422),
    reason: z.string().default('The network refuses this.'),
  }),
  z.strictObject({ kind: z.literal('unauthorized'), ...target }),
  /** Keys are neither read nor kept, and a look-up by key is not offered. */
  z.strictObject({ kind: z.literal('idempotency-off'), ...target, operation: z.undefined().optional() }),
]);
export type Fault = z.infer<typeof faultSchema>;
/** A fault as it is written, with its defaults left out. */
export type FaultInput = z.input<typeof faultSchema>;
