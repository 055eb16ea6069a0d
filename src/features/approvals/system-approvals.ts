import { Injectable } from '@nestjs/common';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { MoveRepository } from '../posts/index.js';
import { ApprovalRepository } from './approval.repository.js';

/** A proposed post that is approved as it stands, at its time and no other. */
export interface ToApprove {
  readonly id: string;
  readonly revision: number;
  readonly organizationId: string;
  readonly fingerprint: string;
  readonly plannedAt: number;
}

/** Approvals that no person gave; the database refuses them for anything but what is rehearsed. */
@Injectable()
export class SystemApprovals {
  constructor(
    private readonly approvals: ApprovalRepository,
    private readonly moves: MoveRepository,
  ) {}

  /** `note` says on each approval why nobody was asked. */
  async approve(
    trx: LedgerTransaction,
    posts: readonly ToApprove[],
    { note, at }: { readonly note: string; readonly at: number },
  ): Promise<void> {
    await this.approvals.insertAll(
      trx,
      posts.map(({ id, organizationId, fingerprint, plannedAt }) => ({
        postId: id,
        organizationId,
        fingerprint,
        decision: 'approved',
        instantAt: new Date(plannedAt),
        leewayMinutes: 0,
        followsTiming: null,
        decidedBy: 'Chorus',
        bySystem: true,
        note,
        decidedAt: new Date(at),
      })),
    );
    const moves = posts.map(({ id, revision, plannedAt }) => ({
      id,
      revision,
      from: 'proposed' as const,
      to: 'approved' as const,
      dueAt: plannedAt,
      raiseRevision: true,
    }));
    const moved = await this.moves.move(trx, moves, at);
    if (moved.size !== moves.length) throw new Error('A post changed while it was approved');
  }
}
