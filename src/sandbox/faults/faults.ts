import { faultSchema, type Fault, type FaultInput, type Operation } from './fault.js';

interface Switch {
  readonly id: number;
  readonly fault: Fault;
  left: number;
}

/** Ends a held request as if the connection broke, when the network closes. */
export class HoldBroken extends Error {}

/** The fault switches of a running sandbox, and the requests that they hold. */
export class Faults {
  #switches: Switch[] = [];
  #lastId = 0;
  readonly #held = new Set<PromiseWithResolvers<void>>();
  #awaitingHolds: { readonly count: number; readonly resolve: () => void }[] = [];

  /** Sets one more fault; the returned function clears it. */
  add(input: FaultInput): () => void {
    const fault = faultSchema.parse(input);
    this.#lastId += 1;
    const id = this.#lastId;
    this.#switches.push({ id, fault, left: fault.times ?? Infinity });
    return () => {
      this.#switches = this.#switches.filter((other) => other.id !== id);
    };
  }

  /** Clears every fault; requests held stay held until `release`. */
  clear(): void {
    this.#switches = [];
  }

  /** The faults that still strike, with the number of requests left where they are counted. */
  list(): readonly Fault[] {
    return this.#switches.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, times: left }));
  }

  /** The faults that strike this request; counted ones are used up by it. */
  strike(operation: Operation, account: string | null): readonly Fault[] {
    if (this.#switches.length === 0) return [];
    const striking = this.#switches.filter(
      ({ fault }) =>
        fault.kind !== 'idempotency-off' && fault.operation === operation && concerns(fault, account),
    );
    for (const one of striking) one.left -= 1;
    this.#switches = this.#switches.filter(({ left }) => left > 0);
    return striking.map(({ fault }) => fault);
  }

  keepsKeys(account: string): boolean {
    return !this.#switches.some(({ fault }) => fault.kind === 'idempotency-off' && concerns(fault, account));
  }

  async hold(): Promise<void> {
    const held = Promise.withResolvers<void>();
    this.#held.add(held);
    this.#awaitingHolds = this.#awaitingHolds.filter(({ count, resolve }) => {
      if (this.#held.size < count) return true;
      resolve();
      return false;
    });
    try {
      await held.promise;
    } finally {
      this.#held.delete(held);
    }
  }

  /** How many requests are held now. */
  get heldCount(): number {
    return this.#held.size;
  }

  /** Resolves when at least so many requests are held. */
  untilHeld(count = 1): Promise<void> {
    if (this.#held.size >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#awaitingHolds.push({ count, resolve });
    });
  }

  /** Lets every held request go on. */
  release(): void {
    for (const held of this.#held) held.resolve();
  }

  /** Ends every held request without an answer. */
  breakHolds(): void {
    for (const held of this.#held)
      held.reject(new HoldBroken('The sandbox closed while it held this request.'));
  }
}

function concerns(fault: Fault, account: string | null): boolean {
  return fault.account === undefined || fault.account === account;
}
