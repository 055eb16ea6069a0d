import type { AccountConnector, Connection, ConnectionRequest } from '../features/organizations/index.js';
import { connectSandboxAccount } from '../publishers/sandbox/index.js';

/** Connects accounts on the sandbox network that this installation uses. */
export class SandboxConnector implements AccountConnector {
  readonly networks = ['sandbox'];

  constructor(private readonly sandboxUrl: string) {}

  usualServer(network: string): string | null {
    return network === 'sandbox' ? this.sandboxUrl : null;
  }

  async connect(network: string, request: ConnectionRequest): Promise<Connection> {
    if (network !== 'sandbox') throw new Error(`Accounts on ${network} cannot be connected here`);
    const { remoteId, handle, token } = await connectSandboxAccount(request.serverUrl, request);
    return { remoteId, handle, serverUrl: request.serverUrl, credentials: { token } };
  }
}
