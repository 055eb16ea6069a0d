import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { MoveRepository, type PostMove } from './move.repository.js';

const SLICE = 1_000;
const UNAPPROVED = 'not-approved: nobody approved it in time; choose a new time or drop it';

@Injectable()
export class ExpiryRepository {
  constructor(
    private readonly ledger: Ledger,
    private readonly moves: MoveRepository,
  ) {}

  /** Silence is no: what nobody approved until its grace was over stands as missed. */
  async missUnapproved(now: number): Promise<number> {
    return this.ledger.transaction().execute((trx) => this.missIn(trx, now));
  }

  /** What somebody moves or decides on just now is left to the next time. */
  private async missIn(trx: LedgerTransaction, now: number): Promise<number> {
    const { rows } = await sql<
      Pick<PostMove, 'id' | 'from' | 'revision'> & { readonly reason: string | null }
    >`
      select id, status as "from", revision, reason from post
      where status in ('proposed', 'changes-requested')
        and planned_at + make_interval(secs => grace_ms / 1000.0) < ${new Date(now)}
      order by planned_at limit ${SLICE} for update skip locked`.execute(trx);
    const moves = rows.map((post) => ({
      ...post,
      to: 'missed' as const,
      reason: post.reason === null ? UNAPPROVED : `${UNAPPROVED}. Before that: ${post.reason}`,
      raiseRevision: true,
    }));
    return (await this.moves.move(trx, moves, now)).size;
  }
}
