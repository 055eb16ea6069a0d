import { strToU8, zipSync } from 'fflate';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The parts of a Word document beside its main text, by the kind of relationship that leads to them. */
export interface WordExtras {
  readonly footnotes?: string;
  readonly comments?: string;
  readonly header?: string;
}

/** The smallest .docx with this body, written in WordprocessingML. */
export function wordFile(body: string, extras: WordExtras = {}): Uint8Array {
  const parts = Object.entries(extras) as (readonly [string, string])[];
  const overrides = ['document.main:document', ...parts.map(([name]) => `${name}:${name}`)].map((pair) => {
    const [type = '', name = ''] = pair.split(':');
    return `<Override PartName="/word/${name}.xml" ContentType="${MAIN}.${type}+xml"/>`;
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(parts.map(([name]) => [name, `${name}.xml`])),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, xml] of parts) files[`word/${name}.xml`] = HEAD + xml.replace('>', ` ${NAMESPACE}>`);
  return zipOf(files);
}

/** A paragraph of these runs. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.join('')}</w:p>`;
}

/** A run of words; a line break within the paragraph where the words have one. */
export function run(words: string): string {
  const pieces = words.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${pieces.join('<w:br/>')}</w:r>`;
}

/** An archive of texts, by name. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${all.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
