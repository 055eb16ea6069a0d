import { randomUUID } from 'node:crypto';
import type { AffectedPost, ReleaseAnswer, StatementAnswer } from '../../../src/contract/releases.js';
import { CampaignsModule } from '../../../src/features/campaigns/index.js';
import {
  ReleasesModule,
  type SourceChange,
  SourceListener,
  SourceListeners,
} from '../../../src/features/releases/index.js';
import { type Answer, TestApp } from '../../support/app.js';
import { createTestLedger, type TestLedger } from '../../support/ledger.js';

/** An invented release: two quotations, a fact, a scare quote and a banner. */
export const TEXT = `FOR IMMEDIATE RELEASE

Coalition asks court to keep the Carrow open

PORT ELSEN – A coalition of groups, including River Watch, the Elsen Anglers’ Club and Clean Wells, asked the court on Monday to keep the river open. The mill calls its plan a “renewal.”

“The river belongs to everyone who drinks from it,” said Mara Oduya, president of River Watch. “We will not hand it to one mill.”

According to a survey by the University of Elsen, 64 percent of residents fish in the Carrow every year.

Tomas Reyes, director of Clean Wells, said: “Our children’s wells run dry while the mill’s ponds are full.”

“Let the water run its course,” reads a banner that hung from the old bridge for the whole of the summer.
`;

/** As if each statement were used by one approved post. */
export class NotingListener extends SourceListener {
  changes: SourceChange[] = [];
  failing = false;

  sourcesChanged(_: unknown, change: SourceChange): Promise<AffectedPost[]> {
    this.changes.push(change);
    if (this.failing) return Promise.reject(new Error('The posts cannot be voided'));
    const used = 'statementIds' in change ? change.statementIds : [];
    return Promise.resolve(used.map((id) => ({ ...A_POST, statementIds: [id] })));
  }
}

const A_POST: AffectedPost = {
  id: '00000000-0000-4000-8000-00000000000a',
  account: 'river-watch',
  network: 'sandbox',
  organization: 'River Watch',
  status: 'approved',
  statementIds: [],
  effect: 'approval-lost',
};

/** An application with campaigns and releases, and a listener that notes what it is told. */
export class ReleasesFixture {
  private constructor(
    readonly app: TestApp,
    readonly database: TestLedger,
    readonly listener: NotingListener,
  ) {}

  static async start(): Promise<ReleasesFixture> {
    const database = await createTestLedger();
    const app = await TestApp.start({ modules: [CampaignsModule, ReleasesModule], ledger: database.ledger });
    const listener = new NotingListener();
    app.nest.get(SourceListeners).register(listener);
    return new ReleasesFixture(app, database, listener);
  }

  async campaign(): Promise<string> {
    const answer = await this.app.post('/api/campaigns', { name: 'Releases', slug: randomUUID() });
    return String(answer.body['id']);
  }

  freeze(campaignId: string, text: string): Promise<Answer<ReleaseAnswer>> {
    return this.app.post<ReleaseAnswer>(`/api/campaigns/${campaignId}/releases`, { text });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }
}

/** The one statement that begins with these words. */
export function statementOf(release: ReleaseAnswer, beginning: string): StatementAnswer {
  const found = release.statements.filter((one) => one.spans[0]?.text.startsWith(beginning));
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} statements begin with “${beginning}”`);
  }
  return found[0];
}
