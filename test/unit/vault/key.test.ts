import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { loadVaultKey } from '../../../src/infrastructure/vault/index.js';
import { runFolder } from '../../support/run-folder.js';

describe('the vault’s key', () => {
  let dataDir: string;
  const config = () => ({ vault: { key: null }, dataDir });

  beforeEach(() => {
    dataDir = mkdtempSync(join(runFolder(), 'key-'));
  });

  it('is made at the first start, readable by its owner alone, and stays the same', () => {
    const key = loadVaultKey(config());
    expect(key).toHaveLength(32);
    expect(statSync(join(dataDir, 'key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir)).toEqual(['key']);
    expect(loadVaultKey(config())).toEqual(key);
  });

  it('differs from folder to folder', () => {
    const key = loadVaultKey(config());
    expect(loadVaultKey({ vault: { key: null }, dataDir: join(dataDir, 'other') })).not.toEqual(key);
  });

  it('of the configuration comes first, and then no file is made', () => {
    const given = Buffer.alloc(32, 9);
    expect(loadVaultKey({ vault: { key: given }, dataDir })).toBe(given);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it.each(['', 'half a key', 'AAAA'])('is never replaced when its file holds %j', (text) => {
    writeFileSync(join(dataDir, 'key'), text);
    expect(() => loadVaultKey(config())).toThrow(/holds no key of the vault .*backup/);
    expect(readFileSync(join(dataDir, 'key'), 'utf8')).toBe(text);
  });

  it('that cannot be made is a sentence', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() => loadVaultKey({ vault: { key: null }, dataDir: join(dataDir, 'file/below') })).toThrow(
      /CHORUS_KEY/,
    );
  });
});
