import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MemorySandboxStore, startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { SandboxClient } from '../integration/sandbox/client.js';
import { accessibilityFaults, complaintsOf, launchChromium, viewports } from '../support/browser.js';
import { pngOf } from '../support/png.js';
import { describeWithChromium } from '../support/suites.js';

describeWithChromium('the pages of the sandbox network', () => {
  let browser: Browser;
  let sandbox: RunningSandbox;
  let client: SandboxClient;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    sandbox = await startSandbox({ store: new MemorySandboxStore() });
    client = await SandboxClient.open(sandbox, 'river-watch', { displayName: 'River Watch' });
    await visit(viewports.desktop);
  });
  afterEach(async () => {
    await page.close();
    await sandbox.close();
  });

  const visit = async (viewport: { width: number; height: number }, dark = false): Promise<void> => {
    page = await browser.newPage({ viewport, colorScheme: dark ? 'dark' : 'light' });
    complaints = complaintsOf(page, sandbox.url);
  };
  const textsShown = (): Promise<readonly string[]> => page.locator('.post .text').allTextContents();
  const reply = async (text: string, root: string, parent: string): Promise<string> =>
    String((await client.post({ text, replyTo: { root, parent } })).body['id']);

  it('show a post the moment it is published, without a reload, newest first', async () => {
    await page.goto(sandbox.url);
    await page.getByText('Nothing has been posted yet').waitFor();
    await page.evaluate('window.untouched = true');
    await client.post({ text: 'First words' });
    await page.getByText('First words').waitFor();
    await client.post({ text: 'Second words' });
    await page.getByText('Second words').waitFor();
    expect(await textsShown()).toEqual(['Second words', 'First words']);
    expect(await page.getByText('Nothing has been posted yet').count()).toBe(0);
    expect(await page.evaluate('window.untouched')).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('show a wave of 200 posts live, and keep those that the page can no longer fetch at once', async () => {
    await page.goto(sandbox.url);
    await client.post({ text: 'Before the wave' });
    await page.getByText('Before the wave').waitFor();
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => client.post({ text: `Post ${index} of the wave` })),
    );
    const newest = sandbox.livePosts('river-watch').at(-1)?.text ?? '';
    await page.getByText(newest, { exact: true }).waitFor();
    const numbers = await page
      .locator('.thread')
      .evaluateAll((threads) => threads.map((thread) => Number(thread.getAttribute('data-number'))));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(await page.getByText('Before the wave').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('take a deleted post away live, and join a thread whose parts arrive one by one', async () => {
    await page.goto(sandbox.url);
    const root = String((await client.post({ text: 'Part one' })).body['id']);
    const gone = String((await client.post({ text: 'Gone soon' })).body['id']);
    await page.getByText('Gone soon').waitFor();
    const second = await reply('Part two', root, root);
    await page.getByText('Part two').waitFor();
    await client.send('DELETE', `/api/posts/${gone}`);
    await page.getByText('Gone soon').waitFor({ state: 'detached' });
    expect(await textsShown()).toEqual(['Part one', 'Part two']);
    expect(await page.locator('.thread').count()).toBe(1);
    const third = await reply('Part three', root, second);
    await reply('Part four', root, third);
    await page.getByRole('link', { name: 'Show the whole thread (4 posts)' }).click();
    await page.getByRole('heading', { name: 'Thread' }).waitFor();
    expect(await textsShown()).toEqual(['Part one', 'Part two', 'Part three', 'Part four']);
  });

  it('stand still while the reader has paused them, and catch up afterwards', async () => {
    await page.goto(sandbox.url);
    await page.getByRole('button', { name: 'Live' }).click();
    const following = await browser.newPage();
    await following.goto(sandbox.url);
    await client.post({ text: 'Meanwhile' });
    await following.getByText('Meanwhile').waitFor();
    expect(await textsShown()).toEqual([]);
    await page.getByRole('button', { name: 'Paused' }).click();
    await page.getByText('Meanwhile').waitFor();
    await following.close();
  });

  it('say so while the network does not answer', async () => {
    await page.goto(sandbox.url);
    await page.getByRole('button', { name: 'Live' }).waitFor();
    await sandbox.close();
    await page.getByRole('button', { name: 'Reconnecting…' }).waitFor();
    expect(await page.locator('#live-status').textContent()).toContain('does not answer');
  });

  it('never run what a post, a name or a picture description says', async () => {
    const attack = `<script>document.title = 'run'</script><img src=x onerror="document.title='run'">"'&amp;`;
    const mallory = await SandboxClient.open(sandbox, 'mallory', { displayName: attack.slice(0, 60) });
    const { body } = await mallory.upload(pngOf(2, 2));
    await page.goto(sandbox.url);
    const post = await mallory.post({ text: attack, pictures: [{ id: body['id'], altText: attack }] });
    await page.locator('.post').waitFor();
    expect(await textsShown()).toEqual([attack]);
    expect(await page.getByRole('img', { name: attack }).count()).toBe(1);
    for (const path of ['/', '/@mallory', `/@mallory/${String(post.body['id'])}`]) {
      await page.goto(`${sandbox.url}${path}`);
      expect(await page.title()).not.toBe('run');
      expect(await textsShown()).toEqual([attack]);
    }
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a desk', viewports.desktop, false],
    ['a phone', viewports.phone, false],
    ['a phone in the dark', viewports.phone, true],
  ] as const)(
    'have no fault that axe finds, and nothing beyond the edge, on %s',
    async (_place, viewport, dark) => {
      const clinic = await SandboxClient.open(sandbox, 'clinic', {
        displayName: 'Harbour Street Community Clinic and Advice Bureau',
      });
      const { body } = await clinic.upload(pngOf(40, 20));
      const link = `https://example.org/${'a-long-address/'.repeat(8)}`;
      const pictures = [1, 2, 3].map((n) => ({ id: body['id'], altText: `Picture ${n}` }));
      await clinic.post({ text: `${'Unbroken'.repeat(12)} ${link}`, pictures });
      const root = String((await client.post({ text: 'Part one' })).body['id']);
      await reply('Part two', root, root);
      await page.close();
      await visit(viewport, dark);
      for (const path of ['/', '/@clinic', `/@river-watch/${root}`, '/@nobody']) {
        await page.goto(`${sandbox.url}${path}`);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      }
      expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    },
  );

  it('reach every post from the keyboard, past the bar at the top', async () => {
    await client.post({ text: 'Reached' });
    await page.goto(sandbox.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the posts');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe('/@river-watch');
  });

  it('lead to older posts page by page', async () => {
    for (let index = 0; index < 45; index += 1) await client.post({ text: `Post ${index}` });
    await page.goto(`${sandbox.url}/@river-watch`);
    expect((await textsShown()).at(0)).toBe('Post 44');
    await page.getByRole('link', { name: 'Older posts' }).click();
    await page.getByText('Post 4', { exact: true }).waitFor();
    expect(await textsShown()).toEqual(['Post 4', 'Post 3', 'Post 2', 'Post 1', 'Post 0']);
  });
});
