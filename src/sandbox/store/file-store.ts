import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxRecord } from '../network/records.js';
import type { SandboxStore } from './sandbox-store.js';

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Keeps the network in a folder: one JSON line a record in `network.jsonl`, and each picture as a file.
 * Lines that arrive while a write is on its way to the disk go out together in the next one, so that a
 * thousand posts in the same instant cost a handful of fdatasync calls, and each is answered only when kept.
 */
export class FileSandboxStore implements SandboxStore {
  readonly #folder: string;
  #file: FileHandle | null = null;
  #keptBytes = 0;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async load(): Promise<readonly SandboxRecord[]> {
    await mkdir(join(this.#folder, 'pictures'), { recursive: true });
    const path = join(this.#folder, 'network.jsonl');
    const file = await open(path, 'a+');
    this.#file = file;
    const bytes = await file.readFile();
    const complete = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
    // A last line without its end was torn by a crash before anybody was answered; a line after it would be lost.
    if (complete.length < bytes.length) await file.truncate(complete.length);
    this.#keptBytes = complete.length;
    const lines = complete.toString('utf8').split('\n').slice(0, -1);
    return lines.map((line, index) => parseLine(line, index, path));
  }

  append(record: SandboxRecord): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push({ line: `${JSON.stringify(record)}\n`, resolve, reject });
    this.#flushing ??= this.#flush();
    return promise;
  }

  async savePicture(id: string, bytes: Uint8Array): Promise<void> {
    const path = this.#picturePath(id);
    // Renamed into place, so that a picture is there whole or not at all.
    const partPath = `${path}.${randomUUID()}.part`;
    await writeFile(partPath, bytes, { flush: true });
    await rename(partPath, path);
  }

  async readPicture(id: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#picturePath(id));
    } catch (error) {
      if (isMissingFile(error)) return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file?.close();
    this.#file = null;
  }

  async #flush(): Promise<void> {
    // One turn of the event loop lets the other requests of the same instant join the first write.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#write(batch.map(({ line }) => line).join(''));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#flushing = null;
  }

  async #write(lines: string): Promise<void> {
    if (this.#file === null) {
      throw new Error(
        `The sandbox's store in ${this.#folder} is closed: open it with load() before writing.`,
      );
    }
    try {
      await this.#file.appendFile(lines);
      await this.#file.datasync();
      this.#keptBytes += Buffer.byteLength(lines);
    } catch (error) {
      // Half a line left by a full disk would spoil the next one.
      await this.#file.truncate(this.#keptBytes);
      throw error;
    }
  }

  #picturePath(id: string): string {
    if (!/^[0-9a-f]{64}$/.test(id))
      throw new Error(`"${id}" is not the id of a picture: it must be a SHA-256.`);
    return join(this.#folder, 'pictures', id);
  }
}

function parseLine(line: string, index: number, path: string): SandboxRecord {
  try {
    return JSON.parse(line) as SandboxRecord;
  } catch (error) {
    throw new Error(
      `Line ${index + 1} of ${path} is not JSON: the file was changed by hand. Repair the line, or move the folder away.`,
      { cause: error },
    );
  }
}

function isMissingFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
