import { sql } from 'kysely';
import type { LedgerTransaction } from './ledger.js';

/** Any number that nothing else locks. */
const GATE = 4_730_001;

/**
 * The gate between claims and stops. A claim passes it shared; whoever stops posts (pause, opt-out,
 * disconnection) closes it exclusively, until commit. Without it a claim that had begun could not see a stop
 * committed meanwhile, and would go through it.
 */
export async function takeGateShared(trx: LedgerTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${GATE})`.execute(trx);
}

/** Waits for the claims under way, and holds back new ones until this transaction ends. */
export async function takeGateExclusively(trx: LedgerTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${GATE})`.execute(trx);
}
