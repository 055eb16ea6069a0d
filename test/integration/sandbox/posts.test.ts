import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemorySandboxStore, startSandbox, type RunningSandbox } from '../../../src/sandbox/index.js';
import { pngOf } from '../../support/png.js';
import { SandboxClient } from './client.js';

describe('posts on the sandbox network', () => {
  let sandbox: RunningSandbox;
  let client: SandboxClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ store: new MemorySandboxStore() });
    client = await SandboxClient.open(sandbox, 'riverwatch');
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('stamps the arrival of each request more finely than a millisecond', async () => {
    const before = performance.timeOrigin + performance.now();
    const posts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.post({ text: `At ${index}` })),
    );
    const after = performance.timeOrigin + performance.now();
    const stamps = posts.map(({ body }) => Number(body['receivedAt']));
    expect(Math.min(...stamps)).toBeGreaterThan(before);
    expect(Math.max(...stamps)).toBeLessThan(after);
    expect(stamps.some((stamp) => !Number.isInteger(stamp))).toBe(true);
  });

  it('answers the same key with the same post, and other words under it with a refusal', async () => {
    const first = await client.post({ text: 'Once' }, 'key-1');
    const again = await client.post({ text: 'Once' }, 'key-1');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await client.post({ text: 'Twice' }, 'key-1');
    expect(other).toMatchObject({ status: 422, body: { error: 'key-reused' } });
  });

  it('keeps the keys of accounts apart', async () => {
    const other = await SandboxClient.open(sandbox, 'other');
    const mine = await client.post({ text: 'Mine' }, 'same-key');
    const theirs = await other.post({ text: 'Theirs' }, 'same-key');
    expect(theirs.status).toBe(201);
    expect((await other.get('/api/posts?key=same-key')).body['id']).toBe(theirs.body['id']);
    expect((await client.get('/api/posts?key=same-key')).body['id']).toBe(mine.body['id']);
  });

  it('counts characters as readers do', async () => {
    const flag = '🇪🇺';
    expect((await client.post({ text: flag.repeat(300) })).status).toBe(201);
    expect((await client.post({ text: flag.repeat(301) })).body['error']).toBe('text-too-long');
  });

  it('gives an account limits of its own', async () => {
    const small = await SandboxClient.open(sandbox, 'small', { limits: { textGraphemes: 5 } });
    expect((await small.get('/api/limits')).body).toMatchObject({ textGraphemes: 5, picturesPerPost: 4 });
    expect((await small.post({ text: 'Longer' })).body['error']).toBe('text-too-long');
  });

  it.each([
    ['no words and no pictures', { text: '  ' }, 'post-empty'],
    ['a reply to nobody', { text: 'A', replyTo: { root: '1', parent: '1' } }, 'no-such-parent'],
    [
      'a picture that was not uploaded',
      { text: 'A', pictures: [{ id: 'x', altText: '' }] },
      'no-such-picture',
    ],
    ['a field that it does not know', { text: 'A', visibility: 'all' }, 'invalid'],
  ])('refuses %s', async (_case, draft, error) => {
    expect(await client.post(draft)).toMatchObject({ status: 422, body: { error } });
  });

  it('refuses a reply that names another thread than its parent is in', async () => {
    const one = await client.post({ text: 'One' });
    const two = await client.post({ text: 'Two' });
    const reply = { text: 'Three', replyTo: { root: one.body['id'], parent: two.body['id'] } };
    expect((await client.post(reply)).body['error']).toBe('thread-mismatch');
  });

  it('takes pictures within its limits, and believes their bytes rather than their name', async () => {
    const picture = await client.upload(pngOf(4, 4));
    expect(picture.status).toBe(201);
    expect((await client.upload(pngOf(4, 4), 'image/webp')).body['id']).toBe(picture.body['id']);
    expect((await client.upload(Buffer.from('<svg/>'))).body['error']).toBe('picture-unreadable');
    expect((await client.upload(Buffer.alloc(2_000_001))).body['error']).toBe('picture-too-large');
    const attached = { id: picture.body['id'], altText: 'A' };
    const five = await client.post({ text: 'Five', pictures: Array.from({ length: 5 }, () => attached) });
    expect(five.body['error']).toBe('too-many-pictures');
    const wordy = await client.post({ text: 'A', pictures: [{ ...attached, altText: 'é'.repeat(2001) }] });
    expect(wordy.body['error']).toBe('alt-text-too-long');
  });

  it('lists an account from the newest on, page by page, since an instant', async () => {
    const pager = await SandboxClient.open(sandbox, 'pager');
    for (const text of ['1', '2', '3', '4', '5']) await pager.post({ text });
    const first = await pager.get('/api/accounts/pager/posts?count=3');
    const second = await pager.get(`/api/accounts/pager/posts?count=3&before=${String(first.body['next'])}`);
    expect([textsOf(first.body), textsOf(second.body)]).toEqual([
      ['5', '4', '3'],
      ['2', '1'],
    ]);
    expect(second.body['next']).toBeNull();
    expect(textsOf((await pager.get(`/api/accounts/pager/posts?since=${Date.now() + 1000}`)).body)).toEqual(
      [],
    );
  });

  it('deletes a post for readers, and still knows its key', async () => {
    const post = await client.post({ text: 'Taken down' }, 'key-down');
    const id = String(post.body['id']);
    const other = await SandboxClient.open(sandbox, 'stranger');
    expect((await other.send('DELETE', `/api/posts/${id}`)).status).toBe(404);
    expect((await client.send('DELETE', `/api/posts/${id}`)).status).toBe(200);
    expect(sandbox.livePosts('riverwatch').some((live) => live.id === id)).toBe(false);
    expect((await client.get('/api/posts?key=key-down')).body).toMatchObject({
      id,
      deletedAt: expect.any(Number),
    });
    expect(await client.post({ text: 'Taken down' }, 'key-down')).toMatchObject({
      status: 200,
      body: { id },
    });
    expect((await client.get(`/@riverwatch/${id}`)).status).toBe(410);
  });
});

function textsOf({ posts }: Record<string, unknown>): readonly string[] {
  return (posts as readonly { readonly text: string }[]).map(({ text }) => text);
}
