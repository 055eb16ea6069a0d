import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { PauseRepository, type Pause } from './pause.repository.js';

interface Stoppable {
  readonly campaignId: string;
  readonly accountId: string;
}

/**
 * The last look before the call: the standing pauses, held in memory and told of by the ledger, so that a
 * thousand posts due together look without asking. Where the telling may be broken, it asks.
 */
@Injectable()
export class StopFlag {
  private pauses: readonly Pause[] = [];
  private changes = 0;
  /** The count of changes up to which `pauses` is true. */
  private knownUpTo = -1;
  private asking: Promise<void> | undefined;
  private isTold: () => boolean = () => false;

  constructor(private readonly repository: PauseRepository) {}

  /** `isTold` says whether changes reach this flag; until it does, every look asks the ledger. */
  followedBy(isTold: () => boolean): void {
    this.isTold = isTold;
  }

  /** Some pause was committed or ended. */
  changed(): void {
    this.changes += 1;
  }

  /** The reason of a standing pause that covers the post, or null. */
  async look(post: Stoppable): Promise<string | null> {
    // After the loop stood still, the time to send is noticed before what arrived meanwhile is read.
    await setImmediate();
    if (!this.isTold()) {
      // A question under way may have been asked before the pause.
      await this.asking;
      await this.ask();
    }
    while (this.knownUpTo !== this.changes) await this.ask();
    const pause = this.pauses.find(
      ({ scope, scopeId }) =>
        scope === 'everything' ||
        (scope === 'campaign' && scopeId === post.campaignId) ||
        (scope === 'account' && scopeId === post.accountId),
    );
    return pause?.reason ?? null;
  }

  /** One question serves all who look at the same time. */
  private async ask(): Promise<void> {
    this.asking ??= this.read().finally(() => {
      this.asking = undefined;
    });
    await this.asking;
  }

  private async read(): Promise<void> {
    const upTo = this.changes;
    this.pauses = await this.repository.standing();
    this.knownUpTo = upTo;
  }
}
