import { Injectable } from '@nestjs/common';
import type { AffectedPost } from '../../../contract/releases.js';
import { phraseFault } from '../../../domain/statement/phrase.js';
import type { LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { ReleaseRepository } from '../release.repository.js';
import { SourceListeners } from '../source-listener.js';
import { PhraseRepository } from './phrase.repository.js';

const BECAUSE = 'Chorus: a release quotes these words now';

/** Keeps apart the words that somebody said and those that were marked as nobody's. */
@Injectable()
export class QuotedPhrases {
  constructor(
    private readonly phrases: PhraseRepository,
    private readonly releases: ReleaseRepository,
    private readonly listeners: SourceListeners,
  ) {}

  /**
   * The words of every quotation in the campaign's releases. Nobody marks phrases or brings in quotations until the
   * transaction ends, so that neither misses the other.
   */
  async quotedWords(
    trx: LedgerTransaction,
    campaignId: string,
  ): Promise<readonly { readonly text: string }[]> {
    await this.phrases.lockCampaign(trx, campaignId);
    const quotations = await this.phrases.quotations(trx, campaignId);
    const texts = await this.releases.texts(
      quotations.map(({ releaseId }) => releaseId),
      trx,
    );
    return quotations.flatMap(({ releaseId, spans }) =>
      spans.map(({ start, end }) => ({ text: texts.get(releaseId)?.slice(start, end) ?? '' })),
    );
  }

  /** Withdraws the phrases whose words a quotation holds now; approved posts that hold one lose their approval. */
  async withdraw(trx: LedgerTransaction, campaignId: string, at: number): Promise<readonly AffectedPost[]> {
    // Before the phrases, as whoever marks one does it: nobody waits for somebody who waits for them.
    await this.phrases.lockCampaign(trx, campaignId);
    const standing = await this.phrases.standing(trx, campaignId);
    if (standing.length === 0) return [];
    const quoted = await this.quotedWords(trx, campaignId);
    const affected: AffectedPost[] = [];
    for (const { id, text } of standing) {
      if (phraseFault(text, quoted) === null) continue;
      await this.phrases.withdraw(trx, id, BECAUSE, at);
      const change = { kind: 'phrase-withdrawn', campaignId, phrase: text } as const;
      affected.push(...(await this.listeners.tell(trx, change, at)));
    }
    return affected;
  }
}
