import { Injectable } from '@nestjs/common';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { CampaignRepository, type CampaignRow } from './campaign.repository.js';
import { HearingRepository } from './hearing.repository.js';
import { WaveRepository } from './wave.repository.js';

/** Copies a campaign with its waves; the copy's hearing has no date, so that nothing of it is ever planned anew. */
@Injectable()
export class CampaignCopies {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
  ) {}

  /** Answers the copy's id, and the id of each wave's copy by the wave's. */
  async copy(
    trx: LedgerTransaction,
    campaign: CampaignRow,
    slug: string,
  ): Promise<{ readonly id: string; readonly waves: ReadonlyMap<string, string> }> {
    const { name, caseName, court, docket, link, hashtags, seed, zone } = campaign;
    const id = await this.campaigns.insert(trx, {
      slug,
      name,
      caseName,
      court,
      docket,
      link,
      hashtags,
      seed,
    });
    if (id === undefined) throw new Error(`The slug ${slug} of the copy is taken`);
    await this.hearings.start(trx, id, zone);
    const waves = new Map<string, string>();
    for (const wave of await this.waves.ofCampaign(campaign.id, trx)) {
      const { id: waveId, campaignId: _campaignId, position, ...fields } = wave;
      const copied = await this.waves.insert(trx, id, position, fields);
      waves.set(waveId, copied.id);
    }
    return { id, waves };
  }
}
