import { Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** The ledger: every rule that must hold under crashes and races is decided in it. */
export class Ledger extends Kysely<Tables> {}

/** One transaction of the ledger. */
export type LedgerTransaction = Transaction<Tables>;

/** Reads that may run inside a transaction or on their own. */
export type LedgerReader = Kysely<Tables>;
