import { open } from 'node:fs/promises';
import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { CommandFault } from './fault.js';

/**
 * The bytes of a file, or of standard input for `-`. A file that never ends is not read for ever: what comes back is
 * longer than `mostBytes` where there is more, and what that means is for the caller to say.
 */
export async function bytesOf(file: string, mostBytes: number): Promise<Buffer> {
  if (file === '-') return upTo(mostBytes, stdin);
  try {
    await using handle = await open(file);
    return await upTo(mostBytes, handle.createReadStream({ autoClose: false }));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CommandFault(`${file} cannot be read: ${unreadable(String(error.code))}.`);
  }
}

/** A file’s name in a sentence. */
export function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file;
}

async function upTo(mostBytes: number, stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > mostBytes) break;
  }
  return Buffer.concat(chunks);
}

function unreadable(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file, so check its name';
    case 'EISDIR':
      return 'it is a folder, so name a file in it';
    case 'EACCES':
    case 'EPERM':
      return 'you do not have the right to read it';
    default:
      return `the system says ${code}`;
  }
}
