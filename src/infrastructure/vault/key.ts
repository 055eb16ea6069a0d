import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES, VaultFault } from './vault.js';

/**
 * The key of the configuration, or else the one in `DATA_DIR/key`, which the first start makes. Processes that start
 * together end up with the same one.
 * @throws VaultFault when the file holds no key, or cannot be read or made.
 */
export function loadVaultKey(config: {
  readonly vault: { readonly key: Buffer | null };
  readonly dataDir: string;
}): Buffer {
  if (config.vault.key !== null) return config.vault.key;
  const file = join(config.dataDir, 'key');
  try {
    if (!existsSync(file)) makeKey(config.dataDir, file);
    return readKey(file);
  } catch (error) {
    if (error instanceof VaultFault) throw error;
    throw new VaultFault(
      `The vault's key ${file} can be neither read nor made (${error instanceof Error ? error.message : String(error)}): ` +
        'give yourself the right to, or set CHORUS_KEY.',
      { cause: error },
    );
  }
}

/** Written aside and linked into place, since half a key would lock out every account. */
function makeKey(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    // Another process that starts at the same time was quicker; its key is the key.
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length === KEY_BYTES) return key;
  throw new VaultFault(
    `The file ${file} holds no key of the vault (${KEY_BYTES} bytes in base64): put it back from a backup, ` +
      'or remove it for a new one and connect every account again.',
  );
}
