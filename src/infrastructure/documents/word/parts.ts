import { zipSync } from 'fflate';
import { type DocumentFault, refuse } from '../fault.js';
import { filesInZip } from '../zip.js';

/** A release’s words take a few hundred kilobytes; the parser needs a hundred times as much memory as they. */
const MOST_UNPACKED_BYTES = 10_000_000;

/** What holds words, and what leads to it. Pictures, fonts and themes are not even unpacked. */
const WANTED = /^(?:\[Content_Types\][.]xml|_rels\/[.]rels|word\/[^/]+[.]xml|word\/_rels\/[^/]+[.]rels)$/;
const UNWANTED = /^word\/(?:theme|fontTable|webSettings|settings)/;

/** Elements that the converter passes over with the words in them, and the ones of the same effect that it reads. */
const RENAMED: readonly (readonly [element: RegExp, known: string])[] = [
  [/<(\/?)w:(?:fldSimple|bdo|dir)(?=[\s/>])/g, '<$1w:smartTag'],
  [/<(\/?)w:cr(?=[\s/>])/g, '<$1w:br'],
];

/** The parts of a Word document that hold words, as XML, by their names in it. */
export type WordParts = ReadonlyMap<string, string>;

export function wordParts(bytes: Uint8Array): WordParts | DocumentFault {
  const files = filesInZip(bytes, (name) => WANTED.test(name) && !UNWANTED.test(name), MOST_UNPACKED_BYTES);
  if (files === null) return refuse('damaged');
  if (files === 'too-large') return refuse('too-complex');
  const decoder = new TextDecoder();
  return new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)]));
}

/** The parts as a document again: nothing is unpacked from it that was not measured before. */
export function packed(parts: WordParts): Buffer {
  const encoder = new TextEncoder();
  const files = [...parts].map(([name, xml]) => [name, encoder.encode(renamed(xml))] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

function renamed(xml: string): string {
  return RENAMED.reduce((changed, [element, known]) => changed.replace(element, known), xml);
}
