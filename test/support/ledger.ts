import { createDatabase } from '../../src/infrastructure/database/index.js';
import type { Ledger } from '../../src/infrastructure/database/ledger.js';
import { createTestDatabase } from './postgres.js';

export interface TestLedger {
  readonly ledger: Ledger;
  readonly connectionString: string;
  close(): Promise<void>;
}

/** An empty, migrated ledger of the test's own. */
export async function createTestLedger(): Promise<TestLedger> {
  const database = await createTestDatabase();
  const connection = createDatabase(database.connectionString, {
    poolSize: 10,
    applicationName: 'chorus-test',
  });
  return {
    ledger: connection.db,
    connectionString: database.connectionString,
    close: async () => {
      await connection.close();
      await database.drop();
    },
  };
}
