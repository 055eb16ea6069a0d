import { measure } from '../../domain/network/measure.js';
import { isNetwork } from '../../domain/network/network.js';
import { partText, type Part } from '../../domain/post/segment.js';
import type { StatementLookup } from '../../domain/statement/proof.js';
import { prove } from '../../domain/statement/prove.js';

/** What stands against the words of a post, and where; parts and segments count from 0. */
export interface WordsFault {
  readonly code: 'does-not-fit' | 'words-not-proved';
  readonly part: number;
  readonly segment: number | null;
  readonly message: string;
}

/** Why a network does not take these words, or the releases do not bear them out; null where nothing stands against them. */
export function wordsFault(
  network: string,
  parts: readonly Part[],
  sources: StatementLookup,
  phrases: readonly string[],
): WordsFault | null {
  // Before the proof, which is not to read through more words than any network takes.
  const unfit = lengthFault(network, parts);
  if (unfit !== null) return unfit;
  const proof = prove(parts, sources, phrases);
  if (proof.kind === 'proved') return null;
  const { part, segment } = proof.where;
  return { code: 'words-not-proved', part, segment: segment ?? null, message: proof.message };
}

function lengthFault(network: string, parts: readonly Part[]): WordsFault | null {
  const fault = (part: number, message: string): WordsFault => {
    return { code: 'does-not-fit', part, segment: null, message };
  };
  if (!isNetwork(network)) return fault(0, `No network ${network} is known.`);
  for (const [index, part] of parts.entries()) {
    const { fits, count, limit, unit } = measure(network, partText(part));
    if (fits) continue;
    const message = `Part ${index + 1} takes ${count} of ${limit} ${unit}s on ${network}: shorten the words around the quotation.`;
    return fault(index, message);
  }
  return null;
}
