import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Approval } from '../../../domain/approval/index.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';

/** What may keep an approved post back, and how far its approval goes. */
export interface Holds {
  readonly approval: Approval | null;
  readonly paused: boolean;
  readonly lacksConsent: boolean;
  readonly embargoUntil: number | null;
}

@Injectable()
export class HoldsRepository {
  constructor(private readonly ledger: Ledger) {}

  /** By the posts’ ids. */
  async of(postIds: readonly string[]): Promise<ReadonlyMap<string, Holds>> {
    const { rows } = await sql<HoldsRow>`
      select p.id, is_paused(p.campaign_id, p.account_id) as paused, lacks_consent(p.id) as lacks_consent,
             embargo_of(p.id) as embargo_until, v.fingerprint, v.instant_at, v.leeway_minutes, v.follows_timing
      from post p
      left join approval v on v.post_id = p.id and v.decision = 'approved' and v.withdrawn_at is null
      where p.id = any(${[...postIds]}::uuid[])`.execute(this.ledger);
    return new Map(
      rows.map(({ id, paused, lacksConsent, embargoUntil, ...approval }) => [
        id,
        { paused, lacksConsent, embargoUntil, approval: approvalOf(approval) },
      ]),
    );
  }
}

interface ApprovalColumns {
  readonly fingerprint: string | null;
  readonly instantAt: number | null;
  readonly leewayMinutes: number | null;
  readonly followsTiming: string | null;
}

interface HoldsRow extends ApprovalColumns, Omit<Holds, 'approval'> {
  readonly id: string;
}

function approvalOf({
  fingerprint,
  instantAt,
  leewayMinutes,
  followsTiming,
}: ApprovalColumns): Approval | null {
  if (fingerprint === null) return null;
  const leeway =
    followsTiming === null
      ? ({ kind: 'minutes', minutes: leewayMinutes ?? 0 } as const)
      : ({ kind: 'follows-hearing', timing: followsTiming } as const);
  return { fingerprint, instantAt, leeway };
}
