import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationFault, configurationTable, loadConfig } from '../../src/infrastructure/config/index.js';
import { variableNames } from '../../src/infrastructure/config/environment.js';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs no variable: everything is embedded and on loopback', () => {
    const config = loadConfig({});
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(config.database.url).toBeNull();
    expect(config.queue.redisUrl).toBeNull();
    expect(config.sandbox).toEqual({ url: null, port: 3001 });
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ REDIS_URL: '', PORT: '' })).toEqual(loadConfig({}));
  });

  it('reads numbers, addresses and the key into their types', () => {
    const config = loadConfig({
      PORT: '8080',
      DATABASE_URL: 'postgres://chorus:secret@127.0.0.1:5432/chorus',
      REDIS_URL: 'redis://127.0.0.1:6379',
      SANDBOX_URL: 'http://127.0.0.1:4000/',
      CHORUS_KEY: Buffer.alloc(32, 7).toString('base64'),
      CHORUS_WORKER_CONCURRENCY: '50',
    });
    expect(config.http.port).toBe(8080);
    expect(config.sandbox.url).toBe('http://127.0.0.1:4000');
    expect(config.vault.key).toEqual(Buffer.alloc(32, 7));
    expect(config.queue.concurrency).toBe(50);
  });

  it('names all faults at once, each with what was given and what to do', () => {
    const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', CHORUS_ARM_LEAD_MS: '1.5' });
    expect(faults).toEqual([
      'PORT is "70000": set it to a port number from 0 to 65535.',
      'LOG_LEVEL is "loud": set it to trace, debug, info, warn, error or silent.',
      'CHORUS_ARM_LEAD_MS is "1.5": set it to a whole number of milliseconds from 50 to 60000.',
    ]);
  });

  it.each(['0.0.0.0', '192.168.1.4', 'example.org', '::'])('refuses to listen on %s', (host) => {
    expect(faultsOf({ HOST: host }).join()).toMatch(/^HOST is .*no sign-in yet/);
  });

  it.each([
    ['CHORUS_KEY', 'c2hvcnQ='],
    ['CHORUS_KEY', 'not base64 at all'],
    ['DATABASE_URL', 'mysql://root:hunter2@127.0.0.1/x'],
    ['REDIS_URL', 'hunter2'],
  ])('refuses a wrong %s without showing it', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} is not usable`));
    expect(faults[0]).not.toContain(value);
  });

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['REDIS_ULR', 'REDIS_URL'],
    ['CHORUS_ARM_LAED_MS', 'CHORUS_ARM_LEAD_MS'],
    ['chorus_key', 'CHORUS_KEY'],
  ])('takes %s for a slip of %s', (name, meant) => {
    expect(faultsOf({ [name]: 'x' })).toEqual([expect.stringContaining(`${meant} is probably meant`)]);
  });

  it('refuses an unknown name that begins with CHORUS_, and leaves the names of other programs alone', () => {
    expect(faultsOf({ CHORUS_COLOUR: 'red' })).toEqual([expect.stringContaining('CHORUS_COLOUR')]);
    expect(faultsOf({ HOME: '/root', POST: '1', PATH: '/bin', DATABASE: 'x', REDIS: 'x' })).toEqual([]);
  });

  it('refuses values that contradict each other', () => {
    expect(faultsOf({ PORT: '3001' })).toEqual([expect.stringContaining('SANDBOX_PORT')]);
    expect(faultsOf({ CHORUS_ARM_LEAD_MS: '100' })).toEqual([expect.stringContaining('at least 251')]);
    expect(faultsOf({ CHORUS_REQUEST_LIMIT_MS: '20000' })).toEqual([
      expect.stringMatching(/^CHORUS_RECONCILE_AFTER_MS is 15000: .* at least 22250/),
    ]);
  });

  it('describes every variable in its table', () => {
    const table = configurationTable();
    for (const name of variableNames)
      expect(table).toMatch(new RegExp(`\\| \`${name}\` \\| \\w.* \\| .+ \\|`));
    expect(table).not.toContain('undefined');
  });

  it('stands in the README as it is (run `npm run docs` after a change)', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const section = /<!-- configuration:start -->([^]*)<!-- configuration:end -->/.exec(readme)?.[1]?.trim();
    expect(section).toBe(configurationTable());
  });
});
