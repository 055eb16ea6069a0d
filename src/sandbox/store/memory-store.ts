import type { SandboxRecord } from '../network/records.js';
import type { SandboxStore } from './sandbox-store.js';

/** Keeps everything in memory; handing the same store to a second sandbox is a restart that lost nothing. */
export class MemorySandboxStore implements SandboxStore {
  readonly #records: SandboxRecord[] = [];
  readonly #pictures = new Map<string, Uint8Array>();

  load(): Promise<readonly SandboxRecord[]> {
    return Promise.resolve([...this.#records]);
  }

  append(record: SandboxRecord): Promise<void> {
    this.#records.push(record);
    return Promise.resolve();
  }

  savePicture(id: string, bytes: Uint8Array): Promise<void> {
    this.#pictures.set(id, bytes);
    return Promise.resolve();
  }

  readPicture(id: string): Promise<Uint8Array | null> {
    return Promise.resolve(this.#pictures.get(id) ?? null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
