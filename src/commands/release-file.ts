import { open } from 'node:fs/promises';
import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import {
  LONGEST_RELEASE_BYTES,
  type ReleaseTextFault,
  releaseTextFault,
} from '../domain/statement/release-text.js';
import { CommandFault } from './fault.js';

/** Reads a release from a file, or from standard input for `-`; what cannot be a release is refused in a sentence. */
export async function readReleaseFile(file: string): Promise<string> {
  const name = file === '-' ? 'Standard input' : file;
  const text = decoded(await bytesOf(file, name), name);
  const fault = releaseTextFault(text);
  if (fault === null) return text;
  throw new CommandFault(faultSentence(name, fault.because, fault.line));
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  if (file === '-') return limitedBytes(stdin, name);
  try {
    await using handle = await open(file);
    return await limitedBytes(handle.createReadStream({ autoClose: false }), name);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CommandFault(`${file} cannot be read: ${unreadable(String(error.code))}.`);
  }
}

/** No more is read than a release may have, whatever the file is. */
async function limitedBytes(stream: Readable, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LONGEST_RELEASE_BYTES) throw new CommandFault(faultSentence(name, 'too-long', 1));
    chunks.push(bytes);
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

function decoded(bytes: Buffer, name: string): string {
  if (bytes.includes(0)) {
    throw new CommandFault(
      `${name} is not a text (it holds zero bytes): save the release as plain text in UTF-8.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandFault(`${name} is not UTF-8: save the release as plain text in UTF-8.`);
  }
}

const TEXT_FAULTS: Readonly<Record<ReleaseTextFault, (line: number) => string>> = {
  empty: () => 'is empty: it must hold the text of a release',
  'too-long': () =>
    `is longer than ${LONGEST_RELEASE_BYTES / 1_000_000} MB: a release is a text of a few pages`,
  'control-character': (line) => `has a control character in line ${line}: save the release as plain text`,
  'broken-character': brokenCharacter,
  'not-utf-8': brokenCharacter,
};

function brokenCharacter(line: number): string {
  return `has a broken character in line ${line}: copy that line from the release again`;
}

function faultSentence(name: string, because: ReleaseTextFault, line: number): string {
  return `${name} ${TEXT_FAULTS[because](line)}.`;
}
