import { Injectable } from '@nestjs/common';
import { isoInstant } from '../../../contract/instant.js';
import type { WavePlace, WavePreviewAnswer } from '../../../contract/wave-preview.js';
import {
  courtTimeText,
  frozenFrom,
  plannedInstant,
  type Seating,
  waveFate,
  waveLabel,
} from '../../../domain/campaign/index.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { NotFound } from '../../../infrastructure/http/index.js';
import { noTimeSentence } from '../no-time.js';
import { PlanRepository } from '../plan.repository.js';
import { seatingsOf } from '../seats.js';
import { type PlaceRow, WavePreviewRepository } from './wave-preview.repository.js';

/** When each account leaves in a wave, before anybody approves it; and afterwards how late each was. */
@Injectable()
export class WavePreview {
  constructor(
    private readonly ledger: Ledger,
    private readonly plan: PlanRepository,
    private readonly repository: WavePreviewRepository,
  ) {}

  async of(id: string): Promise<WavePreviewAnswer> {
    const wave = await this.repository.wave(id);
    if (wave === undefined) throw new NotFound('wave-not-found', `There is no wave ${id}.`);
    const { decidedAs, ...calendar } = wave;
    const planned = { ...wave, fate: waveFate(wave, { ...calendar, outcome: decidedAs }) };
    const leavesAt = plannedInstant(planned, { court: wave.zone, partner: null });
    const accounts = await this.plan.accounts(this.ledger);
    const standing = (await this.plan.standing(this.ledger, [id])).get(id) ?? [];
    const noPosting = await this.plan.noPosting(this.ledger, wave.campaignId, wave.zone);
    const seatings = seatingsOf(planned, accounts, standing, () => true, noPosting);
    const rows = await this.repository.places(id);
    const places = rows.map((row): WavePlace => {
      const plannedAt =
        row.postId === null ? (seatings.get(row.accountId)?.plannedAt ?? null) : row.plannedAt;
      const freezeMs = row.freezeMs ?? wave.freezeMs;
      const zones = { court: wave.zone, partner: row.zone };
      return {
        ...presentPlace(row, { plannedAt, freezeMs }, zones),
        noTime: leavesAt === null || plannedAt !== null ? null : whyNoTime(row, seatings.get(row.accountId)),
      };
    });
    const inOrder = places.toSorted((a, b) => instantOf(a) - instantOf(b) || compare(a.account, b.account));
    return {
      waveId: id,
      name: wave.name,
      label: waveLabel(wave),
      zone: wave.zone,
      leavesAt: leavesAt === null ? null : isoInstant(leavesAt),
      places: inOrder,
      together: together(inOrder),
    };
  }
}

function whyNoTime({ postId, reason }: PlaceRow, seating: Seating | undefined): string | null {
  if (postId !== null) return reason;
  const obstacle = seating?.obstacle ?? null;
  return obstacle === null ? null : noTimeSentence(obstacle);
}

function presentPlace(
  row: PlaceRow,
  { plannedAt, freezeMs }: { readonly plannedAt: number | null; readonly freezeMs: number },
  zones: { readonly court: string; readonly partner: string | null },
): Omit<WavePlace, 'noTime'> {
  const { publishedAt } = row;
  const frozenAt = frozenFrom({ plannedAt, freezeMs });
  return {
    accountId: row.accountId,
    account: row.account,
    network: row.network,
    organization: row.organization,
    plannedAt: plannedAt === null ? null : isoInstant(plannedAt),
    plannedAtLocal: plannedAt === null ? null : courtTimeText(plannedAt, zones.court),
    zone: zones.partner ?? zones.court,
    plannedAtPartner: plannedAt === null ? null : courtTimeText(plannedAt, zones.partner ?? zones.court),
    frozenFrom: frozenAt === null ? null : isoInstant(frozenAt),
    postId: row.postId,
    status: row.postStatus,
    publishedAt: publishedAt === null ? null : isoInstant(publishedAt),
    driftMs: publishedAt === null || plannedAt === null ? null : publishedAt - plannedAt,
  };
}

/** Networks take several accounts that speak in the same second for one that speaks with many mouths. */
function together(places: readonly WavePlace[]): number {
  const seconds = new Map<string, number>();
  for (const { network, plannedAt } of places) {
    if (plannedAt === null) continue;
    const second = `${network} ${plannedAt.slice(0, 19)}`;
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return [...seconds.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

function instantOf({ plannedAt }: WavePlace): number {
  return plannedAt === null ? Infinity : Date.parse(plannedAt);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
