import type { Publisher } from '../../publishers/publisher.js';

/** The publishers by network, wired in by the process that starts the feature. */
export abstract class Publishers {
  abstract of(network: string): Publisher | undefined;
}
