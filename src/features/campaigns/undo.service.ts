import { Injectable } from '@nestjs/common';
import type { HearingUndo } from '../../contract/campaigns.js';
import { courtTimeText, type ReportedHearing } from '../../domain/campaign/index.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { Conflict } from '../../infrastructure/http/index.js';
import { noSuchCampaign } from './campaign.refusals.js';
import { type HearingChangeRow, HearingRepository } from './hearing.repository.js';
import { changedMeanwhile, type HearingReport } from './hearing.service.js';
import { PlanListeners } from './plan-listener.js';
import { plannedWave } from './planned-wave.js';
import { inTransaction } from '../../infrastructure/database/previewed.js';
import { WaveRepository } from './wave.repository.js';

/** Takes back the last change of a hearing, as long as nothing of it left. */
@Injectable()
export class UndoService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly listeners: PlanListeners,
  ) {}

  /** Puts the hearing and the posts back as they were before its last change; or shows what that would do. */
  undo(campaignId: string, { changedBy, revision }: HearingUndo, preview: boolean): Promise<HearingReport> {
    return inTransaction(this.ledger, preview, async (trx) => {
      const current = await this.hearings.lock(trx, campaignId);
      if (current === undefined) throw noSuchCampaign(campaignId);
      if (revision !== undefined && revision !== current.revision) throw changedMeanwhile();
      const last = await this.hearings.lastChange(trx, campaignId);
      const was = undoable(last);
      const now = this.clock.now();
      const saved = await this.hearings.save(trx, campaignId, was.hearing);
      const hearing = { ...saved, launchAt: current.launchAt };
      const source = `Undoes the change of ${courtTimeText(was.changedAt, current.zone)} by ${was.changedBy}`;
      const record = {
        campaignId,
        source,
        changedBy,
        changedAt: now,
        was: current,
        outcome: null,
        undoes: was.id,
      };
      await this.hearings.record(trx, hearing, record);
      const waves = await this.waves.ofCampaign(campaignId, trx);
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar: hearing,
        waves: waves.map((wave) => plannedWave(wave, hearing)),
        cause: 'hearing',
        respread: false,
        moveId: null,
        undoes: was.id,
        changedAt: now,
      });
      return { changed: true, hearing, waves, effect };
    });
  }
}

interface Undoable extends Pick<HearingChangeRow, 'id' | 'changedAt' | 'changedBy'> {
  /** What the hearing was before. */
  readonly hearing: ReportedHearing;
}

function undoable(change: HearingChangeRow | undefined): Undoable {
  if (change === undefined) throw nothingToUndo('The hearing has not been changed yet.');
  if (change.undoes !== null) {
    throw nothingToUndo('The last change of the hearing was an undo itself: report the date anew instead.');
  }
  if (change.outcome !== null) {
    throw nothingToUndo(
      'Two people released how the court decided: that stands. Pause or cancel what must not leave.',
    );
  }
  const { id, changedAt, changedBy, wasStatus, wasStartsAt, wasZone, wasArguedAt, wasDecidedAt } = change;
  if (wasStatus === null || wasZone === null) {
    throw nothingToUndo(
      'The last change was made by an earlier Chorus, which kept too little to undo it: report the date anew instead.',
    );
  }
  const hearing = {
    status: wasStatus,
    startsAt: wasStartsAt,
    zone: wasZone,
    arguedAt: wasArguedAt,
    decidedAt: wasDecidedAt,
  };
  return { id, changedAt, changedBy, hearing };
}

function nothingToUndo(message: string): Conflict {
  return new Conflict('nothing-to-undo', message);
}
