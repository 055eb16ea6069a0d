import { CamelCasePlugin, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { Ledger } from './ledger.js';
import { typeParsers } from './type-parsers.js';

export interface DatabaseOptions {
  readonly poolSize: number;
  /** Shown in `pg_stat_activity`, such as `chorus-web`. */
  readonly applicationName: string;
  /** Told when a connection breaks, as when the server restarts. */
  readonly onConnectionLost?: (error: Error) => void;
}

export interface Database {
  readonly db: Ledger;
  readonly close: () => Promise<void>;
}

/** No statement of Chorus takes nearly as long; one that does hangs, and must not hold its connection. */
const STATEMENT_LIMIT_MS = 30_000;
/** A process that stops inside a transaction must not keep its locks. */
const IDLE_TRANSACTION_LIMIT_MS = 30_000;
const CONNECT_LIMIT_MS = 10_000;

/** Connects lazily: the first query shows whether the server is there. */
export function createDatabase(connectionString: string, options: DatabaseOptions): Database {
  const pool = new Pool({
    connectionString,
    max: options.poolSize,
    application_name: options.applicationName,
    // The gate and the locks are thought out for READ COMMITTED: each statement sees what was committed before it.
    options: '-c timezone=UTC -c default_transaction_isolation=read\\ committed',
    statement_timeout: STATEMENT_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_LIMIT_MS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    types: typeParsers,
  });
  // Unhandled, this event ends the process; the pool has already dropped the connection and opens another. It
  // comes from the pool for a connection that nobody uses, and from the connection itself for one within a
  // transaction, whose query fails as well.
  const lost = (error: Error): void => options.onConnectionLost?.(error);
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const db = new Ledger({
    dialect: new PostgresDialect({ pool }),
    // Documents kept as JSON come back exactly as they were written.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, close: () => db.destroy() };
}
