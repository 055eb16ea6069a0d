/** Generating a campaign's posts, and moving the hearing under them, through the API. */
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import * as z from 'zod';
import { approveAll, inventedAccounts, writeAccounts } from './approved-posts.ts';
import { newVault, openSurroundings, startWeb } from './chorus.ts';
import type { Figure } from './figures.ts';
import type { Servers } from './servers.ts';
import { instantNetwork } from './wave.ts';

const RELEASE = new URL('../examples/release.txt', import.meta.url);
const BY = 'bench';
const ACCOUNTS = 42;
const MORE_ACCOUNTS = 50;

const withId = z.looseObject({ id: z.string() });
const generated = z.looseObject({ made: z.number() });
const hearingMoved = z.looseObject({
  effect: z.looseObject({ moved: z.number(), lostApproval: z.number() }),
});

export async function planning(servers: Servers): Promise<readonly Figure[]> {
  const place = {
    databaseUrl: await servers.newDatabase(),
    redisUrl: servers.redisUrl,
    prefix: 'plan',
    vault: newVault(),
  };
  const surroundings = await openSurroundings(place, (clock) => instantNetwork(clock, []));
  const app = await startWeb(surroundings);
  await writeAccounts(surroundings.ledger, place.vault, inventedAccounts(ACCOUNTS));
  // The first request warms the code and the connections, as in a server that runs.
  await generate(app, 'warm', 2);
  const small = await generate(app, 'small', 30);
  const more = inventedAccounts(MORE_ACCOUNTS).slice(ACCOUNTS);
  await writeAccounts(surroundings.ledger, place.vault, more);
  const large = await generate(app, 'large', 200);
  await approveAll(surroundings.ledger, large.campaignId);
  const move = await timed(() =>
    ask(app, 'PUT', `campaigns/${large.campaignId}/hearing`, hearing('2028-03-02', '11:00'), hearingMoved),
  );
  await app.close();
  await surroundings.close();
  if (move.answer.effect.moved !== large.made)
    throw new Error(`${move.answer.effect.moved} posts moved of ${large.made}`);
  const lost = move.answer.effect.lostApproval;
  return [
    { measure: `generating ${small.made} posts, over the API`, value: small.ms, unit: 'ms', target: 2_000 },
    { measure: `generating ${large.made} posts, over the API`, value: large.ms, unit: 'ms', target: null },
    {
      measure: `moving the hearing under ${large.made} approved posts, ${lost} of which name its date`,
      value: move.ms,
      unit: 'ms',
      target: 2_000,
    },
  ];
}

async function generate(app: NestFastifyApplication, slug: string, waves: number) {
  const { id: campaignId } = await ask(
    app,
    'POST',
    'campaigns',
    {
      name: slug,
      slug,
      caseName: 'Oduya v. Caldmere Estates',
      court: 'the Supreme Court of Wexmoor',
      link: 'https://keeptheriveropen.example',
      hashtags: ['KeepTheRiverOpen'],
    },
    withId,
  );
  const text = readFileSync(RELEASE, 'utf8');
  const { id: releaseId } = await ask(app, 'POST', `campaigns/${campaignId}/releases`, { text }, withId);
  const decision = { decision: 'accept', by: BY, leastConfidence: 'low' };
  await ask(app, 'POST', `releases/${releaseId}/decisions`, decision, z.looseObject({}));
  await ask(app, 'PUT', `campaigns/${campaignId}/hearing`, hearing('2028-03-01', '10:00'), z.looseObject({}));
  for (let wave = 1; wave <= waves; wave += 1) {
    const timing = { kind: 'days', days: -wave, time: '10:00' };
    await ask(app, 'POST', `campaigns/${campaignId}/waves`, { name: `Wave ${wave}`, timing }, withId);
  }
  const { ms, answer } = await timed(() => ask(app, 'POST', `campaigns/${campaignId}/posts`, {}, generated));
  return { campaignId, ms, made: answer.made };
}

function hearing(date: string, time: string): object {
  return { date, time, zone: 'America/New_York', source: 'bench', changedBy: BY };
}

async function ask<Answer>(
  app: NestFastifyApplication,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const response = await app.inject({ method, url: `/api/${path}`, payload: body });
  if (response.statusCode >= 400) throw new Error(`${path}: ${response.body}`);
  return answer.parse(response.json());
}

async function timed<Answer>(
  work: () => Promise<Answer>,
): Promise<{ readonly ms: number; readonly answer: Answer }> {
  const from = performance.now();
  const answer = await work();
  return { ms: performance.now() - from, answer };
}
