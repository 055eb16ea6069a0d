import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { RehearsalAnswer } from '../../src/contract/rehearsals.js';
import { Journey, TWO_SPEAKERS } from '../integration/journeys/journey.js';
import { accessibilityFaults, complaintsOf, launchChromium, viewports } from '../support/browser.js';
import { TestChorus } from '../support/chorus.js';
import { describeWithChromium } from '../support/suites.js';

const ATTACK = `<script>document.title='run'</script><img src=x onerror=document.title='run'>`;

describeWithChromium('the page of a rehearsal', () => {
  let browser: Browser;
  let chorus: TestChorus;
  let journey: Journey;
  let origin: string;
  let url: string;
  let rehearsal: RehearsalAnswer;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    browser = await launchChromium();
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      campaign: `Open ${ATTACK}`,
      organizations: ['River Alliance', 'Commons Center'],
      accountsEach: 2,
      release: TWO_SPEAKERS,
      waves: [-14, -7, 1].map((days) => ({
        name: `Day ${days}`,
        timing: { kind: 'days', days, time: '12:00' },
        spreadSeconds: 60,
      })),
    });
    await journey.generate();
    const { items } = await journey.call<{
      items: readonly { speaker: string; consent: { id: string }; organizationId: string }[];
    }>('GET', `campaigns/${journey.campaignId}/consents`);
    const item = items.find(({ speaker }) => speaker === 'Bo Larsen');
    await journey.call('POST', `consents/${item?.consent.id ?? ''}/withdrawal`, {
      organizationId: item?.organizationId,
      by: 'Its press officer',
    });
    rehearsal = await journey.call('POST', `campaigns/${journey.campaignId}/rehearsals`, {
      by: 'Coordinator',
    });
    await chorus.app.nest.listen(0, '127.0.0.1');
    origin = await chorus.app.nest.getUrl();
    url = `${origin}/api/rehearsals/${rehearsal.id}/report.html`;
  });
  afterAll(async () => {
    await browser.close();
    await chorus.close();
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: viewports.desktop });
    complaints = complaintsOf(page, origin);
  });
  afterEach(() => page.close());

  it('asks for itself again while it runs, and no more once it is over', async () => {
    await page.goto(url);
    expect(await page.locator('.eyebrow').innerText()).toMatch(/about to run/i);
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(1);
    // It would ask for itself in the middle of what follows.
    await page.goto('about:blank');
    await chorus.runUntil(Date.parse(rehearsal.runsUntil) + 5_000);
    await page.goto(url);
    expect(await page.locator('.eyebrow').innerText()).toMatch(/over/i);
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
  });

  it('tells what was kept back and why, who has not approved, and every post in order', async () => {
    await page.goto(url);
    const posts = await journey.posts();
    const rows = page.locator('.posts tbody tr');
    expect(await rows.count()).toBe(posts.length);
    expect(await rows.filter({ hasText: 'came' }).count()).toBeGreaterThan(0);
    const kept = await page.locator('h2:text-is("Kept back") + ul').innerText();
    expect(kept).toContain('consent-missing');
    const unapproved = await page.locator('h2:text-is("Not approved yet") + ul').innerText();
    expect(unapproved).toMatch(/River Alliance\s+\d+ posts/);
    expect(await rows.first().innerText()).toMatch(/Tue, Mar 10, 12:00 PM/);
  });

  it('runs nothing of what people wrote, fetches nothing, and has no fault of accessibility', async () => {
    for (const viewport of [viewports.desktop, viewports.phone]) {
      await page.setViewportSize(viewport);
      await page.goto(url);
      expect(await page.title()).toContain('<script>');
      expect(await accessibilityFaults(page)).toEqual([]);
      const width = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
    }
    expect(complaints).toEqual([]);
  });
});
