import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Vault, VaultFault } from '../../../src/infrastructure/vault/index.js';

const key = Buffer.alloc(32, 1);
const credentials = { accessToken: 'not-a-real-token', note: 'naïve “quotes” 🎺' };

function flipped(text: string, index: number): string {
  const other = text[index] === 'A' ? 'B' : 'A';
  return text.slice(0, index) + other + text.slice(index + 1);
}

describe('the vault', () => {
  it('gives back what it sealed, for the same account', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
        fc.string(),
        (any, account) => {
          const vault = new Vault(key);
          expect(vault.open(vault.seal(any, account), account)).toEqual(any);
        },
      ),
    );
  });

  it('shows nothing of the credentials, and never seals twice alike', () => {
    const vault = new Vault(key);
    const sealed = vault.seal(credentials, 'account-1');
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes('not-a-real-token')).toBe(false);
    expect(vault.seal(credentials, 'account-1')).not.toBe(sealed);
  });

  it('does not open one account’s credentials for another', () => {
    const vault = new Vault(key);
    const sealed = vault.seal(credentials, 'account-1');
    expect(() => vault.open(sealed, 'account-2')).toThrow(/belong to another account/);
  });

  it('does not open a text in which one letter was changed, wherever it is', () => {
    const vault = new Vault(key);
    const sealed = vault.seal({ a: 'b' }, 'account-1');
    // The last letter also encodes bits that base64 drops, so changing it may change nothing.
    for (let index = 0; index < sealed.length - 1; index += 1) {
      expect(() => vault.open(flipped(sealed, index), 'account-1')).toThrow(VaultFault);
    }
  });

  it.each(['', 'v1', 'v1.', 'secret', '{"accessToken":"x"}', `v1.${'0'.repeat(8)}.AAAA`])(
    'refuses %j, which it never sealed',
    (text) => {
      expect(() => new Vault(key).open(text, 'account-1')).toThrow(VaultFault);
    },
  );

  it('tells a wrong key from tampering, and names both keys by their ids', () => {
    const sealed = new Vault(key).seal(credentials, 'account-1');
    expect(() => new Vault(randomBytes(32)).open(sealed, 'account-1')).toThrow(
      /account-1 were sealed with another key \([0-9a-f]{8}\) .*CHORUS_KEY/,
    );
  });

  it('refuses a text cut short', () => {
    const vault = new Vault(key);
    const sealed = vault.seal(credentials, 'account-1');
    for (const length of [14, 20, 40, sealed.length - 4]) {
      expect(() => vault.open(sealed.slice(0, length), 'account-1')).toThrow(VaultFault);
    }
  });

  it('refuses a key of another length', () => {
    expect(() => new Vault(Buffer.alloc(16))).toThrow(/16 bytes/);
  });
});
