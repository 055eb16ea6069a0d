import { Injectable } from '@nestjs/common';
import type { HearingHistoryQuery, HearingNewsRequest } from '../../contract/campaigns.js';
import type { PlanEffect } from '../../contract/plan-effect.js';
import { decideHearing, type HearingNews, readCourtTime } from '../../domain/campaign/index.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { Conflict } from '../../infrastructure/http/index.js';
import { courtTimeRefusal, hearingRefusal, noSuchCampaign } from './campaign.refusals.js';
import { CampaignRepository } from './campaign.repository.js';
import { outcomeNeeded } from './decisions/decision.refusals.js';
import { type CalendarRow, type HearingChangeRow, HearingRepository } from './hearing.repository.js';
import { NO_EFFECT, PlanListeners } from './plan-listener.js';
import { plannedWave } from './planned-wave.js';
import { inTransaction } from '../../infrastructure/database/previewed.js';
import { WaveRepository, type WaveRow } from './wave.repository.js';

/** What came of news of the hearing. */
export interface HearingReport {
  readonly changed: boolean;
  readonly hearing: CalendarRow;
  readonly waves: readonly WaveRow[];
  readonly effect: PlanEffect;
}

@Injectable()
export class HearingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly listeners: PlanListeners,
  ) {}

  /** Takes news of the hearing, and moves all that follows it in the same transaction; or shows what that would do. */
  report(campaignId: string, request: HearingNewsRequest, preview = false): Promise<HearingReport> {
    const news = newsOf(request);
    return inTransaction(this.ledger, preview, async (trx) => {
      const current = await this.hearings.lock(trx, campaignId);
      if (current === undefined) throw noSuchCampaign(campaignId);
      const now = this.clock.now();
      const decision = decideHearing(current, news, now);
      if (decision.kind === 'unchanged') return this.unchanged(trx, current);
      if (request.revision !== undefined && request.revision !== current.revision) throw changedMeanwhile();
      const waves = await this.waves.ofCampaign(campaignId, trx);
      const waiting = current.outcome === null && waves.some(({ outcome }) => outcome !== null);
      if (news.kind === 'decided' && waiting) throw outcomeNeeded();
      if (decision.kind === 'refuse') throw hearingRefusal(decision.because, current, news, now);
      const saved = await this.hearings.save(trx, campaignId, decision.hearing);
      const hearing = { ...saved, launchAt: current.launchAt };
      const { source, changedBy } = request;
      const record = {
        campaignId,
        source,
        changedBy,
        changedAt: now,
        was: current,
        outcome: null,
        undoes: null,
      };
      const moveId = await this.hearings.record(trx, hearing, record);
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar: hearing,
        waves: waves.map((wave) => plannedWave(wave, hearing)),
        cause: 'hearing',
        respread: false,
        moveId,
        undoes: null,
        changedAt: now,
      });
      return { changed: true, hearing, waves, effect };
    });
  }

  async history(campaignId: string, query: HearingHistoryQuery): Promise<HearingChangeRow[]> {
    if ((await this.campaigns.find(campaignId)) === undefined) throw noSuchCampaign(campaignId);
    return this.hearings.history(campaignId, query);
  }

  private async unchanged(trx: LedgerTransaction, hearing: CalendarRow): Promise<HearingReport> {
    const waves = await this.waves.ofCampaign(hearing.campaignId, trx);
    return { changed: false, hearing, waves, effect: NO_EFFECT };
  }
}

function newsOf(request: HearingNewsRequest): HearingNews {
  if ('at' in request && request.at !== undefined) {
    return { kind: request.status, at: Date.parse(request.at) };
  }
  if (!('date' in request)) return { kind: request.status };
  const reading = readCourtTime(request);
  if (reading.kind === 'refuse') throw courtTimeRefusal(reading.because, request);
  return { kind: 'dated', startsAt: reading.at, zone: reading.zone };
}

export function changedMeanwhile(): Conflict {
  return new Conflict(
    'hearing-changed-meanwhile',
    'The hearing was changed after the revision that you saw: look at it again first.',
    [{ field: 'revision', message: 'This is not the latest revision.' }],
  );
}
