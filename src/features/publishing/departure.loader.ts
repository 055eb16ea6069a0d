import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { Clock } from '../../infrastructure/clock/index.js';
import { AttemptRecorder, type Ended } from './attempt.recorder.js';
import { ClaimRepository, type ClaimRequest, type ClaimResult } from './claim.repository.js';
import { FactsRepository, type DepartingPost } from './facts.repository.js';
import { GATHER_WHILE_ARMING_MS, gathering } from './gathering.js';
import { PublishingOptions } from './publishing.options.js';

/**
 * Batches what the posts of a wave ask of the ledger at the same moment: a thousand departures, each written as
 * if it were alone, make a handful of transactions.
 */
@Injectable()
export class DepartureLoader {
  private readonly facts: DataLoader<string, DepartingPost | null>;
  private readonly claims: DataLoader<ClaimRequest, ClaimResult>;
  private readonly records: DataLoader<Ended, null>;

  constructor(
    facts: FactsRepository,
    claims: ClaimRepository,
    recorder: AttemptRecorder,
    options: PublishingOptions,
    clock: Clock,
  ) {
    const timing = {
      claimedBy: options.workerName,
      claimLeadMs: options.claimLeadMs,
      reconcileAfterMs: options.reconcileAfterMs,
    };
    this.facts = gathering(async (ids) => {
      const found = await facts.read(ids);
      return ids.map((id) => found.get(id) ?? null);
    }, GATHER_WHILE_ARMING_MS);
    this.claims = gathering(async (requests) => {
      const first = new Map<string, ClaimRequest>();
      for (const request of requests) if (!first.has(request.id)) first.set(request.id, request);
      const results = await claims.claim([...first.values()], timing);
      // Two alarms of one post may ring together: only one of them may have the claim, the other asks again.
      return requests.map((request) =>
        first.get(request.id) === request ? (results.get(request.id) ?? 'busy') : 'busy',
      );
    });
    this.records = gathering(async (ended) => {
      await recorder.record(ended, clock);
      return ended.map(() => null);
    });
  }

  /** What the ledger says of the post now, or null when there is no such post. */
  read(postId: string): Promise<DepartingPost | null> {
    return this.facts.load(postId);
  }

  claim(request: ClaimRequest): Promise<ClaimResult> {
    return this.claims.load(request);
  }

  async record(ended: Ended): Promise<void> {
    await this.records.load(ended);
  }
}
