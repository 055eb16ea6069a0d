import type { SandboxRecord } from '../network/records.js';

/** Where the network keeps what happened. A record is kept once `append` has resolved. */
export interface SandboxStore {
  /** All records in their order; called once, before anything else. */
  load(): Promise<readonly SandboxRecord[]>;
  append(record: SandboxRecord): Promise<void>;
  /** Keeps a picture under its id; the same id always has the same bytes. */
  savePicture(id: string, bytes: Uint8Array): Promise<void>;
  readPicture(id: string): Promise<Uint8Array | null>;
  /** Resolves when everything appended has been kept. */
  close(): Promise<void>;
}
