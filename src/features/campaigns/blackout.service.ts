import { Injectable } from '@nestjs/common';
import type { BlackoutAddress, BlackoutSetting } from '../../contract/blackouts.js';
import type { PlanEffect } from '../../contract/plan-effect.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Conflict } from '../../infrastructure/http/index.js';
import { BlackoutRepository, type BlackoutRow } from './blackout.repository.js';
import { noSuchCampaign } from './campaign.refusals.js';
import { CampaignRepository } from './campaign.repository.js';
import { HearingRepository } from './hearing.repository.js';
import { NO_EFFECT, PlanListeners } from './plan-listener.js';
import { plannedWave } from './planned-wave.js';
import { inTransaction } from '../../infrastructure/database/previewed.js';
import { WaveRepository } from './wave.repository.js';

const MOST_BLACKOUTS = 100;

/** What came of a change of the blackout dates. */
export interface BlackoutReport {
  readonly changed: boolean;
  readonly blackouts: readonly BlackoutRow[];
  readonly effect: PlanEffect;
}

/** The days on which a campaign does not post. */
@Injectable()
export class BlackoutService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly blackouts: BlackoutRepository,
    private readonly listeners: PlanListeners,
  ) {}

  async list(campaignId: string): Promise<BlackoutRow[]> {
    if ((await this.campaigns.find(campaignId)) === undefined) throw noSuchCampaign(campaignId);
    return this.blackouts.ofCampaign(campaignId);
  }

  /** Takes the time from every unsent post of that day; or shows what that would do. */
  add(
    { id, date }: BlackoutAddress,
    { reason, by }: BlackoutSetting,
    preview: boolean,
  ): Promise<BlackoutReport> {
    return this.change(id, preview, async (trx, standing) => {
      const same = standing.find((blackout) => blackout.date === date);
      if (same?.reason === reason) return false;
      if (same === undefined && standing.length >= MOST_BLACKOUTS) {
        throw new Conflict('too-many-blackouts', `A campaign has at most ${MOST_BLACKOUTS} blackout dates.`);
      }
      const addedAt = new Date(this.clock.now());
      await this.blackouts.save(trx, { campaignId: id, date, reason, addedBy: by, addedAt });
      return true;
    });
  }

  /** Gives the posts of that day their time back, to be approved again for it; or shows what that would do. */
  remove({ id, date }: BlackoutAddress, preview: boolean): Promise<BlackoutReport> {
    return this.change(id, preview, async (trx, standing) => {
      if (!standing.some((blackout) => blackout.date === date)) return false;
      await this.blackouts.delete(trx, id, date);
      return true;
    });
  }

  private change(
    campaignId: string,
    preview: boolean,
    work: (trx: LedgerTransaction, standing: readonly BlackoutRow[]) => Promise<boolean>,
  ): Promise<BlackoutReport> {
    return inTransaction(this.ledger, preview, async (trx) => {
      const calendar = await this.hearings.lock(trx, campaignId);
      if (calendar === undefined) throw noSuchCampaign(campaignId);
      const changed = await work(trx, await this.blackouts.ofCampaign(campaignId, trx));
      const blackouts = await this.blackouts.ofCampaign(campaignId, trx);
      if (!changed) return { changed, blackouts, effect: NO_EFFECT };
      const waves = await this.waves.ofCampaign(campaignId, trx);
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar,
        waves: waves.map((wave) => plannedWave(wave, calendar)),
        cause: 'blackout',
        respread: false,
        moveId: null,
        undoes: null,
        changedAt: this.clock.now(),
      });
      return { changed, blackouts, effect };
    });
  }
}
