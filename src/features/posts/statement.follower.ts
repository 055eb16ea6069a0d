import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { StatementListener, StatementListeners, type StatementsChange } from '../releases/index.js';
import { MoveRepository } from './move.repository.js';
import { PostRepository } from './post.repository.js';

/** Posts lose their approval when a statement that they use is changed or rejected. */
@Injectable()
export class StatementFollower extends StatementListener implements OnModuleInit {
  constructor(
    private readonly listeners: StatementListeners,
    private readonly posts: PostRepository,
    private readonly moves: MoveRepository,
  ) {
    super();
  }

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async statementsChanged(trx: LedgerTransaction, change: StatementsChange): Promise<number> {
    const approved = await this.posts.lockApprovedWith(trx, change.statementIds);
    const reason = 'statement-changed: a statement it uses was changed or rejected; look at it again';
    const moves = approved.map(({ id, revision }) => ({
      id,
      revision,
      from: 'approved' as const,
      to: 'proposed' as const,
      reason,
      raiseRevision: true,
    }));
    return (await this.moves.move(trx, moves, change.changedAt)).size;
  }
}
