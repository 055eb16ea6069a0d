import { Injectable } from '@nestjs/common';
import type { DecisionConfirmation, DecisionProposal } from '../../../contract/decisions.js';
import type { PlanEffect } from '../../../contract/plan-effect.js';
import { decideHearing, isSamePerson, type ReportedHearing } from '../../../domain/campaign/index.js';
import { Clock } from '../../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../../infrastructure/database/ledger.js';
import { hearingRefusal, noSuchCampaign } from '../campaign.refusals.js';
import { CampaignRepository } from '../campaign.repository.js';
import { type CalendarRow, HearingRepository } from '../hearing.repository.js';
import { NO_EFFECT, PlanListeners } from '../plan-listener.js';
import { plannedWave } from '../planned-wave.js';
import { inTransaction } from '../../../infrastructure/database/previewed.js';
import { WaveRepository, type WaveRow } from '../wave.repository.js';
import {
  alreadyProposed,
  alreadyReleased,
  nothingProposed,
  notYetArgued,
  otherOutcome,
  secondPersonNeeded,
} from './decision.refusals.js';
import { DecisionRepository, type DecisionRow } from './decision.repository.js';

/** What came of a confirmation. */
export interface DecisionRelease {
  readonly released: boolean;
  readonly decision: DecisionRow;
  readonly hearing: CalendarRow;
  readonly waves: readonly WaveRow[];
  readonly effect: PlanEffect;
}

/** How the court decided: one person proposes it, and what was approved for it leaves when another confirms it. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly decisions: DecisionRepository,
    private readonly listeners: PlanListeners,
  ) {}

  async list(campaignId: string): Promise<DecisionRow[]> {
    if ((await this.campaigns.find(campaignId)) === undefined) throw noSuchCampaign(campaignId);
    return this.decisions.ofCampaign(campaignId);
  }

  /** Proposes it; the same proposal again finds the one that stands. Nothing gets an instant by it. */
  propose(
    campaignId: string,
    { outcome, source, at, by }: DecisionProposal,
  ): Promise<{ readonly created: boolean; readonly decision: DecisionRow }> {
    const occurredAt = at === undefined ? null : Math.floor(Date.parse(at) / 1_000) * 1_000;
    return this.ledger.transaction().execute(async (trx) => {
      const { hearing, standing } = await this.lock(trx, campaignId);
      if (standing !== undefined) {
        if (standing.confirmedAt !== null) throw alreadyReleased(standing);
        const same = { ...standing, outcome, source, occurredAt, proposedBy: by };
        if (JSON.stringify(same) !== JSON.stringify(standing)) throw alreadyProposed(standing);
        return { created: false, decision: standing };
      }
      const now = this.clock.now();
      if (hearing.status !== 'argued') throw notYetArgued(hearing);
      decided(hearing, occurredAt, now);
      const decision = await this.decisions.insert(trx, {
        campaignId,
        outcome,
        source,
        occurredAt: occurredAt === null ? null : new Date(occurredAt),
        proposedBy: by,
        proposedAt: new Date(now),
      });
      return { created: true, decision };
    });
  }

  /**
   * Releases what was proposed, where a different person confirms it: waves of that outcome, and those of any, get
   * their instants, and the posts of the others are cancelled, all in one transaction; or shows what that would do.
   */
  confirm(
    campaignId: string,
    { outcome, by }: DecisionConfirmation,
    preview: boolean,
  ): Promise<DecisionRelease> {
    return inTransaction(this.ledger, preview, async (trx) => {
      const { hearing: current, standing } = await this.lock(trx, campaignId);
      if (standing === undefined) throw nothingProposed();
      if (standing.outcome !== outcome) throw otherOutcome(standing, outcome);
      const waves = await this.waves.ofCampaign(campaignId, trx);
      if (standing.confirmedAt !== null) {
        return { released: false, decision: standing, hearing: current, waves, effect: NO_EFFECT };
      }
      if (isSamePerson(standing.proposedBy, by)) throw secondPersonNeeded(standing);
      const now = this.clock.now();
      const saved = await this.hearings.decide(
        trx,
        campaignId,
        decided(current, standing.occurredAt, now),
        outcome,
      );
      const hearing = { ...saved, launchAt: current.launchAt };
      await this.hearings.record(trx, hearing, {
        campaignId,
        outcome,
        source: standing.source,
        changedBy: `${standing.proposedBy}, confirmed by ${by}`,
        changedAt: now,
        was: current,
        undoes: null,
      });
      const decision = await this.decisions.confirm(trx, standing.id, by, now);
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar: hearing,
        waves: waves.map((wave) => plannedWave(wave, hearing)),
        cause: 'hearing',
        respread: false,
        moveId: null,
        undoes: null,
        changedAt: now,
      });
      return { released: true, decision, hearing, waves, effect };
    });
  }

  /** Takes back a proposal that nobody confirmed yet. */
  withdraw(campaignId: string, by: string): Promise<DecisionRow> {
    return this.ledger.transaction().execute(async (trx) => {
      const { standing } = await this.lock(trx, campaignId);
      if (standing === undefined) throw nothingProposed();
      if (standing.confirmedAt !== null) throw alreadyReleased(standing);
      return this.decisions.withdraw(trx, standing.id, by, this.clock.now());
    });
  }

  private async lock(trx: LedgerTransaction, campaignId: string) {
    const hearing = await this.hearings.lock(trx, campaignId);
    if (hearing === undefined) throw noSuchCampaign(campaignId);
    return { hearing, standing: await this.decisions.standing(trx, campaignId) };
  }
}

/** The hearing once it is decided. `at` in epoch milliseconds; null where it is decided by now. */
function decided(current: CalendarRow, at: number | null, now: number): ReportedHearing {
  const news = { kind: 'decided', at: at ?? undefined } as const;
  const decision = decideHearing(current, news, now);
  if (decision.kind === 'refuse') throw hearingRefusal(decision.because, current, news, now);
  return decision.kind === 'changed' ? decision.hearing : current;
}
