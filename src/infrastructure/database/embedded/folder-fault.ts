import { DatabaseFault } from '../fault.js';

/** The operating system's code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  // Not `instanceof Error`: under Jest, errors of Node's own modules come from another realm.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Turns a refusal of the file system into a sentence; gives any other error back as it is. */
export function folderFault(error: unknown, folder: string): unknown {
  switch (errorCode(error) ?? '') {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseFault(
        `Chorus cannot write to its data folder ${folder} (${errorCode(error)}): ` +
          'give yourself the right to write there, or set DATA_DIR to a folder of your own.',
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    default:
      return error;
  }
}

export function diskFull(folder: string): DatabaseFault {
  return new DatabaseFault(`The disk that holds ${folder} is full: free at least 200 MB and start again.`);
}
