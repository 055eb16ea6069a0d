import { randomUUID } from 'node:crypto';
import { MoveRepository } from '../../../src/features/posts/index.js';
import { offsetLabel } from '../../../src/domain/campaign/index.js';
import { fingerprint } from '../../../src/domain/post/fingerprint.js';
import type { LedgerReader } from '../../../src/infrastructure/database/ledger.js';
import type { Vault } from '../../../src/infrastructure/vault/index.js';
import { connectSandboxAccount } from '../../../src/publishers/sandbox/index.js';

export interface PostWish {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly parts?: number;
  readonly graceMs?: number;
}

/** An approved post on an account of its own, in a campaign of its own, so that no test touches another's. */
export interface FaultPost {
  readonly id: string;
  readonly campaignId: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly handle: string;
  readonly texts: readonly string[];
  readonly dueAt: number;
}

const DAY_MS = 86_400_000;
const LONG_GRACE_MS = 120_000;

export interface PostPlace {
  readonly ledger: LedgerReader;
  readonly vault: Vault;
  readonly sandboxUrl: string;
}

/** The wave leaves on the day before the hearing, at the post's time of day: it moves with the hearing. */
export async function writeApprovedPost(place: PostPlace, wish: PostWish): Promise<FaultPost> {
  const { ledger } = place;
  const planned = new Date(wish.dueAt);
  const timing = { kind: 'days', days: -1, time: planned.toISOString().slice(11, 19) } as const;
  const graceMs = wish.graceMs ?? LONG_GRACE_MS;
  const account = await writeAccount(place);
  const campaignId = randomUUID();
  const waveId = randomUUID();
  await ledger
    .insertInto('campaign')
    .values({ id: campaignId, slug: campaignId, name: 'Rivers for All', hashtags: [], seed: 'spring' })
    .execute();
  const startsAt = new Date(wish.dueAt + DAY_MS);
  await ledger.insertInto('hearing').values({ campaignId, status: 'set', startsAt, zone: 'UTC' }).execute();
  const wave = { id: waveId, campaignId, name: 'Wave', position: 0, spreadMs: 0, graceMs, templates: [] };
  await ledger
    .insertInto('wave')
    .values({ ...wave, timing: JSON.stringify(timing) })
    .execute();
  const texts = Array.from(
    { length: wish.parts ?? 1 },
    (_, part) => `Part ${part + 1} by @${account.handle}: déjà vu, 🌊 and a line\nbreak.`,
  );
  const ids = { campaignId, waveId, accountId: account.accountId };
  const id = await writePost(ledger, { ...ids, ...account }, { texts, planned, timing, graceMs });
  return { id, campaignId, ...account, texts, dueAt: wish.dueAt };
}

async function writeAccount({ ledger, vault, sandboxUrl }: PostPlace) {
  const handle = `acc${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const { remoteId, token } = await connectSandboxAccount(sandboxUrl, { handle, displayName: handle });
  const organizationId = randomUUID();
  const accountId = randomUUID();
  await ledger
    .insertInto('organization')
    .values({ id: organizationId, name: `Organization of ${handle}` })
    .execute();
  await ledger
    .insertInto('account')
    .values({
      id: accountId,
      organizationId,
      network: 'sandbox',
      handle,
      remoteId,
      serverUrl: sandboxUrl,
      credentials: vault.seal({ token }, accountId),
    })
    .execute();
  return { handle, remoteId, organizationId, accountId };
}

async function writePost(
  ledger: LedgerReader,
  place: {
    readonly campaignId: string;
    readonly waveId: string;
    readonly accountId: string;
    readonly organizationId: string;
    readonly remoteId: string;
  },
  {
    texts,
    planned,
    timing,
    graceMs,
  }: {
    readonly texts: readonly string[];
    readonly planned: Date;
    readonly timing: Parameters<typeof offsetLabel>[0];
    readonly graceMs: number;
  },
): Promise<string> {
  const id = randomUUID();
  const { campaignId, waveId, accountId, organizationId, remoteId } = place;
  const parts = texts.map((text) => ({ segments: [{ kind: 'text' as const, text }], pictures: [] }));
  const print = fingerprint({ parts, network: 'sandbox', remoteAccount: remoteId, settings: {} });
  const label = offsetLabel(timing);
  await ledger
    .insertInto('post')
    .values({
      id,
      campaignId,
      waveId,
      accountId,
      status: 'proposed',
      graceMs,
      timing: label,
      delayMs: 0,
      parts: JSON.stringify(parts),
      fingerprint: print,
      template: null,
      dependsOnDate: false,
      plannedAt: planned,
    })
    .execute();
  await ledger
    .insertInto('approval')
    .values({
      postId: id,
      organizationId,
      fingerprint: print,
      decision: 'approved',
      decidedBy: 'Noor',
      instantAt: planned,
      followsTiming: label,
      decidedAt: new Date(),
    })
    .execute();
  const move = { id, from: 'proposed', revision: 1, to: 'approved', raiseRevision: true } as const;
  await new MoveRepository().move(ledger, [{ ...move, dueAt: planned.getTime() }], planned.getTime());
  return id;
}
