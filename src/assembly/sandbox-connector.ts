import type { AccountConnector } from '../features/organizations/index.js';
import { connectSandboxAccount } from '../publishers/sandbox/index.js';

type Connect = AccountConnector['connect'];

/** Connects accounts on the sandbox network that this installation uses. */
export class SandboxConnector implements AccountConnector {
  constructor(private readonly sandboxUrl: string) {}

  async connect(...[network, input]: Parameters<Connect>): ReturnType<Connect> {
    const serverUrl = input.serverUrl ?? this.sandboxUrl;
    if (network !== 'sandbox') throw new Error(`Nothing here connects accounts on ${network}`);
    const { remoteId, handle, token } = await connectSandboxAccount(serverUrl, input);
    return { remoteId, handle, serverUrl, credentials: { token } };
  }
}
