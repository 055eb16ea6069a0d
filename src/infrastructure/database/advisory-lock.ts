import { sql } from 'kysely';
import type { Ledger } from './ledger.js';

/**
 * Runs `work` while this process alone holds the lock; answers false, without running it, where another holds
 * it. The lock belongs to a connection, so a process that dies gives it back.
 */
export async function withAdvisoryLock(
  ledger: Ledger,
  lock: number,
  work: () => Promise<void>,
): Promise<boolean> {
  return ledger.connection().execute(async (connection) => {
    const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${lock}) as ours`.execute(
      connection,
    );
    if (rows[0]?.ours !== true) return false;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
    return true;
  });
}
