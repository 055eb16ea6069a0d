import { randomBytes } from 'node:crypto';
import { ExchangeModule } from '../../../src/features/exchange/index.js';
import { AccountConnector } from '../../../src/features/organizations/index.js';
import { Vault } from '../../../src/infrastructure/vault/index.js';
import type { ImportAnswer } from '../../../src/contract/exchange.js';
import type { Problem } from '../../../src/contract/problem.js';
import { TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';
import { FakeConnector } from '../organizations/fixture.js';

/** An application that takes files in and gives files out, on a ledger of its own. */
export class ExchangeFixture {
  private constructor(
    readonly app: TestApp,
    readonly database: TestLedger,
    readonly connector: FakeConnector,
  ) {}

  static async start(): Promise<ExchangeFixture> {
    const database = await createTestLedger();
    const connector = new FakeConnector();
    const app = await TestApp.start({
      modules: [ExchangeModule],
      ledger: database.ledger,
      provide: new Map<typeof Vault | typeof AccountConnector, unknown>([
        [Vault, new Vault(randomBytes(32))],
        [AccountConnector, connector],
      ]),
    });
    return new ExchangeFixture(app, database, connector);
  }

  /** Sends a file as it is. */
  async send(path: string, file: string | Uint8Array, type = 'text/csv') {
    const answer = await this.app.nest.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': type },
      payload: Buffer.from(file),
    });
    return { status: answer.statusCode, body: answer.json<ImportAnswer & Problem>() };
  }

  /** The text of a file as it comes, without its byte order mark. */
  async fetch(path: string): Promise<string> {
    const answer = await this.app.nest.inject({ method: 'GET', url: path });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.body.replace(/^\uFEFF/, '');
  }

  /** Everything that an import may write, to see that nothing was. */
  async written(): Promise<unknown> {
    const { ledger } = this.database;
    return {
      organizations: await ledger.selectFrom('organization').selectAll().orderBy('id').execute(),
      accounts: await ledger.selectFrom('account').selectAll().orderBy('id').execute(),
    };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}
