import { measure } from '../../domain/network/measure.js';
import { isNetwork } from '../../domain/network/network.js';
import { partText, type Part } from '../../domain/post/segment.js';

/** Why a post does not fit its network, in a sentence, or null when it does. */
export function objectToFit(network: string, parts: readonly Part[]): string | null {
  if (!isNetwork(network)) return `No network ${network} is known.`;
  for (const [index, part] of parts.entries()) {
    const { fits, count, limit, unit } = measure(network, partText(part));
    if (!fits) {
      return `Part ${index + 1} takes ${count} of ${limit} ${unit} on ${network}: shorten the words around the quotation.`;
    }
  }
  return null;
}
