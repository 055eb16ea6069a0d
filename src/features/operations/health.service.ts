import { Injectable } from '@nestjs/common';
import type { Health } from '../../contract/operations.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { AlarmQueue } from '../../infrastructure/queue/index.js';
import { AlarmRepository } from '../posts/index.js';

type Check = Health['checks'][string];

/** A post that is this late is not on time any more, whoever is to blame. */
const OVERDUE_MS = 60_000;

@Injectable()
export class HealthService {
  constructor(
    private readonly alarms: AlarmRepository,
    private readonly queue: AlarmQueue,
    private readonly clock: Clock,
  ) {}

  async ready(): Promise<Health> {
    const [posts, queue] = await Promise.all([this.checkPosts(), this.checkQueue()]);
    return { ok: posts.ok && queue.ok, checks: { posts, queue } };
  }

  /** Answers for the database too: without it nobody knows what is overdue. */
  private checkPosts(): Promise<Check> {
    return checked(async () => {
      const overdue = await this.alarms.overdue(this.clock.now() - OVERDUE_MS, 1_000);
      return { ok: overdue.length === 0, detail: `${overdue.length} posts are overdue` };
    });
  }

  private checkQueue(): Promise<Check> {
    return checked(async () => {
      const { waiting, active, delayed } = await this.queue.counts();
      return { ok: true, detail: `${waiting} waiting, ${active} active, ${delayed} delayed` };
    });
  }
}

async function checked(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, detail: error.message };
  }
}
