/** The ledger's database: connecting, migrating, and PostgreSQL that Chorus brings along. */
export { createDatabase, type Database, type DatabaseOptions } from './database.js';
export { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded/index.js';
export { DatabaseFault } from './fault.js';
export { Ledger, type LedgerReader, type LedgerTransaction } from './ledger.js';
export { migrateDatabase } from './migrate.js';
