import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReleaseTextAnswer } from '../../../src/contract/release-texts.js';
import { BODY_LIMIT_BYTES, LARGEST_FILE_BYTES } from '../../../src/infrastructure/http/index.js';
import { ReleasesFixture } from '../releases/fixture.js';
import { filesOfRelease, RELEASE } from './one-release.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let fixture: ReleasesFixture;
beforeAll(async () => {
  fixture = await ReleasesFixture.start();
});
afterAll(() => fixture.close());

/** Posts a body as it is; null sends no content type. */
async function send(path: string, body: string | Uint8Array, type: string | null) {
  const answer = await fixture.app.nest.inject({
    method: 'POST',
    url: path,
    headers: type === null ? {} : { 'content-type': type },
    payload: Buffer.from(body),
  });
  return {
    status: answer.statusCode,
    body: answer.json<ReleaseTextAnswer & { code?: string; detail?: string }>(),
  };
}

describe('POST /api/release-texts', () => {
  it.each([
    ['release.txt', 'text/plain; charset=utf-8', 'text'],
    ['release.md', 'text/markdown', 'markdown'],
    ['release.docx', WORD, 'word'],
    ['release.docx', 'application/octet-stream', 'word'],
    ['release.html', 'text/html', 'web-page'],
    ['release.pdf', 'application/pdf', 'pdf'],
    ['release.pdf', null, 'pdf'],
  ])('shows the text of %s sent as %s, and what would be found in it', async (name, type, format) => {
    const { status, body } = await send(
      `/api/release-texts?name=${name}`,
      filesOfRelease()[name] ?? '',
      type,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      format,
      text: RELEASE,
      sha256: createHash('sha256').update(RELEASE).digest('hex'),
      characters: RELEASE.length,
      found: { quotations: 2, facts: 1, partners: 3 },
    });
  });

  it('keeps nothing, and its text freezes with the digest that it showed', async () => {
    const campaign = await fixture.campaign();
    const shown = await send('/api/release-texts', filesOfRelease()['release.docx'] ?? '', WORD);
    const list = await fixture.app.get<{ items: unknown[] }>(`/api/campaigns/${campaign}/releases`);
    expect(list.body.items).toEqual([]);
    const frozen = await fixture.freeze(campaign, shown.body.text);
    expect(frozen.body.sha256).toBe(shown.body.sha256);
    expect(frozen.body.counts).toMatchObject({ quotations: 2, facts: 1 });
  });

  it('needs no name, and by its media type tells Markdown from plain text', async () => {
    expect((await send('/api/release-texts', '# The court *sits*', 'text/markdown')).body.text).toBe(
      'The court sits',
    );
    expect((await send('/api/release-texts', '# The court *sits*', 'text/plain')).body.text).toBe(
      '# The court *sits*',
    );
  });

  it.each([
    ['nothing', '', null, 'document-empty'],
    ['an empty text', '', 'text/plain', 'document-empty'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png', 'document-picture'],
    [
      'an old Word document',
      Buffer.from('\xD0\xCF\x11\xE0', 'latin1'),
      'application/msword',
      'document-old-office',
    ],
    ['JSON', '{"text":"The court sits."}', 'application/json', 'document-not-a-file'],
    ['a text with a control character', 'The court\u0001 sits.', 'text/plain', 'release-not-text'],
    ['a text of more than a release may have', 'ab '.repeat(400_000), 'text/plain', 'release-too-large'],
  ])('refuses %s with a stable code', async (_what, body, type, code) => {
    const answer = await send('/api/release-texts', body, type);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.detail).toMatch(/[.:] |[.]$/);
  });

  it('takes files larger than any JSON, up to 20 MB', async () => {
    const padded = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size - 9, 0x20)]);
    const path = '/api/release-texts?name=release.pdf';
    expect(await send(path, padded(BODY_LIMIT_BYTES + 1), 'application/pdf')).toMatchObject({
      status: 422,
      body: { code: 'document-damaged' },
    });
    expect((await send(path, padded(LARGEST_FILE_BYTES), 'application/pdf')).status).toBe(422);
    expect(await send(path, padded(LARGEST_FILE_BYTES + 1), 'application/pdf')).toMatchObject({
      status: 413,
      body: { code: 'request-too-large' },
    });
  });

  it('refuses a name of several lines', async () => {
    expect(await send('/api/release-texts?name=a%0Ab.txt', 'The court sits.', 'text/plain')).toMatchObject({
      status: 422,
      body: { code: 'invalid-request' },
    });
  });
});

describe('every other route', () => {
  it.each(['text/plain', 'text/html', 'application/pdf', 'application/octet-stream', 'image/png', null])(
    'answers 415 to a file sent as %s, however large',
    async (type) => {
      const answer = await send('/api/campaigns', Buffer.alloc(LARGEST_FILE_BYTES + 1, 0x20), type);
      expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    },
  );
});
