import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileSandboxStore, startSandbox, type RunningSandbox } from '../../../src/sandbox/index.js';
import { pngOf } from '../../support/png.js';
import { SandboxClient } from './client.js';

describe('a sandbox network kept in a folder', () => {
  let folder: string;
  const running: RunningSandbox[] = [];
  const start = async (): Promise<RunningSandbox> => {
    const sandbox = await startSandbox({ store: new FileSandboxStore(folder) });
    running.push(sandbox);
    return sandbox;
  };
  const journal = (): string => join(folder, 'network.jsonl');
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chorus-sandbox-'));
  });
  afterEach(async () => {
    for (const sandbox of running.splice(0)) await sandbox.close();
    await rm(folder, { recursive: true });
  });

  it('stands after a restart as it stood: accounts, tokens, keys, threads, pictures, deletions', async () => {
    const first = await start();
    const client = await SandboxClient.open(first, 'riverwatch');
    const png = pngOf(6, 6);
    const { body: picture } = await client.upload(png);
    const root = await client.post(
      { text: 'One', pictures: [{ id: picture['id'], altText: 'Six' }] },
      'key-1',
    );
    const replyTo = { root: root.body['id'], parent: root.body['id'] };
    await client.post({ text: 'Two', replyTo });
    const gone = await client.post({ text: 'Gone' });
    await client.send('DELETE', `/api/posts/${String(gone.body['id'])}`);
    const before = first.livePosts('riverwatch');
    await first.close();

    const second = await start();
    expect(second.livePosts('riverwatch')).toEqual(before);
    const again = new SandboxClient(second.url, 'riverwatch', await tokenFor(second));
    const replay = await again.post(
      { text: 'One', pictures: [{ id: picture['id'], altText: 'Six' }] },
      'key-1',
    );
    expect(replay).toMatchObject({ status: 200, body: { id: root.body['id'] } });
    const shown = await fetch(`${second.url}/pictures/${String(picture['id'])}`);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(png));
    const next = await again.post({ text: 'Three', replyTo });
    expect(Number(next.body['id'])).toBeGreaterThan(Number(gone.body['id']));
  });

  it('has written a post to the file before it answers, so that kill -9 loses nothing that was answered', async () => {
    const sandbox = await start();
    const client = await SandboxClient.open(sandbox, 'riverwatch');
    await client.post({ text: 'Answered' }, 'key-1');
    expect(await readFile(journal(), 'utf8')).toContain('"text":"Answered"');
  });

  it('drops a last line that a crash tore, and writes the next one whole', async () => {
    const first = await start();
    const client = await SandboxClient.open(first, 'riverwatch');
    await client.post({ text: 'Whole' });
    await first.close();
    await appendFile(journal(), '{"kind":"post","post":{"text":"Torn');

    const second = await start();
    expect(second.livePosts('riverwatch').map(({ text }) => text)).toEqual(['Whole']);
    const again = new SandboxClient(second.url, 'riverwatch', await tokenFor(second));
    await again.post({ text: 'Next' });
    await second.close();

    const third = await start();
    expect(third.livePosts('riverwatch').map(({ text }) => text)).toEqual(['Whole', 'Next']);
  });

  it('refuses to start on a file with a broken line in its middle, and names the line', async () => {
    const first = await start();
    await SandboxClient.open(first, 'riverwatch');
    await first.close();
    const lines = await readFile(journal(), 'utf8');
    await writeFile(journal(), `broken\n${lines}`);
    await expect(start()).rejects.toThrow(/Line 1 of .*network\.jsonl is not JSON/);
  });

  it('writes posts of the same instant together, each in its place', async () => {
    const sandbox = await start();
    const client = await SandboxClient.open(sandbox, 'riverwatch');
    const texts = Array.from({ length: 300 }, (_, index) => `Post ${index}`);
    await Promise.all(texts.map((text) => client.post({ text }, text)));
    const before = sandbox.livePosts('riverwatch').map(({ text }) => text);
    await sandbox.close();
    const after = (await start()).livePosts('riverwatch').map(({ text }) => text);
    expect(after).toEqual(before);
    expect(after.toSorted()).toEqual(texts.toSorted());
  });

  async function tokenFor(sandbox: RunningSandbox): Promise<string> {
    const nobody = new SandboxClient(sandbox.url, '', '');
    return String((await nobody.send('POST', '/api/accounts/riverwatch/tokens', {})).body['token']);
  }
});
