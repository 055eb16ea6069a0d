import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from '../statement/statement.js';
import { partText, type Part, type Segment } from './segment.js';

/** A network's settings of one post, e.g. `{ visibility: 'unlisted' }`: numbers are whole. */
export interface PostSettings {
  readonly [name: string]: SettingValue;
}
export type SettingValue = string | number | boolean | null | readonly SettingValue[] | PostSettings;

/** All that an approver saw. */
export interface Seen {
  readonly parts: readonly Part[];
  readonly network: string;
  /** The account as its network knows it: a post approved for one account is not approved for another. */
  readonly remoteAccount: string;
  readonly settings: PostSettings;
}

/**
 * The fingerprint that an approval is given to: `v1:` and the SHA-256, in hex, of all that the approver saw.
 *
 * Each part is hashed by its segments and by its rendered text, so that neither a change of provenance nor a
 * change of rendering keeps an approval. The order of keys never matters, the order of lists does. The version
 * tag leaves room for another canonical form without giving old approvals to new content. Throws a RangeError
 * for a number that is not a safe integer, since a float has no single text form across languages.
 */
export function fingerprint(seen: Seen): string {
  const content = {
    network: seen.network,
    parts: seen.parts.map((part) => ({
      pictures: part.pictures.map(({ digest, altText }) => ({ digest, altText })),
      segments: part.segments.map(essence),
      text: partText(part),
    })),
    remoteAccount: seen.remoteAccount,
    settings: seen.settings,
  };
  return `v1:${bytesToHex(sha256(utf8ToBytes(canonicalJson(content))))}`;
}

/** Only the declared fields of a segment, whatever else a stored one may carry. */
function essence(segment: Segment): PostSettings {
  if (segment.kind === 'text') return { kind: segment.kind, text: segment.text };
  if (segment.kind === 'link') return { kind: segment.kind, url: segment.url };
  const { kind, statementId, span, text } = segment;
  const whole = { kind, statementId, span: bounds(span), text };
  // Left out where nothing is cut, so that fingerprints of before cuts could be made still hold.
  return segment.kind === 'quotation' && segment.removed !== undefined
    ? { ...whole, removed: segment.removed.map(bounds) }
    : whole;
}

function bounds({ start, end }: Span): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** JSON with sorted keys and no spaces: one value has one form. Lone surrogates stay apart as escapes. */
function canonicalJson(value: SettingValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`A fingerprint covers whole numbers only, not ${value}: store it as a text.`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(',')}}`;
}

function isList(value: object): value is readonly SettingValue[] {
  return Array.isArray(value);
}
