import { Injectable } from '@nestjs/common';
import type { PlanEffect } from '../../contract/plan-effect.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { launchTooFarAhead, noSuchCampaign } from './campaign.refusals.js';
import { CampaignRepository, type CampaignRow } from './campaign.repository.js';
import { HearingRepository } from './hearing.repository.js';
import { NO_EFFECT, PlanListeners } from './plan-listener.js';
import { plannedWave } from './planned-wave.js';
import { inTransaction } from '../../infrastructure/database/previewed.js';
import { WaveRepository, type WaveRow } from './wave.repository.js';

/** What came of a launch that was set. */
export interface LaunchReport {
  readonly changed: boolean;
  readonly campaign: CampaignRow;
  readonly waves: readonly WaveRow[];
  readonly effect: PlanEffect;
}

/** A date further ahead is surely a slip of the year. */
const FARTHEST_MS = 10 * 366 * 86_400_000;

/** The campaign's launch: its coordinator's own date, which waves may count from. */
@Injectable()
export class LaunchService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly listeners: PlanListeners,
  ) {}

  /**
   * Sets or moves the launch (epoch milliseconds; null where it is not known any more), and all that follows it in the
   * same transaction; or shows what that would do.
   */
  set(campaignId: string, givenAt: number | null, preview: boolean): Promise<LaunchReport> {
    const launchAt = givenAt === null ? null : Math.floor(givenAt / 1_000) * 1_000;
    return inTransaction(this.ledger, preview, async (trx) => {
      const current = await this.hearings.lock(trx, campaignId);
      if (current === undefined) throw noSuchCampaign(campaignId);
      const now = this.clock.now();
      if (launchAt !== null && launchAt > now + FARTHEST_MS) throw launchTooFarAhead();
      const waves = await this.waves.ofCampaign(campaignId, trx);
      const changed = launchAt !== current.launchAt;
      if (changed) await this.hearings.setLaunch(trx, campaignId, launchAt);
      const campaign = await this.campaigns.find(campaignId, trx);
      if (campaign === undefined) throw new Error(`The hearing of campaign ${campaignId} has no campaign`);
      if (!changed) return { changed, campaign, waves, effect: NO_EFFECT };
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar: campaign,
        waves: waves.map((wave) => plannedWave(wave, campaign)),
        cause: 'launch',
        respread: false,
        moveId: null,
        undoes: null,
        changedAt: now,
      });
      return { changed, campaign, waves, effect };
    });
  }
}
