import { resolve } from 'node:path';
import type { z } from 'zod';
import { type Environment, environmentSchema, type VariableName, variableNames } from './environment.js';
import { ConfigurationFault } from './fault.js';
import { meantVariable } from './misspelling.js';
import { variableNotes } from './variable.js';

export type LogLevel = Environment['LOG_LEVEL'];

/** Everything that a deployment can choose. Null stands for the embedded part. */
export interface Config {
  readonly http: { readonly host: string; readonly port: number };
  readonly database: { readonly url: string | null; readonly poolSize: number };
  readonly queue: {
    readonly redisUrl: string | null;
    readonly prefix: string;
    readonly concurrency: number;
    readonly lockDurationMs: number;
  };
  readonly publishing: {
    readonly armLeadMs: number;
    readonly claimLeadMs: number;
    readonly sweepIntervalMs: number;
    readonly requestLimitMs: number;
    readonly reconcileAfterMs: number;
  };
  readonly sandbox: { readonly url: string | null; readonly port: number };
  readonly vault: { readonly key: Buffer | null };
  readonly dataDir: string;
  readonly logLevel: LogLevel;
}

/** A claimed post is sent within this time or not at all, so a younger claim may still be on its way. */
export const SEND_WITHIN_MS = 2_000;

const PROJECT_FOLDER = resolve(import.meta.dirname, '../../..');

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment, the only place of Chorus that does.
 * @throws ConfigurationFault naming every fault at once, so that one look is enough to mend them all.
 */
export function loadConfig(env: Variables = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...unknownNames(given),
    ...(parsed.success ? contradictions(parsed.data) : badValues(parsed.error, given)),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationFault(faults);
  return nested(parsed.data);
}

function unknownNames(given: Variables): string[] {
  const known: readonly string[] = variableNames;
  return Object.keys(given).flatMap((name) => {
    if (known.includes(name)) return [];
    const meant = meantVariable(name, variableNames);
    if (meant !== undefined)
      return [`${name} is no variable of Chorus: ${meant} is probably meant, so rename it.`];
    if (!name.startsWith('CHORUS_')) return [];
    return [`${name} is no variable of Chorus: remove it, or look in the README for the name that you mean.`];
  });
}

function badValues(error: z.ZodError, given: Variables): string[] {
  const names = new Set(error.issues.map((issue) => issue.path[0]));
  return variableNames
    .filter((name) => names.has(name))
    .map((name) => {
      const notes = variableNotes.get(environmentSchema.shape[name]);
      const value = notes?.secret ? 'not usable (its value is kept secret)' : JSON.stringify(given[name]);
      return `${name} is ${value}: set it to ${notes?.expects}.`;
    });
}

/** Values that are right one by one and wrong together. */
function contradictions(environment: Environment): string[] {
  const faults: string[] = [];
  const { PORT, SANDBOX_PORT, SANDBOX_URL } = environment;
  if (PORT !== 0 && PORT === SANDBOX_PORT && SANDBOX_URL === null) {
    faults.push(`PORT and SANDBOX_PORT are both ${PORT}: give one of them another number.`);
  }
  if (environment.CHORUS_ARM_LEAD_MS <= environment.CHORUS_CLAIM_LEAD_MS) {
    faults.push(
      atLeast(
        environment,
        'CHORUS_ARM_LEAD_MS',
        environment.CHORUS_CLAIM_LEAD_MS + 1,
        'a post is made ready before it is claimed',
      ),
    );
  }
  const settledAfterMs =
    environment.CHORUS_CLAIM_LEAD_MS + SEND_WITHIN_MS + environment.CHORUS_REQUEST_LIMIT_MS;
  if (environment.CHORUS_RECONCILE_AFTER_MS < settledAfterMs) {
    faults.push(
      atLeast(
        environment,
        'CHORUS_RECONCILE_AFTER_MS',
        settledAfterMs,
        'a younger claim may still be on its way to the network',
      ),
    );
  }
  return faults;
}

type MillisecondVariable = Extract<VariableName, `${string}_MS`>;

function atLeast(
  environment: Environment,
  name: MillisecondVariable,
  least: number,
  because: string,
): string {
  return `${name} is ${environment[name]}: with the other values given, set it to at least ${least}, because ${because}.`;
}

function nested(environment: Environment): Config {
  return {
    http: { host: environment.HOST, port: environment.PORT },
    database: { url: environment.DATABASE_URL, poolSize: environment.CHORUS_DATABASE_POOL_SIZE },
    queue: {
      redisUrl: environment.REDIS_URL,
      prefix: environment.CHORUS_QUEUE_PREFIX,
      concurrency: environment.CHORUS_WORKER_CONCURRENCY,
      lockDurationMs: environment.CHORUS_LOCK_DURATION_MS,
    },
    publishing: {
      armLeadMs: environment.CHORUS_ARM_LEAD_MS,
      claimLeadMs: environment.CHORUS_CLAIM_LEAD_MS,
      sweepIntervalMs: environment.CHORUS_SWEEP_INTERVAL_MS,
      requestLimitMs: environment.CHORUS_REQUEST_LIMIT_MS,
      reconcileAfterMs: environment.CHORUS_RECONCILE_AFTER_MS,
    },
    sandbox: { url: environment.SANDBOX_URL, port: environment.SANDBOX_PORT },
    vault: { key: environment.CHORUS_KEY },
    dataDir: resolve(PROJECT_FOLDER, environment.DATA_DIR),
    logLevel: environment.LOG_LEVEL,
  };
}
