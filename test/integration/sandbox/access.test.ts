import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemorySandboxStore, startSandbox, type RunningSandbox } from '../../../src/sandbox/index.js';
import { SandboxClient } from './client.js';

describe('who may do what on the sandbox network', () => {
  let sandbox: RunningSandbox;
  let nobody: SandboxClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ store: new MemorySandboxStore() });
    nobody = new SandboxClient(sandbox.url, 'nobody', '');
  });
  afterAll(async () => {
    await sandbox.close();
  });

  it('refuses a request without a token, and one with a token that it never gave', async () => {
    expect(await nobody.post({ text: 'A' })).toMatchObject({ status: 401, body: { error: 'token-missing' } });
    const liar = new SandboxClient(sandbox.url, 'nobody', 'sbx_made-up');
    expect(await liar.post({ text: 'A' })).toMatchObject({ status: 401, body: { error: 'token-unknown' } });
  });

  it('ends a token when it is revoked or has expired, and no other', async () => {
    const client = await SandboxClient.open(sandbox, 'tokens');
    const expired = await nobody.send('POST', '/api/accounts/tokens/tokens', { expiresInMs: 0 });
    const late = new SandboxClient(sandbox.url, 'tokens', String(expired.body['token']));
    expect(await late.get('/api/limits')).toMatchObject({ status: 401, body: { error: 'token-expired' } });
    const second = await nobody.send('POST', '/api/accounts/tokens/tokens', {});
    const other = new SandboxClient(sandbox.url, 'tokens', String(second.body['token']));
    expect((await other.send('DELETE', '/api/tokens/current')).status).toBe(204);
    expect(await other.get('/api/limits')).toMatchObject({ status: 401, body: { error: 'token-revoked' } });
    expect((await client.get('/api/limits')).status).toBe(200);
  });

  it('gives a handle to one account, also when two ask for it at once', async () => {
    const body = { handle: 'wanted', displayName: 'Wanted' };
    const answers = await Promise.all([0, 1].map(() => nobody.send('POST', '/api/accounts', body)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toHaveLength(2);
    expect(statuses).toEqual(expect.arrayContaining([201, 409]));
  });

  it.each(['Upper', 'a b', '', '-a', 'a/b', 'é', 'a'.repeat(65)])(
    'refuses the handle "%s"',
    async (handle) => {
      const answer = await nobody.send('POST', '/api/accounts', { handle, displayName: 'A' });
      expect(answer).toMatchObject({ status: 422, body: { error: 'invalid' } });
    },
  );

  it('does not answer for the name of another site, which a page there could have pointed at this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      request(`${sandbox.url}/`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});
