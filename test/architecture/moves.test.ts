import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { POST_MOVES, POST_STATUSES } from '../../src/domain/post/status.js';
import { createTestLedger, type TestLedger } from '../support/ledger.js';

describe('the moves of a post', () => {
  let test: TestLedger;

  beforeAll(async () => {
    test = await createTestLedger();
  });

  afterAll(() => test.close());

  it('are the same pairs in the rules and in the database, which holds every writer to them', async () => {
    const { rows } = await sql<{ pair: string }>`
      select from_status || ' → ' || to_status as pair from post_move`.execute(test.ledger);
    const pairs = POST_STATUSES.flatMap((from) => POST_MOVES[from].map((to) => `${from} → ${to}`));
    expect(rows.map(({ pair }) => pair).sort()).toEqual(pairs.sort());
  });

  it('lead out of every status but the two that end a post for good', () => {
    const final = POST_STATUSES.filter((status) => POST_MOVES[status].length === 0);
    expect(final.sort()).toEqual(['cancelled', 'taken-down']);
  });

  it('reach an end from everywhere', () => {
    const ends = new Set(['published', 'cancelled', 'taken-down']);
    for (const start of POST_STATUSES) {
      const reached = new Set([start]);
      for (const from of reached) for (const to of POST_MOVES[from]) reached.add(to);
      expect([start, [...reached].some((status) => ends.has(status))]).toEqual([start, true]);
    }
  });
});
