export interface ConnectionRequest {
  readonly handle: string;
  readonly displayName: string;
  readonly serverUrl?: string | undefined;
}

export interface Connection {
  readonly remoteId: string;
  readonly handle: string;
  readonly serverUrl: string;
  /** To be sealed before it is kept. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Connects an account on its network; wired in by the process that starts the feature. */
export abstract class AccountConnector {
  /** The networks that accounts can be connected on here. */
  abstract readonly networks: readonly string[];
  /** @throws Error with a sentence when the network does not answer or refuses. */
  abstract connect(network: string, request: ConnectionRequest): Promise<Connection>;
}
