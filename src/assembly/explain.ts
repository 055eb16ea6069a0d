import { TemplateFaults } from '../features/templates/index.js';
import { ConfigurationFault } from '../infrastructure/config/index.js';
import { DatabaseFault } from '../infrastructure/database/index.js';
import { VaultFault } from '../infrastructure/vault/index.js';

/** A fault of the start in a sentence that says what to do; null for one that nobody foresaw. */
export function explain(error: unknown): string | null {
  if (error instanceof ConfigurationFault || error instanceof DatabaseFault) return error.message;
  if (error instanceof VaultFault || error instanceof TemplateFaults) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const path = 'path' in error ? String(error.path) : 'its folder';
  switch (error.code) {
    case 'EADDRINUSE':
      return portInUse('port' in error ? Number(error.port) : 0);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return `Chorus cannot write to ${path}: give it that right, or set DATA_DIR to a folder that it can write to.`;
    case 'ENOSPC':
      return `There is no room left on the disk that holds ${path}: make room, then start again.`;
    case 'ECONNREFUSED':
      return `PostgreSQL does not answer (${error.message}): start it, or correct DATABASE_URL.`;
    default:
      return null;
  }
}

function portInUse(port: number): string {
  return `Port ${port} is in use: stop what listens there, or choose another with PORT (Chorus) or SANDBOX_PORT (the sandbox network).`;
}
