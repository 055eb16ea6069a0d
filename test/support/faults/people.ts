import { expect } from '@jest/globals';
import type { AffectedPost } from '../../../src/contract/releases.js';
import type { ChorusProcess } from './chorus-process.js';
import type { FaultPost } from './fault-posts.js';
import type { FaultSource } from './fault-sources.js';
import type { FaultWorld } from './fault-world.js';

const DAY_MS = 86_400_000;

interface Said<Body> {
  readonly status: number;
  readonly body: Body;
}

/** What people do over HTTP while a worker is at work. */
export class People {
  constructor(
    private readonly world: FaultWorld,
    private readonly address: string,
  ) {}

  /** Answers the pause's id and how many posts were on the wire at its commit. */
  async pause(scope: 'everything' | 'campaign' | 'account', post: FaultPost) {
    const scopeId = { everything: undefined, campaign: post.campaignId, account: post.accountId }[scope];
    const { status, body } = await this.ask<{ pause: { id: string }; onTheWire: number }>(
      'POST',
      '/api/pauses',
      { scope, ...(scopeId === undefined ? {} : { scopeId }), reason: 'wait for the lawyers', by: 'Noor' },
    );
    expect(status).toBe(200);
    return { id: body.pause.id, onTheWire: body.onTheWire };
  }

  /** Answers how many posts it found missed. */
  async resume(pauseId: string): Promise<number> {
    const path = `/api/pauses/${pauseId}/resumption`;
    const { status, body } = await this.ask<{ missed: number }>('POST', path, { by: 'Noor' });
    expect(status).toBe(200);
    return body.missed;
  }

  async edit(post: FaultPost, text: string): Promise<Said<{ code?: string }>> {
    const { revision } = await this.world.row(post);
    const parts = [{ segments: [{ kind: 'text', text }], pictures: [] }];
    return this.ask('PUT', `/api/posts/${post.id}/parts`, { parts, revision, by: 'Noor' });
  }

  async withdraw(post: FaultPost): Promise<Said<{ withdrawn: boolean; onTheWire: boolean }>> {
    const { organizationId } = post;
    return this.ask('POST', `/api/posts/${post.id}/approvals/withdrawal`, { organizationId, by: 'Noor' });
  }

  /** The court puts the hearing a day later, and with it the wave. */
  async moveHearing(post: FaultPost): Promise<Said<{ effect: { moved: number; inFlight: number } }>> {
    const to = new Date(post.dueAt + 2 * DAY_MS).toISOString();
    return this.ask('PUT', `/api/campaigns/${post.campaignId}/hearing`, {
      date: to.slice(0, 10),
      time: to.slice(11, 16),
      zone: 'UTC',
      source: 'https://court.example/calendar',
      changedBy: 'Noor',
    });
  }

  /** The speaker's organization takes its consent back. */
  async withdrawConsent({
    consentId,
    organizationId,
  }: FaultSource): Promise<Said<{ posts: AffectedPost[] }>> {
    return this.ask('POST', `/api/consents/${consentId}/withdrawal`, { organizationId, by: 'Noor' });
  }

  /** The lead organization puts the release under embargo until a day after the post's instant. */
  async embargo({ releaseId }: FaultSource, post: FaultPost): Promise<Said<{ posts: AffectedPost[] }>> {
    const until = new Date(post.dueAt + DAY_MS).toISOString();
    return this.ask('PUT', `/api/releases/${releaseId}/embargo`, { until, by: 'Noor' });
  }

  /** A corrected release no longer says what the old one said. */
  async correct({ releaseId }: FaultSource): Promise<Said<{ posts: AffectedPost[] }>> {
    const text = '“We stopped asking,” said Bo Larsen, Counsel at the Commons Center.';
    return this.ask('POST', `/api/releases/${releaseId}/correction`, { text, by: 'Noor' });
  }

  private async ask<Body>(method: string, path: string, body: object): Promise<Said<Body>> {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  }
}

/** A world with a worker that publishes and a web process that people talk to. */
export async function startWithPeople(
  world: FaultWorld,
): Promise<{ readonly people: People; readonly worker: ChorusProcess }> {
  const [web, worker] = await Promise.all([world.startWeb(), world.startWorker()]);
  return { people: new People(world, web.address), worker };
}

/** Past its instant, the post has not appeared, and stands as it should. */
export async function expectUnsent(world: FaultWorld, post: FaultPost, status: string): Promise<void> {
  await world.reached(post.dueAt + 600);
  await world.stands(post, status);
  expect(world.live(post)).toEqual([]);
  expect(world.requests(post, 'arrived', 'create-post')).toBe(0);
  const attempts = await world.attempts(post);
  expect(attempts.filter(({ state }) => state !== 'not-sent')).toEqual([]);
}

export const MOVED_BY_MS = DAY_MS;
