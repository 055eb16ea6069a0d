import parseTweet from 'twitter-text/dist/parseTweet.js';
import { NETWORK_RULES, type CountingUnit, type Network } from './network.js';

/** The length of a text as its network counts it. */
export interface Measure {
  readonly count: number;
  readonly limit: number;
  readonly fits: boolean;
  readonly unit: CountingUnit;
}

const BLUESKY_BYTE_LIMIT = 3_000;
const THREADS_LINK_LIMIT = 5;
const MASTODON_LINK_LENGTH = 23;

const LINK = /https?:\/\/[^\s<>"“”«»]+[^\s<>"“”«».,;:!?)\]}’']/gu;
const REMOTE_MENTION = /(?<![\w/])(@[\w.-]+)@[\w-]+(?:\.[\w-]+)+/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** Latin letters, plain punctuation and line feeds: each is a grapheme of its own, and needs no segmenting. */
const ONE_BY_ONE = /^[\n -~\u00A1-\u024F\u2010-\u2027]*$/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const utf8 = new TextEncoder();

/**
 * Counts a text as the network will, and says whether it fits.
 *
 * The rules are each network's own: X weighs characters and counts every address 23 (twitter-text); Bluesky
 * counts graphemes and, beside them, at most 3,000 UTF-8 bytes; Mastodon counts graphemes with addresses as
 * 23 and `@user@server` as `@user`; Threads counts characters, an emoji as its UTF-8 bytes, and takes at most
 * five links; LinkedIn counts characters. `limit` replaces the default where a server states its own.
 */
export function measure(network: Network, text: string, limit = NETWORK_RULES[network].textLimit): Measure {
  return MEASURES[network](text, limit);
}

const MEASURES: Readonly<Record<Network, (text: string, limit: number) => Measure>> = {
  sandbox: (text, limit) => measured(countGraphemes(text), limit, 'grapheme'),
  bluesky: measureForBluesky,
  mastodon: (text, limit) => measured(countForMastodon(text), limit, 'grapheme'),
  x: (text, limit) => measured(parseTweet(text.normalize('NFC')).weightedLength, limit, 'weighted character'),
  threads: measureForThreads,
  linkedin: (text, limit) => measured(text.length, limit, 'character'),
};

/** What a reader sees as characters: an emoji with its modifiers is one, so is a letter with its accents. */
export function countGraphemes(text: string): number {
  if (ONE_BY_ONE.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

function measured(count: number, limit: number, unit: CountingUnit): Measure {
  return { count, limit, fits: count <= limit, unit };
}

/** The bytes are reported only where they are the limit that the text breaks. */
function measureForBluesky(text: string, limit: number): Measure {
  const inGraphemes = measured(countGraphemes(text), limit, 'grapheme');
  const inBytes = measured(utf8.encode(text).length, BLUESKY_BYTE_LIMIT, 'byte');
  return inGraphemes.fits && !inBytes.fits ? inBytes : inGraphemes;
}

function countForMastodon(text: string): number {
  return countGraphemes(text.replace(LINK, 'x'.repeat(MASTODON_LINK_LENGTH)).replace(REMOTE_MENTION, '$1'));
}

function measureForThreads(text: string, limit: number): Measure {
  const inCharacters = measured(countForThreads(text), limit, 'character');
  const links = measured(text.match(LINK)?.length ?? 0, THREADS_LINK_LIMIT, 'link');
  return inCharacters.fits && !links.fits ? links : inCharacters;
}

function countForThreads(text: string): number {
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += EMOJI.test(segment) ? utf8.encode(segment).length : segment.length;
  }
  return count;
}
