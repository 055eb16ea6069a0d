import { sql } from 'kysely';
import { eventually } from '../eventually.js';
import type { FaultWorld } from './fault-world.js';
import type { QueueKind } from './queue-kind.js';

/** Every job is lost, as after FLUSHALL or an accident with the queue's tables. */
export async function emptyQueue(world: FaultWorld, queue: QueueKind): Promise<void> {
  if (queue === 'redis') {
    await world.redis.flush();
    return;
  }
  const { rows } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname = 'queue' and tablename not like '%migration%'`.execute(world.ledger);
  const truncate = sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')}`);
  // A worker may hold one of the tables and wait for another: then PostgreSQL refuses one of the two.
  await eventually('an empty queue', () => truncate.execute(world.ledger).then(() => true, isDeadlock));
}

function isDeadlock(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === '40P01') return false;
  throw error;
}
