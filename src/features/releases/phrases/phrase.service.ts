import { Injectable } from '@nestjs/common';
import type { PhraseMarking, PhraseWithdrawal } from '../../../contract/phrases.js';
import type { AffectedPost } from '../../../contract/releases.js';
import { phraseFault } from '../../../domain/statement/phrase.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { Invalid, NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { noSuchCampaign } from '../release.refusals.js';
import { SourceListeners } from '../source-listener.js';
import { PhraseRepository, type PhraseRow } from './phrase.repository.js';
import { QuotedPhrases } from './quoted-phrases.js';

/** Quotation marks that stand around nobody's words are allowed only where a person said so, on the record. */
@Injectable()
export class PhraseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly phrases: PhraseRepository,
    private readonly quoted: QuotedPhrases,
    private readonly listeners: SourceListeners,
  ) {}

  async list(campaignId: string): Promise<readonly PhraseRow[]> {
    await this.checkCampaign(campaignId);
    return this.phrases.list(campaignId);
  }

  /** Marks it; the same again finds the mark that stands. */
  async mark(campaignId: string, { text, reason, by }: PhraseMarking): Promise<PhraseRow> {
    await this.checkCampaign(campaignId);
    return this.ledger.transaction().execute(async (trx) => {
      const fault = phraseFault(text, await this.quoted.quotedWords(trx, campaignId));
      if (fault !== null) {
        throw new Invalid(`phrase-${fault.because}`, fault.message, [
          { field: 'text', message: fault.message },
        ]);
      }
      const marked = { campaignId, text, reason, markedBy: by, markedAt: new Date(this.clock.now()) };
      return this.phrases.mark(trx, marked);
    });
  }

  /** Approved posts that hold it lose their approval. */
  async withdraw(
    id: string,
    { by }: PhraseWithdrawal,
  ): Promise<{ readonly phrase: PhraseRow; readonly posts: readonly AffectedPost[] }> {
    return this.ledger.transaction().execute(async (trx) => {
      const phrase = await this.phrases.find(trx, id);
      if (phrase === undefined) throw new NotFound('phrase-not-found', `There is no phrase ${id}.`);
      if (phrase.withdrawnAt !== null) return { phrase, posts: [] };
      const at = this.clock.now();
      const { campaignId, text } = phrase;
      const change = { kind: 'phrase-withdrawn', campaignId, phrase: text } as const;
      return {
        phrase: await this.phrases.withdraw(trx, id, by, at),
        posts: await this.listeners.tell(trx, change, at),
      };
    });
  }

  private async checkCampaign(id: string): Promise<void> {
    if ((await this.campaigns.find(id)) !== undefined) return;
    throw noSuchCampaign(id);
  }
}
