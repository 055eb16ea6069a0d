import { randomUUID } from 'node:crypto';
import type { PlanEffect } from '../../../src/contract/plan-effect.js';
import {
  CampaignsModule,
  NO_EFFECT,
  type PlanChange,
  PlanListener,
  PlanListeners,
} from '../../../src/features/campaigns/index.js';
import type { Ledger } from '../../../src/infrastructure/database/ledger.js';
import { TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';

/** Notes what it is told of the plan, and answers as a feature does whose posts follow it. */
export class NotingListener extends PlanListener {
  changes: PlanChange[] = [];

  constructor(private readonly effect: (change: PlanChange) => Partial<PlanEffect>) {
    super();
  }

  planChanged(_: unknown, change: PlanChange): Promise<PlanEffect> {
    this.changes.push(change);
    return Promise.resolve({ ...NO_EFFECT, ...this.effect(change) });
  }
}

/** An application with campaigns alone, and whoever is told of changes of the plan. */
export class CampaignsFixture {
  private constructor(
    readonly app: TestApp,
    private readonly database: TestLedger,
  ) {}

  static async start(...listeners: readonly PlanListener[]): Promise<CampaignsFixture> {
    const database = await createTestLedger();
    const app = await TestApp.start({ modules: [CampaignsModule], ledger: database.ledger });
    for (const listener of listeners) app.nest.get(PlanListeners).register(listener);
    return new CampaignsFixture(app, database);
  }

  get ledger(): Ledger {
    return this.database.ledger;
  }

  /** The id of a new campaign, whose hearing has no date. */
  async campaign(): Promise<string> {
    const { body } = await this.app.post('/api/campaigns', { name: 'Open River', slug: randomUUID() });
    return String(body['id']);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}
