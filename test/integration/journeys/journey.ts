import type { ConsentGivingAnswer, ConsentItem } from '../../../src/contract/consents.js';
import type { ReleaseAnswer } from '../../../src/contract/releases.js';
import type { TestChorus } from '../../support/chorus.js';

export interface JourneyPost {
  readonly id: string;
  readonly account: string;
  readonly organizationId: string;
  readonly status: string;
  readonly fingerprint: string;
  readonly revision: number;
  readonly reason: string | null;
  readonly plannedAt: string | null;
  readonly waveId: string;
  readonly parts: readonly { readonly text: string; readonly segments: readonly object[] }[];
}

/** A campaign as a coordinator sets it up: organizations with their accounts, a release, a hearing and waves. */
export interface Setting {
  readonly campaign?: string;
  readonly organizations: readonly string[];
  readonly accountsEach: number;
  readonly release: string;
  readonly waves: readonly object[];
}

/** Two sentences of one speaker, interrupted by who said them. */
export const ONE_SPEAKER = `“The river belongs to everyone who lives beside it,” said Ada Finch, Director of the River Alliance. “We will not stop asking.”`;

/** The same, and one sentence of another speaker. */
export const TWO_SPEAKERS = `${ONE_SPEAKER}
“Nobody should need a key to reach the water,” said Bo Larsen, Counsel at the Commons Center.`;

/** Noon, a week before the hearing. */
export const A_WEEK_BEFORE = { name: 'Week', timing: { kind: 'days', days: -7, time: '12:00' } };
/** The instant of that wave before the hearing of March 24, noon in New York. */
export const A_WEEK_BEFORE_AT = Date.parse('2026-03-17T16:00:00Z');

/** Walks through the steps of the main job over HTTP, and fails on the first answer that is not a success. */
export class Journey {
  private constructor(
    readonly chorus: TestChorus,
    readonly campaignId: string,
    readonly releaseId: string,
    readonly organizationIds: readonly string[],
  ) {}

  static async begin(chorus: TestChorus, setting: Setting): Promise<Journey> {
    const organizationIds: string[] = [];
    for (const [index, name] of setting.organizations.entries()) {
      const { id } = await call<{ id: string }>(chorus, 'POST', 'organizations', { name });
      organizationIds.push(id);
      for (let account = 1; account <= setting.accountsEach; account += 1) {
        const handle = `partner-${index + 1}-${account}`;
        const request = { network: 'sandbox', handle, displayName: name.slice(0, 60) };
        await call(chorus, 'POST', `organizations/${id}/accounts`, request);
      }
    }
    const { id: campaignId } = await call<{ id: string }>(chorus, 'POST', 'campaigns', {
      name: setting.campaign ?? 'The hearing',
      caseName: 'Doe v. Roe',
      link: 'https://campaign.example/hearing',
      hashtags: ['TheHearing'],
    });
    const release = await call<{ id: string }>(chorus, 'POST', `campaigns/${campaignId}/releases`, {
      text: setting.release,
    });
    await call(chorus, 'POST', `releases/${release.id}/decisions`, {
      decision: 'accept',
      by: 'Coordinator',
      leastConfidence: 'low',
    });
    await consentToAll(chorus, campaignId, release.id);
    await call(chorus, 'PUT', `campaigns/${campaignId}/hearing`, {
      date: '2026-03-24',
      time: '10:00',
      zone: 'America/New_York',
      source: 'the court’s calendar',
      changedBy: 'Coordinator',
    });
    for (const wave of setting.waves) await call(chorus, 'POST', `campaigns/${campaignId}/waves`, wave);
    return new Journey(chorus, campaignId, release.id, organizationIds);
  }

  call<Body>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<Body> {
    return call<Body>(this.chorus, method, path, body);
  }

  /** Makes the posts, and answers what was made. */
  generate(): Promise<{ made: number; kept: number; empty: readonly { needs: string }[] }> {
    return this.call('POST', `campaigns/${this.campaignId}/posts`, {});
  }

  async posts(query = ''): Promise<readonly JourneyPost[]> {
    const posts: JourneyPost[] = [];
    let cursor: string | null = null;
    do {
      const after: string = cursor === null ? '' : `&cursor=${cursor}`;
      const page: { items: JourneyPost[]; nextCursor: string | null } = await this.call(
        'GET',
        `posts?campaignId=${this.campaignId}&limit=200${query}${after}`,
      );
      posts.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return posts;
  }

  async onePost(): Promise<JourneyPost> {
    const [post] = await this.posts();
    if (post === undefined) throw new Error('There is no post');
    return post;
  }

  async postOf(account: string): Promise<JourneyPost> {
    const post = (await this.posts()).find((one) => one.account === account);
    if (post === undefined) throw new Error(`@${account} has no post`);
    return post;
  }

  /** News of the hearing; `date` is of the form 2026-03-31. */
  reportHearing<Body = object>(
    news: { readonly date: string; readonly time?: string } | { readonly status: string },
  ): Promise<Body> {
    const when = 'date' in news ? { time: '10:00', zone: 'America/New_York' } : {};
    const reported = { source: 'the clerk', changedBy: 'Coordinator' };
    return this.call('PUT', `campaigns/${this.campaignId}/hearing`, { ...when, ...reported, ...news });
  }

  /** Every organization approves all its posts that wait. */
  async approveAll(leeway: object = { kind: 'follows-hearing' }): Promise<void> {
    for (const organizationId of this.organizationIds) {
      const posts = await this.posts(`&organizationId=${organizationId}&status=proposed`);
      if (posts.length === 0) continue;
      const answer = await this.call<{ refused: readonly object[] }>(
        'POST',
        `organizations/${organizationId}/approvals`,
        {
          decision: 'approve',
          by: 'Approver',
          leeway,
          posts: posts.map(({ id, fingerprint }) => ({ id, fingerprint })),
        },
      );
      if (answer.refused.length > 0) throw new Error(JSON.stringify(answer.refused));
    }
  }
}

/** Each speaker's organization consents; one that is not a partner is added, and consents too. */
export async function consentToAll(chorus: TestChorus, campaignId: string, releaseId: string): Promise<void> {
  const { statements } = await call<ReleaseAnswer>(chorus, 'GET', `releases/${releaseId}`);
  for (const { id, kind, speaker, organization, consentOrganizationId } of statements) {
    if (kind !== 'quotation' || consentOrganizationId !== null) continue;
    const name = organization ?? `Office of ${speaker ?? 'nobody'}`;
    const office = await call<{ id: string }>(chorus, 'POST', 'organizations', { name });
    await call(chorus, 'PATCH', `statements/${id}`, { by: 'Coordinator', consentOrganizationId: office.id });
  }
  const { items } = await call<{ items: ConsentItem[] }>(chorus, 'GET', `campaigns/${campaignId}/consents`);
  for (const { statementId, revision, organizationId, consent } of items) {
    if (consent !== null) continue;
    const giving = { items: [{ statementId, revision }], by: 'Its press officer' };
    const answer = await call<ConsentGivingAnswer>(
      chorus,
      'POST',
      `organizations/${organizationId ?? ''}/consents`,
      giving,
    );
    if (answer.refused.length > 0) throw new Error(JSON.stringify(answer.refused));
  }
}

async function call<Body>(
  { app }: TestChorus,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  body?: object,
): Promise<Body> {
  const answer = await app.request<Body>(method, `/api/${path}`, body);
  if (answer.status >= 300) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
