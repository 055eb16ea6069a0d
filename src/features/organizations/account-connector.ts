export interface ConnectionRequest {
  readonly handle: string;
  readonly displayName: string;
  readonly serverUrl: string;
  /** How long its texts may be, where the network lets whoever opens an account say so. */
  readonly textLimit?: number;
}

export interface Connection {
  readonly remoteId: string;
  readonly handle: string;
  readonly serverUrl: string;
  /** To be sealed before it is kept. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** Connects accounts on their networks; wired in by the process that starts the feature. */
export abstract class AccountConnector {
  /** The networks that accounts can be connected on here. */
  abstract readonly networks: readonly string[];
  /** The server of a network where accounts are connected that name none; null where they must name one. */
  abstract usualServer(network: string): string | null;
  /** @throws Error with a sentence, without secrets, when the network does not answer or refuses. */
  abstract connect(network: string, request: ConnectionRequest): Promise<Connection>;
}
