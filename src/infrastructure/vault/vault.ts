import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export type Credentials = Readonly<Record<string, string>>;

/** Sealed credentials cannot be opened; the message says why and what to do, and holds no secret. */
export class VaultFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'VaultFault';
  }
}

export const KEY_BYTES = 32;

const CIPHER = 'aes-256-gcm';
const FORMAT = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals small objects with AES-256-GCM. What is sealed for one account opens for that account alone, so that nobody
 * who can write to the database can lend one account the credentials of another.
 *
 * The sealed form is `v1.<key id>.<nonce, ciphertext and tag in base64url>`; the key's id tells a wrong key from
 * tampering, and leaves room for more than one key.
 */
export class Vault {
  /** Tells keys apart and gives nothing of the key away. */
  private readonly keyId: string;

  /** @param key of 32 bytes. */
  constructor(private readonly key: Buffer) {
    if (key.length !== KEY_BYTES)
      throw new VaultFault(`The vault's key has ${key.length} bytes: give ${KEY_BYTES}.`);
    this.keyId = createHmac('sha256', key).update('key id').digest('hex').slice(0, 8);
  }

  /** @param boundTo the id of the account whose credentials these are. */
  seal(credentials: Credentials, boundTo: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(this.associatedData(boundTo));
    const body = [
      nonce,
      cipher.update(JSON.stringify(credentials), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    return `${FORMAT}.${this.keyId}.${Buffer.concat(body).toString('base64url')}`;
  }

  /** @throws VaultFault when the key is another one, or the text was changed or sealed for another account. */
  open(sealed: string, boundTo: string): Credentials {
    const [format, keyId, body = ''] = sealed.split('.');
    if (format !== FORMAT) {
      throw new VaultFault(
        `The credentials of account ${boundTo} are in no form that this Chorus knows: connect it again.`,
      );
    }
    if (keyId !== this.keyId) {
      throw new VaultFault(
        `The credentials of account ${boundTo} were sealed with another key (${keyId}) than this process has ` +
          `(${this.keyId}): put the old key back, in CHORUS_KEY or in the file "key" of DATA_DIR, or connect the account again.`,
      );
    }
    return JSON.parse(this.decrypt(Buffer.from(body, 'base64url'), boundTo)) as Credentials;
  }

  private decrypt(bytes: Buffer, boundTo: string): string {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
    try {
      const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(this.associatedData(boundTo))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new VaultFault(
        `The credentials of account ${boundTo} were changed in the database, or belong to another account: connect it again.`,
        { cause: error },
      );
    }
  }

  private associatedData(boundTo: string): Buffer {
    return Buffer.from(`${FORMAT}.${this.keyId}.${boundTo}`);
  }
}
