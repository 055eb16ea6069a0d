import { mkdir, writeFile } from 'node:fs/promises';
import { CommandFault } from '../fault.js';

/** Writes a file that is not there yet. */
export async function writeNewFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    throw faultOf(error, file);
  }
}

/** Makes a folder that is not there yet. */
export async function makeNewFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    throw faultOf(error, folder);
  }
}

function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return new CommandFault(
    error.code === 'EEXIST'
      ? `${path} is there already: give another name with --out, or remove it first.`
      : `${path} cannot be written: the system says ${String(error.code)}.`,
  );
}
