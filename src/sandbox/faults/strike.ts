import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../network/refusal.js';
import type { Fault, Stage } from './fault.js';
import { HoldBroken, type Faults } from './faults.js';

/** Ends a request without a whole answer: the connection breaks at once, or within the body. */
export class ConnectionBroken extends Error {
  readonly cutsBody: boolean;

  constructor(cutsBody: boolean) {
    super(
      cutsBody ? 'A fault switch cuts the body of this answer.' : 'A fault switch breaks this connection.',
    );
    this.name = 'ConnectionBroken';
    this.cutsBody = cutsBody;
  }
}

/** A refusal with the headers of a rate limit. */
export class RateLimited extends Refusal {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(429, 'rate-limited', `Too many requests: try again in ${retryAfterSeconds} seconds.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Applies those faults of a request that strike at this stage: waits, then throws for the first that ends it. */
export async function strikeAt(stage: Stage, faults: readonly Fault[], switches: Faults): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === 'slow' && fault.at === stage) await delay(fault.delayMs);
    if (fault.kind === 'hold' && fault.at === stage) await holdUntilReleased(switches);
  }
  for (const fault of faults) {
    const end = endingAt(stage, fault);
    if (end !== null) throw end;
  }
}

async function holdUntilReleased(switches: Faults): Promise<void> {
  try {
    await switches.hold();
  } catch (error) {
    if (error instanceof HoldBroken) throw new ConnectionBroken(false);
    throw error;
  }
}

function endingAt(stage: Stage, fault: Fault): Error | null {
  if (fault.kind === 'server-error' && fault.at === stage) {
    return new Refusal(fault.status, 'server-error', 'The network has a fault.');
  }
  if (stage === 'arrival') return refusalOnArrival(fault);
  if (stage === 'before-commit') {
    return fault.kind === 'reset-before-commit' ? new ConnectionBroken(false) : null;
  }
  if (fault.kind === 'answer-lost') return new ConnectionBroken(false);
  return fault.kind === 'cut-body' ? new ConnectionBroken(true) : null;
}

function refusalOnArrival(fault: Fault): Refusal | null {
  if (fault.kind === 'rate-limited') return new RateLimited(fault.retryAfterSeconds);
  if (fault.kind === 'unauthorized')
    return new Refusal(401, 'token-revoked', 'This access token was revoked.');
  if (fault.kind === 'refuse') return new Refusal(fault.status, 'refused', fault.reason);
  return null;
}
