import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { extractText } from 'unpdf';
import type { PlanPost } from '../../src/features/exchange/plan/plan-content.js';
import { planPage } from '../../src/features/exchange/plan/plan-page.js';
import { A_WEEK_BEFORE, Journey, TWO_SPEAKERS } from '../integration/journeys/journey.js';
import { accessibilityFaults, complaintsOf, launchChromium, viewports } from '../support/browser.js';
import { TestChorus } from '../support/chorus.js';
import { describeWithChromium } from '../support/suites.js';

const ATTACK = `<script>document.title='run'</script><img src=x onerror=document.title='run'>&amp;`;

describeWithChromium('the printable plan', () => {
  let browser: Browser;
  let chorus: TestChorus;
  let journey: Journey;
  let url: string;
  let origin: string;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    browser = await launchChromium();
    chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
    journey = await Journey.begin(chorus, {
      campaign: `Open ${ATTACK}`.slice(0, 200),
      organizations: [`River ${ATTACK}`, 'Harbour Street Community Clinic and Advice Bureau'],
      accountsEach: 1,
      release: TWO_SPEAKERS,
      waves: [
        {
          ...A_WEEK_BEFORE,
          name: `Week ${ATTACK}`.slice(0, 100),
          spreadSeconds: 60,
          templates: ['quotation'],
        },
        { name: 'Later', timing: { kind: 'days', days: -3, time: '09:00' }, templates: ['nothing-fits'] },
      ],
    });
    await journey.generate();
    await journey.approveAll();
    const [post] = await journey.posts();
    await journey.call('PUT', `posts/${post?.id ?? ''}/parts`, {
      parts: post?.parts.map(({ segments }) => ({
        segments: [{ kind: 'text', text: `<b onclick=alert(1)>A\nnew line</b> ` }, ...segments],
        pictures: [],
      })),
      revision: post?.revision,
      by: 'Ada Carrow',
    });
    await chorus.app.nest.listen(0, '127.0.0.1');
    origin = await chorus.app.nest.getUrl();
    url = `${origin}/api/campaigns/${journey.campaignId}/plan.html`;
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

  it('tells the hearing, the waves in order, and of each post whose it is, when, how it stands and every word', async () => {
    await page.goto(url);
    expect(await page.locator('.hearing').innerText()).toContain(
      'The hearing is set for Tuesday, March 24, 2026, at 10:00 AM EDT.',
    );
    expect(await page.locator('.hearing').innerText()).toContain('America/New_York');
    const waves = await page.locator('.posts .wave').allInnerTexts();
    expect(waves.map((wave) => wave.split('\n').at(-1))).toEqual([
      'Tuesday, March 17, 2026, 12:00 PM to 12:00:30 PM EDT (7 days before, 12:00)',
      'Saturday, March 21, 2026, at 9:00 AM EDT (3 days before, 09:00)',
    ]);
    for (const { account, status, parts } of await journey.posts()) {
      const row = page.locator('.posts tbody tr', { hasText: `@${account}` });
      expect(await row.locator('.when').innerText()).toMatch(new RegExp(`^12:00(:30)? PM\\n${status}$`));
      expect(await row.locator('.text').allTextContents()).toEqual(parts.map(({ text }) => text));
      expect(await row.locator('.sources').innerText()).toMatch(
        /^“.*”: (Ada Finch, Director, River Alliance|Bo Larsen, Counsel, Commons Center)$/,
      );
    }
    expect(await page.locator('.posts').last().innerText()).toContain('No post is made for this wave yet.');
    expect(await page.locator('.notes').innerText()).toContain(
      'As of Sunday, March 1, 2026, at 10:00 AM EST.',
    );
  });

  it('prints the posts of one organization alone where that is asked for', async () => {
    const [, clinic = ''] = journey.organizationIds;
    await page.goto(`${url}?organizationId=${clinic}`);
    expect(await page.locator('.eyebrow').textContent()).toBe(
      'The plan of Harbour Street Community Clinic and Advice Bureau',
    );
    expect(await page.locator('.posts .who strong').allTextContents()).toEqual([
      'Harbour Street Community Clinic and Advice Bureau',
    ]);
  });

  it('brings all it needs, runs nothing, and shows what names and texts say as it stands', async () => {
    const answer = await page.goto(url);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer?.headers()['cache-control']).toBe('private, no-store');
    expect(await page.title()).toContain(ATTACK);
    expect(await page.locator('h1').textContent()).toContain(ATTACK);
    expect(await page.locator('script, img, iframe, b, link[rel=stylesheet]').count()).toBe(0);
    expect(await page.locator('.posts .wave h2').first().textContent()).toContain('<script>');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a desk', { width: 1200, height: 900 }],
    ['a phone', viewports.phone],
  ] as const)('has no fault that axe finds, and nothing beyond the edge, on %s', async (_place, viewport) => {
    await page.setViewportSize(viewport);
    await page.goto(url);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
  });

  it.each(['A4', 'Letter'] as const)(
    'on %s repeats the head of a wave on each sheet, and splits no post over two',
    async (format) => {
      await page.setContent(planPage(manyPosts(40)));
      const sheets = await textOfSheets(await page.pdf({ format }));
      expect(sheets.length).toBeGreaterThan(4);
      for (const sheet of sheets) {
        expect(sheet).toContain('The long wave');
        expect(sheet).toContain('Time, status');
      }
      for (let number = 1; number <= 40; number += 1) {
        const own = sheets.filter((sheet) => sheet.includes(`@partner-${number} `));
        expect(own).toHaveLength(1);
        expect(own[0]).toContain(`Beginning ${number} `);
        expect(own[0]).toContain(`Ending ${number} `);
      }
      expect(sheets.at(-1)).toContain(`${sheets.length} / ${sheets.length}`);
    },
  );
});

async function textOfSheets(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((sheet) => `${sheet.replace(/\s+/g, ' ')} `);
}

/** A plan of one wave with posts of many lines. */
function manyPosts(count: number): Parameters<typeof planPage>[0] {
  const first = Date.parse('2026-03-17T16:00:00Z');
  const zone = 'America/New_York';
  const posts = Array.from({ length: count }, (_, index): PlanPost => {
    const number = index + 1;
    const text = `Beginning ${number} of the words.\n${'They go on for a while.\n'.repeat(index % 9)}Ending ${number} here.`;
    return {
      id: String(number),
      campaignId: 'campaign',
      waveId: 'wave',
      accountId: String(number),
      wave: 'The long wave',
      account: `partner-${number}`,
      network: 'bluesky',
      sends: true,
      organizationId: String(number),
      organization: `Partner ${number}`,
      zone,
      status: 'approved',
      revision: 1,
      parts: [{ segments: [{ kind: 'text', text }], pictures: [] }],
      fingerprint: 'v1:x',
      plannedAt: first + index * 1_000,
      timing: '7 days before, 12:00',
      reason: null,
      updatedAt: first,
      sources: [],
    };
  });
  const times = { first, last: first + (count - 1) * 1_000 };
  return {
    campaign: 'Open River',
    caseName: null,
    court: null,
    docket: null,
    hearing: { status: 'set', startsAt: first, zone, launchAt: null, arguedAt: null, decidedAt: null },
    organization: null,
    printedAt: first,
    waves: [{ name: 'The long wave', label: '7 days before, 12:00', times, posts }],
  };
}
