import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AffectedPost } from '../../contract/releases.js';
import type { PostStatus } from '../../domain/post/status.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { type SourceChange, SourceListener, SourceListeners } from '../releases/index.js';
import { AffectedRepository, type UsingPost } from './affected.repository.js';
import { MoveRepository } from './move.repository.js';
import { NoticeRepository } from './notices/notice.repository.js';

const REASONS: Readonly<Record<SourceChange['kind'], string>> = {
  'statements-changed': 'statement-changed: a statement it uses was changed or rejected; look at it again',
  'statements-withdrawn':
    'statement-withdrawn: the corrected release no longer says a statement that it uses; edit it or drop it',
  'consent-withdrawn':
    'consent-withdrawn: the speaker’s organization no longer lets a quotation in it be used; edit it or drop it',
  'cut-withdrawn':
    'consent-withdrawn: the speaker’s organization no longer agrees to how a quotation in it is cut; edit it or drop it',
  embargoed: 'embargoed: its release is under embargo beyond its time; choose a later time or drop it',
  'phrase-withdrawn':
    'phrase-withdrawn: words in quotation marks in it are no longer marked as nobody’s quotation; edit it',
};

/** Why somebody has to look at a post that is live; what keeps later posts back only is not told of live ones. */
const NOTICES: Partial<Readonly<Record<SourceChange['kind'], string>>> = {
  'statements-changed': 'A statement that it uses was changed or rejected.',
  'statements-withdrawn': 'The corrected release no longer says this.',
  'consent-withdrawn': 'The speaker’s organization no longer lets this be used.',
  'cut-withdrawn': 'The speaker’s organization no longer agrees to how this is cut.',
};

/** Posts lose their approval when what they are made of no longer holds; live ones that a correction touches get a notice. */
@Injectable()
export class SourceFollower extends SourceListener implements OnModuleInit {
  constructor(
    private readonly listeners: SourceListeners,
    private readonly affected: AffectedRepository,
    private readonly moves: MoveRepository,
    private readonly notices: NoticeRepository,
  ) {
    super();
  }

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async sourcesChanged(
    trx: LedgerTransaction,
    change: SourceChange,
    changedAt: number,
  ): Promise<readonly AffectedPost[]> {
    const posts = await this.affected.lock(trx, change);
    const approved = posts.filter(({ status }) => status === 'approved');
    const moves = approved.map(({ id, revision }) => ({
      id,
      revision,
      from: 'approved' as const,
      to: 'proposed' as const,
      reason: REASONS[change.kind],
      raiseRevision: true,
    }));
    await this.moves.move(trx, moves, changedAt);
    const because = NOTICES[change.kind];
    if (because !== undefined) {
      const out = posts.filter(({ status }) => ['live', 'on-the-wire'].includes(effectOn(status)));
      await this.notices.open(trx, out, because, changedAt);
    }
    return posts.map(presentAffected);
  }
}

function presentAffected({
  id,
  account,
  network,
  organization,
  status,
  statementIds,
}: UsingPost): AffectedPost {
  return {
    id,
    account,
    network,
    organization,
    status,
    statementIds: [...statementIds],
    effect: effectOn(status),
  };
}

/** What is neither approved, on its way nor live waits for a person anyway. */
const EFFECTS: Partial<Readonly<Record<PostStatus, AffectedPost['effect']>>> = {
  approved: 'approval-lost',
  publishing: 'on-the-wire',
  unknown: 'on-the-wire',
  published: 'live',
  'partly-published': 'live',
  'handed-over': 'live',
};

function effectOn(status: PostStatus): AffectedPost['effect'] {
  return EFFECTS[status] ?? 'to-be-edited';
}
