import { Injectable } from '@nestjs/common';
import type { WaveCreation, WaveUpdate } from '../../contract/campaigns.js';
import type { PlanEffect } from '../../contract/plan-effect.js';
import { eventOf, type PlanCalendar, roomForWave, type WaveOffset } from '../../domain/campaign/index.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { violationOf } from '../../infrastructure/database/violation.js';
import { Conflict } from '../../infrastructure/http/index.js';
import {
  noSuchCampaign,
  noSuchWave,
  roomRefusal,
  outcomeIsFixed,
  spreadOrTogether,
} from './campaign.refusals.js';
import { CampaignRepository, type CampaignRow } from './campaign.repository.js';
import { type CalendarRow, HearingRepository } from './hearing.repository.js';
import { NO_EFFECT, PlanListeners } from './plan-listener.js';
import { plannedWave } from './planned-wave.js';
import { inTransaction } from '../../infrastructure/database/previewed.js';
import { type WaveFields, WaveRepository, type WaveRow } from './wave.repository.js';

/** A campaign's waves are read and moved all at once, so they stay few. */
const MOST_WAVES = 200;

@Injectable()
export class WaveService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
    private readonly waves: WaveRepository,
    private readonly listeners: PlanListeners,
  ) {}

  async list(campaignId: string): Promise<{ readonly hearing: CampaignRow; readonly waves: WaveRow[] }> {
    const hearing = await this.campaigns.find(campaignId);
    if (hearing === undefined) throw noSuchCampaign(campaignId);
    return { hearing, waves: await this.waves.ofCampaign(campaignId) };
  }

  /** Adds it; the same creation again finds what it made. The name is what makes it the same. */
  create(
    campaignId: string,
    request: WaveCreation,
  ): Promise<{ readonly created: boolean; readonly wave: WaveRow; readonly hearing: PlanCalendar }> {
    const wanted = fieldsOf(request);
    return this.ledger.transaction().execute(async (trx) => {
      const hearing = await this.lockHearing(trx, campaignId);
      const waves = await this.waves.ofCampaign(campaignId, trx);
      const namesake = waves.find((wave) => wave.name === wanted.name);
      if (namesake !== undefined) {
        if (!isSame(namesake, wanted)) throw nameTaken(wanted.name);
        return { created: false, wave: namesake, hearing };
      }
      if (waves.length >= MOST_WAVES) {
        throw new Conflict('too-many-waves', `A campaign has at most ${MOST_WAVES} waves.`);
      }
      refuseImpossible(wanted, hearing);
      const position = Math.max(-1, ...waves.map((wave) => wave.position)) + 1;
      return { created: true, wave: await this.waves.insert(trx, campaignId, position, wanted), hearing };
    });
  }

  /**
   * Changes the fields given, and moves the wave's posts in the same transaction where its timing changes; or shows
   * what that would do.
   */
  async update(
    id: string,
    request: WaveUpdate,
    preview = false,
  ): Promise<{ readonly wave: WaveRow; readonly hearing: PlanCalendar; readonly effect: PlanEffect }> {
    const { campaignId } = await this.get(id);
    return inTransaction(this.ledger, preview, async (trx) => {
      const hearing = await this.lockHearing(trx, campaignId);
      const current = await this.get(id, trx);
      const wanted = updatedFields(current, request);
      if (isSame(current, wanted)) return { wave: current, hearing, effect: NO_EFFECT };
      const waves = await this.waves.ofCampaign(campaignId, trx);
      if (waves.some((other) => other.id !== id && other.name === wanted.name)) throw nameTaken(wanted.name);
      refuseImpossible(wanted, hearing);
      if (wanted.outcome !== current.outcome && (await this.waves.hasPosts(trx, id))) throw outcomeIsFixed();
      const wave = await this.waves.update(trx, id, wanted);
      if (isSamePlan(current, wanted)) return { wave, hearing, effect: NO_EFFECT };
      const effect = await this.listeners.tell(trx, {
        campaignId,
        calendar: hearing,
        waves: [plannedWave(wave, hearing)],
        cause: 'wave',
        respread: wave.spreadMs !== current.spreadMs || wave.together !== current.together,
        moveId: null,
        undoes: null,
        changedAt: this.clock.now(),
      });
      return { wave, hearing, effect };
    });
  }

  async delete(id: string): Promise<void> {
    const { campaignId } = await this.get(id);
    try {
      await this.ledger.transaction().execute(async (trx) => {
        await this.lockHearing(trx, campaignId);
        if (!(await this.waves.delete(trx, id))) throw noSuchWave(id);
      });
    } catch (error) {
      if (violationOf(error) !== 'in-use') throw error;
      throw new Conflict(
        'wave-has-posts',
        'This wave has posts, so it stays on the record: cancel its posts instead.',
      );
    }
  }

  private async get(id: string, trx?: LedgerTransaction): Promise<WaveRow> {
    const wave = await this.waves.find(id, trx);
    if (wave === undefined) throw noSuchWave(id);
    return wave;
  }

  private async lockHearing(trx: LedgerTransaction, campaignId: string): Promise<CalendarRow> {
    const hearing = await this.hearings.lock(trx, campaignId);
    if (hearing === undefined) throw noSuchCampaign(campaignId);
    return hearing;
  }
}

function fieldsOf(request: WaveCreation): WaveFields {
  const { name, timing, spreadSeconds, together, graceMinutes, freezeMinutes, templates, outcome } = request;
  return {
    name,
    timing,
    spreadMs: spreadSeconds * 1_000,
    together,
    graceMs: graceMinutes * 60_000,
    freezeMs: freezeMinutes * 60_000,
    templates,
    outcome,
  };
}

function updatedFields(current: WaveFields, request: WaveUpdate): WaveFields {
  return {
    name: request.name ?? current.name,
    timing: request.timing ?? current.timing,
    spreadMs: request.spreadSeconds === undefined ? current.spreadMs : request.spreadSeconds * 1_000,
    together: request.together ?? current.together,
    graceMs: request.graceMinutes === undefined ? current.graceMs : request.graceMinutes * 60_000,
    freezeMs: request.freezeMinutes === undefined ? current.freezeMs : request.freezeMinutes * 60_000,
    templates: request.templates ?? current.templates,
    outcome: request.outcome === undefined ? current.outcome : request.outcome,
  };
}

/** What no wave can be, wherever it stands. */
function refuseImpossible({ timing, outcome, spreadMs, together }: WaveFields, calendar: PlanCalendar): void {
  if (together && spreadMs > 0) throw spreadOrTogether();
  const room = roomForWave({ timing, outcome }, calendar);
  if (room !== 'room') throw roomRefusal(room, calendar);
}

function nameTaken(name: string): Conflict {
  return new Conflict('wave-name-taken', `This campaign has a different wave “${name}”: give another name.`, [
    { field: 'name', message: 'This name is taken in the campaign.' },
  ]);
}

function isSame(one: WaveFields, other: WaveFields): boolean {
  return (
    one.name === other.name &&
    isSamePlan(one, other) &&
    JSON.stringify(one.templates) === JSON.stringify(other.templates)
  );
}

function isSamePlan(one: WaveFields, other: WaveFields): boolean {
  return (
    isSameTiming(one.timing, other.timing) &&
    one.outcome === other.outcome &&
    one.spreadMs === other.spreadMs &&
    one.together === other.together &&
    one.graceMs === other.graceMs &&
    one.freezeMs === other.freezeMs
  );
}

function isSameTiming(one: WaveOffset, other: WaveOffset): boolean {
  if (eventOf(one) !== eventOf(other)) return false;
  if (one.kind === 'minutes') return other.kind === 'minutes' && one.minutes === other.minutes;
  return (
    other.kind === 'days' &&
    one.days === other.days &&
    one.time === other.time &&
    (one.clock ?? 'court') === (other.clock ?? 'court')
  );
}
