import { Injectable } from '@nestjs/common';
import type { NoticeResolution } from '../../../contract/notices.js';
import { mayMove } from '../../../domain/post/status.js';
import { Clock } from '../../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { Conflict, NotFound } from '../../../infrastructure/http/index.js';
import { MoveRepository } from '../move.repository.js';
import { NoticeRepository, type NoticeRow } from './notice.repository.js';

/** What somebody does about a live post that its release no longer bears out, on the record. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly notices: NoticeRepository,
    private readonly moves: MoveRepository,
  ) {}

  /** Records what was done on the network; a post that was taken down there is taken down here. */
  async resolve(id: string, resolution: NoticeResolution): Promise<NoticeRow> {
    return this.ledger.transaction().execute(async (trx) => {
      const notice = await this.notices.find(trx, id);
      if (notice === undefined)
        throw new NotFound('notice-not-found', `There is no correction notice ${id}.`);
      if (notice.resolution === resolution.resolution) return notice;
      if (notice.resolution !== null) {
        throw new Conflict(
          'already-resolved',
          `${notice.resolvedBy ?? 'Somebody'} resolved this notice before: ${notice.resolution}.`,
        );
      }
      const at = this.clock.now();
      if (resolution.resolution === 'taken-down') {
        await this.takeDown(trx, notice, resolution, at);
        await this.notices.resolveAll(trx, notice.postId, { ...resolution, at });
      } else {
        await this.notices.resolve(trx, id, { ...resolution, at });
      }
      return (await this.notices.find(trx, id)) ?? notice;
    });
  }

  private async takeDown(
    trx: LedgerTransaction,
    { postId, status, revision }: NoticeRow,
    { by, note }: NoticeResolution,
    at: number,
  ): Promise<void> {
    if (status === 'taken-down') return;
    if (!mayMove(status, 'taken-down')) {
      throw new Conflict(
        'not-live-yet',
        `The post is ${status}: wait until its outcome is known, then say what was done.`,
      );
    }
    const reason = `taken down by ${by}${note === null ? '' : `: ${note}`}`;
    const move = {
      id: postId,
      from: status,
      revision,
      to: 'taken-down' as const,
      reason,
      raiseRevision: true,
    };
    const moved = await this.moves.move(trx, [move], at);
    if (moved.size === 0)
      throw new Conflict('post-changed', 'The post was changed meanwhile: look at it again.');
  }
}
