import { randomBytes, randomUUID } from 'node:crypto';
import {
  AccountConnector,
  type Connection,
  type ConnectionRequest,
  OrganizationsModule,
} from '../../../src/features/organizations/index.js';
import { Vault } from '../../../src/infrastructure/vault/index.js';
import { TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';

export const SANDBOX = 'http://127.0.0.1:4999';

/** A network's edge: opens accounts with a new token each time, or refuses as a network would. */
export class FakeConnector extends AccountConnector {
  readonly networks = ['sandbox', 'mastodon'];
  readonly requests: ConnectionRequest[] = [];
  readonly tokens: string[] = [];
  refusing: Error | null = null;
  private readonly ids = new Map<string, string>();

  usualServer(network: string): string | null {
    return network === 'sandbox' ? SANDBOX : null;
  }

  connect(_: string, request: ConnectionRequest): Promise<Connection> {
    this.requests.push(request);
    if (this.refusing !== null) return Promise.reject(this.refusing);
    const token = `token-${randomUUID()}`;
    this.tokens.push(token);
    const { handle, serverUrl } = request;
    const remoteId = this.ids.get(`${serverUrl} ${handle}`) ?? randomUUID();
    this.ids.set(`${serverUrl} ${handle}`, remoteId);
    return Promise.resolve({ remoteId, handle, serverUrl, credentials: { token } });
  }
}

export class OrganizationsFixture {
  private constructor(
    readonly app: TestApp,
    readonly database: TestLedger,
    readonly connector: FakeConnector,
    readonly vault: Vault,
  ) {}

  static async start(): Promise<OrganizationsFixture> {
    const database = await createTestLedger();
    const connector = new FakeConnector();
    const vault = new Vault(randomBytes(32));
    const app = await TestApp.start({
      modules: [OrganizationsModule],
      ledger: database.ledger,
      provide: new Map<typeof Vault | typeof AccountConnector, unknown>([
        [Vault, vault],
        [AccountConnector, connector],
      ]),
    });
    return new OrganizationsFixture(app, database, connector, vault);
  }

  /** A new organization's id. */
  async organization(name: string = randomUUID()): Promise<string> {
    const answer = await this.app.post('/api/organizations', { name });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return String(answer.body['id']);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}
