import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleaseAnswer, ReleaseCorrectionAnswer } from '../../../src/contract/releases.js';
import { filesOfRelease, RELEASE } from '../documents/one-release.js';
import { ReleasesFixture } from '../releases/fixture.js';
import { chorus, type Ended } from './command-line.js';

describe('a release on the command line', () => {
  let fixture: ReleasesFixture;
  let folder = '';
  let url = '';

  beforeAll(async () => {
    fixture = await ReleasesFixture.start();
    await fixture.app.nest.listen(0, '127.0.0.1');
    url = await fixture.app.nest.getUrl();
    folder = mkdtempSync(join(tmpdir(), 'chorus-versions-'));
  });

  afterAll(async () => {
    await fixture.close();
    rmSync(folder, { recursive: true });
  });

  function run(...args: readonly string[]): Promise<Ended> {
    return chorus(['releases', ...args, '--url', url, '--by', 'Ada Carrow']);
  }

  async function json<Answer>(...args: readonly string[]): Promise<Answer> {
    const { code, out, err } = await run(...args, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return JSON.parse(out) as Answer;
  }

  it('goes from a Word document by way of its shown text to a frozen one, a corrected one and an embargo', async () => {
    const campaign = await fixture.campaign();
    const [word, shown, corrected] = ['release.docx', 'shown.txt', 'corrected.txt'].map((name) =>
      join(folder, name),
    );
    writeFileSync(word ?? '', filesOfRelease()['release.docx'] ?? '');
    expect((await run('read', word ?? '', '--out', shown ?? '')).out).toBe(`${RELEASE}\n`);
    const added = await json<ReleaseAnswer>('add', campaign, shown ?? '');
    expect(added.text).toBe(RELEASE);

    writeFileSync(corrected ?? '', readFileSync(shown ?? '', 'utf8').replace('71 percent', '72 percent'));
    const second = await json<ReleaseCorrectionAnswer>(
      'correct',
      added.id,
      corrected ?? '',
      '--note',
      'The figure',
    );
    expect(second).toMatchObject({
      release: { version: 2, correctsId: added.id, note: 'The figure' },
      standing: 2,
      flagged: [{ because: expect.any(String) }],
    });
    writeFileSync(corrected ?? '', RELEASE.replace('71 percent', '73 percent'));
    const { out } = await run('correct', second.release.id, corrected ?? '');
    expect(out).toContain('2 statements stand unchanged');

    const held = await run('embargo', added.id, '2027-03-20T14:00:00Z', '--reason', 'The court asked');
    expect(held.out).toContain('Under embargo until 2027-03-20T14:00:00.000Z.\n');
    expect(held.out).toContain('@river-watch on sandbox (River Watch) lost its approval');
    expect((await run('embargo', added.id, 'none')).out).toContain('There is no embargo now.\n');
    const wrong = await run('embargo', added.id, 'tomorrow');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('“tomorrow” is no instant');
  });
});
