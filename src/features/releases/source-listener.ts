import { Injectable } from '@nestjs/common';
import type { AffectedPost } from '../../contract/releases.js';
import type { Cut } from '../../domain/statement/statement.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';

/** What no longer holds of the sources that posts are made of. */
export type SourceChange =
  /** A person decided otherwise or corrected them; each has a new revision. */
  | { readonly kind: 'statements-changed'; readonly statementIds: readonly string[] }
  /** A corrected release no longer says them. */
  | { readonly kind: 'statements-withdrawn'; readonly statementIds: readonly string[] }
  | { readonly kind: 'consent-withdrawn'; readonly statementIds: readonly string[] }
  | { readonly kind: 'cut-withdrawn'; readonly statementIds: readonly string[]; readonly removed: Cut }
  /** Posts planned before `until` may not be made of them. */
  | { readonly kind: 'embargoed'; readonly statementIds: readonly string[]; readonly until: number }
  | { readonly kind: 'phrase-withdrawn'; readonly campaignId: string; readonly phrase: string };

/** A feature whose posts are made of releases. */
export abstract class SourceListener {
  /**
   * Voids what was approved with the sources as they were, in the transaction that changes them, and answers the
   * posts concerned. Should a post slip through, the claim still compares revisions, consents and the embargo, and a worker
   * proves the words anew, so it does not go out.
   */
  abstract sourcesChanged(
    trx: LedgerTransaction,
    change: SourceChange,
    changedAt: number,
  ): Promise<readonly AffectedPost[]>;
}

/** Listeners register when their module starts, so that releases need not know what is made of them. */
@Injectable()
export class SourceListeners {
  private readonly listeners: SourceListener[] = [];

  register(listener: SourceListener): void {
    this.listeners.push(listener);
  }

  async tell(trx: LedgerTransaction, change: SourceChange, changedAt: number): Promise<AffectedPost[]> {
    if ('statementIds' in change && change.statementIds.length === 0) return [];
    const affected: AffectedPost[] = [];
    for (const listener of this.listeners) {
      affected.push(...(await listener.sourcesChanged(trx, change, changedAt)));
    }
    return affected;
  }
}

export function lostApproval(posts: readonly AffectedPost[]): number {
  return posts.filter(({ effect }) => effect === 'approval-lost').length;
}
