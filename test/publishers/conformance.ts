import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Publisher } from '../../src/publishers/publisher.js';
import type { Capabilities, ConformanceWorld, FaultSwitch } from './conformance-world.js';
import { partOf, patience, pictureOf, publish } from './parts.js';

/** What every publisher must guarantee over its network, whatever the network does. */
export function describeConformance(
  network: string,
  capabilities: Capabilities,
  open: () => Promise<ConformanceWorld>,
): void {
  describe(`the ${network} publisher`, () => {
    let world: ConformanceWorld;
    beforeAll(async () => {
      world = await open();
    });
    afterAll(async () => {
      await world.close();
    });
    const context: Context = { world: () => world, publisher: () => world.publisher, capabilities };
    describePublishing(network, context);
    describeNotArrived(context);
    describeAnswersOfTheNetwork(context);
    describeLostAnswers(context);
    if (capabilities.keepsKeys) describeKeys(context);
  });
}

interface Context {
  readonly world: () => ConformanceWorld;
  readonly publisher: () => Publisher;
  readonly capabilities: Capabilities;
}

function describePublishing(network: string, { world, publisher, capabilities }: Context): void {
  it('names its network', () => {
    expect(publisher().network).toBe(network);
  });

  it('publishes the very text, character for character', async () => {
    const account = await world().newAccount();
    const text = 'A reply was filed.\n“Naïve\u00a0café” e\u0301 👩🏽‍⚖️ — §\u202f4 <b>&amp;</b>';
    const part = partOf(account, { text });
    const outcome = await publisher().send(part, patience());
    const [post] = await world().livePosts(account);
    expect(outcome).toMatchObject({ kind: 'published', remoteId: post?.id });
    expect(outcome.kind === 'published' && URL.canParse(outcome.url)).toBe(true);
    expect(post?.text).toBe(text);
  });

  it('prepares at no harm, as often as it is asked to, and publishes nothing by it', async () => {
    const account = await world().newAccount();
    const part = partOf(account, { pictures: [pictureOf('A river')] });
    expect(await publisher().prepare([part], patience())).toEqual({ kind: 'ready' });
    expect(await publisher().prepare([part], patience())).toEqual({ kind: 'ready' });
    expect(await world().livePosts(account)).toEqual([]);
  });

  it('publishes pictures with their descriptions in their order, prepared or not', async () => {
    const account = await world().newAccount();
    const pictures = [pictureOf('First “picture”, é'), pictureOf('Second')];
    const prepared = partOf(account, { text: 'Prepared', pictures });
    await publisher().prepare([prepared], patience());
    await publisher().send(prepared, patience());
    await publisher().send(partOf(account, { text: 'Unprepared', pictures }), patience());
    const posts = await world().livePosts(account);
    expect(posts.map(({ altTexts }) => altTexts)).toEqual([
      ['First “picture”, é', 'Second'],
      ['First “picture”, é', 'Second'],
    ]);
  });

  it('publishes a thread, each part a reply to the one before', async () => {
    const account = await world().newAccount();
    const rootId = await publish(publisher(), partOf(account, { text: 'One' }));
    const secondId = await publish(
      publisher(),
      partOf(account, { text: 'Two', replyTo: { rootId, parentId: rootId } }),
    );
    await publish(publisher(), partOf(account, { text: 'Three', replyTo: { rootId, parentId: secondId } }));
    const posts = await world().livePosts(account);
    expect(posts.map(({ text, replyTo }) => [text, replyTo])).toEqual([
      ['One', null],
      ['Two', { rootId, parentId: rootId }],
      ['Three', { rootId, parentId: secondId }],
    ]);
  });

  if (capabilities.faults.includes('refuse')) {
    it('leaves the first part of a thread standing when the second is refused', async () => {
      const account = await world().newAccount();
      const rootId = await publish(publisher(), partOf(account, { text: 'One' }));
      await world().fault('refuse', account);
      const second = partOf(account, { text: 'Two', replyTo: { rootId, parentId: rootId } });
      expect(await publisher().send(second, patience())).toMatchObject({ kind: 'rejected' });
      expect((await world().livePosts(account)).map(({ text }) => text)).toEqual(['One']);
    });
  }

  it('answers a reply to a post that does not exist with a refusal', async () => {
    const account = await world().newAccount();
    const rootId = await publish(publisher(), partOf(account, { text: 'One' }));
    const reply = partOf(account, { replyTo: { rootId, parentId: '99999999' } });
    expect(await publisher().send(reply, patience())).toMatchObject({ kind: 'rejected' });
  });

  it('answers a text that is too long with a refusal, and says so when preparing', async () => {
    const account = await world().newAccount();
    const part = partOf(account, { text: capabilities.tooLongText });
    expect(await publisher().prepare([part], patience())).toMatchObject({ kind: 'rejected' });
    expect(await publisher().send(part, patience())).toMatchObject({ kind: 'rejected' });
    expect(await world().livePosts(account)).toEqual([]);
  });
}

function describeNotArrived({ world, publisher }: Context): void {
  for (const reason of ['refused', 'unknownName', 'brokenTls'] as const) {
    it(`knows that a request did not arrive: ${reason}`, async () => {
      const part = partOf(world().unreachable[reason]);
      const outcome = await publisher().send(part, patience());
      expect(outcome).toMatchObject({ kind: 'not-sent', reason: expect.stringMatching(/\w+.*\.$/) });
      expect(await publisher().prepare([part], patience())).toMatchObject({ kind: 'trouble' });
      expect(await publisher().find(part, Date.now(), patience())).toMatchObject({ kind: 'unreachable' });
    });
  }

  it('sends nothing once its time is up', async () => {
    const account = await world().newAccount();
    const outcome = await publisher().send(partOf(account), AbortSignal.abort());
    expect(outcome).toMatchObject({ kind: 'not-sent' });
    expect(await world().livePosts(account)).toEqual([]);
  });

  for (const [state, token] of [
    ['an expired', 'withExpiredToken'],
    ['a revoked', 'withRevokedToken'],
  ] as const) {
    it(`knows that nothing was published with ${state} token`, async () => {
      const account = await world()[token](await world().newAccount());
      const part = partOf(account);
      expect(await publisher().prepare([part], patience())).toMatchObject({ kind: 'trouble' });
      const outcome = await publisher().send(part, patience());
      expect(outcome).toMatchObject({ kind: 'not-sent' });
      expect(JSON.stringify(outcome)).not.toContain(account.credentials['token']);
      expect(await world().livePosts(account)).toEqual([]);
    });

    it(`finds a post by its words with ${state} token, and is unsure of one that it does not find`, async () => {
      const account = await world().newAccount();
      const since = Date.now();
      const part = partOf(account, { text: 'It stands' });
      const remoteId = await publish(publisher(), part);
      const later = await world()[token](account);
      expect(await publisher().find({ ...part, account: later }, since, patience())).toMatchObject({
        kind: 'found',
        remoteId,
      });
      const other = partOf(later, { text: 'It does not' });
      expect(await publisher().find(other, since, patience())).toMatchObject({ kind: 'unsure' });
    });
  }
}

function describeAnswersOfTheNetwork({ world, publisher, capabilities }: Context): void {
  if (capabilities.faults.includes('rate-limited')) {
    it('puts a rate-limited call off for as long as the network asks', async () => {
      const account = await world().newAccount();
      await world().fault('rate-limited', account);
      const part = partOf(account);
      const outcome = await publisher().send(part, patience());
      expect(outcome).toMatchObject({ kind: 'deferred', retryInMs: capabilities.rateLimitMs });
      expect(await world().livePosts(account)).toEqual([]);
      expect(await publisher().send(part, patience())).toMatchObject({ kind: 'published' });
    });
  }

  if (capabilities.faults.includes('refuse')) {
    it('passes on why the network refuses', async () => {
      const account = await world().newAccount();
      await world().fault('refuse', account);
      const outcome = await publisher().send(partOf(account), patience());
      expect(outcome).toEqual({ kind: 'rejected', reason: expect.stringMatching(/\w/) });
      expect(await world().livePosts(account)).toEqual([]);
    });
  }
}

/** Which failures leave a post behind. */
const leavesPost: Partial<Record<FaultSwitch, boolean>> = {
  'answer-lost': true,
  'cut-body': true,
  'server-error-after-commit': true,
  'server-error-before-commit': false,
  'reset-before-commit': false,
};

function describeLostAnswers({ world, publisher, capabilities }: Context): void {
  for (const fault of capabilities.faults) {
    const stands = leavesPost[fault];
    if (stands === undefined) continue;
    it(`is in doubt after ${fault}, and reading settles it: exactly one post in the end`, async () => {
      const account = await world().newAccount();
      const since = Date.now();
      const part = partOf(account, { text: `After ${fault}` });
      await world().fault(fault, account);
      const outcome = await publisher().send(part, patience());
      expect(outcome).toEqual({ kind: 'unknown', evidence: expect.stringMatching(/\w+.*\.$/) });
      const finding = await publisher().find(part, since, patience());
      if (stands) {
        const [post] = await world().livePosts(account);
        expect(finding).toMatchObject({ kind: 'found', remoteId: post?.id });
      } else {
        expect(finding).toEqual(
          capabilities.keepsKeys ? { kind: 'absent' } : expect.objectContaining({ kind: 'unsure' }),
        );
        expect(await publisher().send(part, patience())).toMatchObject({ kind: 'published' });
      }
      expect(await world().livePosts(account)).toHaveLength(1);
    });
  }

  it('is in doubt when the answer is slower than its time limit, and finds the post', async () => {
    const account = await world().newAccount();
    const part = partOf(account);
    const since = Date.now();
    const hold = await world().hold(account, 'after-commit');
    const limit = new AbortController();
    const sending = publisher().send(part, limit.signal);
    await hold.reached;
    limit.abort();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    expect(await publisher().find(part, since, patience())).toMatchObject({ kind: 'found' });
    await hold.release();
    expect(await world().livePosts(account)).toHaveLength(1);
  });

  it('never calls a post absent whose request is still under way on the network', async () => {
    const account = await world().newAccount();
    const part = partOf(account);
    const since = Date.now();
    const hold = await world().hold(account, 'before-commit');
    const limit = new AbortController();
    const sending = publisher().send(part, limit.signal);
    await hold.reached;
    limit.abort();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    const early = await publisher().find(part, since, patience());
    expect(['unreachable', 'unsure']).toContain(early.kind);
    await hold.release();
    expect(await publisher().find(part, since, patience())).toMatchObject({ kind: 'found' });
    expect(await world().livePosts(account)).toHaveLength(1);
  });

  if (capabilities.faults.includes('keys-off')) {
    it('finds by its words where no keys are kept, and is unsure of what it does not find', async () => {
      const account = await world().newAccount();
      const since = Date.now();
      await world().fault('keys-off', account);
      const part = partOf(account, { text: 'Without a key', pictures: [pictureOf('A hall')] });
      const missing = await publisher().find(part, since, patience());
      expect(missing).toMatchObject({ kind: 'unsure', evidence: expect.stringMatching(/\w/) });
      const remoteId = await publish(publisher(), part);
      expect(await publisher().find(part, since, patience())).toMatchObject({ kind: 'found', remoteId });
      const otherWords = { ...part, text: 'Without a key.' };
      expect(await publisher().find(otherWords, since, patience())).toMatchObject({ kind: 'unsure' });
    });
  }
}

function describeKeys({ world, publisher }: Context): void {
  it('publishes once when the same part is sent twice', async () => {
    const account = await world().newAccount();
    const part = partOf(account, { pictures: [pictureOf('A court')] });
    const first = await publisher().send(part, patience());
    expect(first).toMatchObject({ kind: 'published' });
    expect(await publisher().send(part, patience())).toEqual(first);
    expect(await world().livePosts(account)).toHaveLength(1);
  });

  it('publishes once when eight workers send the same part at once', async () => {
    const account = await world().newAccount();
    const part = partOf(account);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publisher().send(part, patience())));
    const ids = outcomes.map((outcome) => outcome.kind === 'published' && outcome.remoteId);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe(false);
    expect(await world().livePosts(account)).toHaveLength(1);
  });

  it('publishes two posts that read the same under two keys', async () => {
    const account = await world().newAccount();
    await publish(publisher(), partOf(account, { text: 'Same words' }));
    await publish(publisher(), partOf(account, { text: 'Same words' }));
    expect(await world().livePosts(account)).toHaveLength(2);
  });
}
