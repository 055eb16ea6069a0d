import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../src/infrastructure/logging/index.js';
import { runFolder } from '../../support/run-folder.js';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  const config = { logLevel: 'info', dataDir: '/nowhere', database: { url: null, poolSize: 1 } } as const;
  write(createLogger(config, { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it.each([
    { credentials: { accessToken: 'hush' } },
    { account: { handle: 'a', credentials: 'hush' } },
    { request: { headers: { authorization: 'hush' } } },
    { response: { headers: { 'set-cookie': ['hush'] } } },
    { err: { config: { request: { headers: { Authorization: 'hush' } } } } },
    { password: 'hush', token: 'hush' },
    { config: { queue: { redisUrl: 'hush' }, database: { connectionString: 'hush' } } },
  ])('holds no secret of %j', (fields) => {
    const line = logged((logger) => logger.info(fields, 'something happened'));
    expect(line).toContain('[secret]');
    expect(line).not.toContain('hush');
  });

  it('names level and instant so that people can read them', () => {
    const line = JSON.parse(logged((logger) => logger.warn({ postId: 'p1' }, 'late'))) as Record<
      string,
      unknown
    >;
    expect(line).toMatchObject({ level: 'warn', msg: 'late', postId: 'p1' });
    expect(line['time']).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
  });

  it('leaves out what is below its level', () => {
    expect(logged((logger) => logger.debug('detail'))).toBe('');
  });

  it('goes to a file in the data folder when the database is embedded', () => {
    const dataDir = join(mkdtempSync(join(runFolder(), 'log-')), 'data');
    createLogger({ logLevel: 'info', dataDir, database: { url: null, poolSize: 1 } }).info('started');
    expect(readFileSync(join(dataDir, 'chorus.log'), 'utf8')).toContain('"msg":"started"');
  });
});
