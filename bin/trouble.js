/** Turns what npm and the operating system say into one sentence that a newcomer can act on. */

export class PreparationFault extends Error {}

/** @param {import('node:child_process').SpawnSyncReturns<string>} npm */
export function npmTrouble(npm, root) {
  if (npm.error) {
    if (npm.error.code !== 'ENOENT') return systemTrouble(npm.error, root);
    return new PreparationFault(
      'npm was not found: install Node.js together with npm (https://nodejs.org) and start again.',
    );
  }
  if (npm.signal)
    return new PreparationFault(
      `Installing the packages was stopped (${npm.signal}): start again to finish it.`,
    );
  const output = `${npm.stderr}\n${npm.stdout}`;
  const code = /npm error code (\S+)/.exec(output)?.[1] ?? '';
  if (
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)$/.test(code)
  ) {
    return new PreparationFault(
      `The packages could not be fetched, because npm does not reach its registry (${code}): ` +
        'check the network connection, or the registry and proxy of `npm config list`, and start again.',
    );
  }
  if (/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR)$/.test(code)) return systemTrouble({ code }, root);
  const reason = lastReason(output);
  return new PreparationFault(
    `npm could not install the packages: ${reason} Run \`npm ci --include=dev\` to see it all.`,
  );
}

/** @param {unknown} error @throws what is no fault of the operating system. */
export function systemTrouble(error, root) {
  switch (error?.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new PreparationFault(
        `The folder ${root} cannot be written to (${error.code}): give yourself the right to write there, or copy Chorus into a folder of your own.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new PreparationFault(`The disk that holds ${root} is full: free about 1 GB and start again.`);
    default:
      throw error;
  }
}

function lastReason(output) {
  const lines = output.split('\n').filter((line) => /^npm error (?!code|A complete log)\S/.test(line));
  const reason = lines[0]?.replace('npm error ', '').trim() ?? 'it gave no reason.';
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
