import type { DocumentFormat, GivenDocument } from './document.js';

const BY_ENDING: Readonly<Record<string, DocumentFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'word',
  htm: 'web-page',
  html: 'web-page',
  xhtml: 'web-page',
  pdf: 'pdf',
};

const BY_MEDIA_TYPE: Readonly<Record<string, DocumentFormat>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'web-page',
  'application/xhtml+xml': 'web-page',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
};

/** What a document's name says that it is, else its media type; null where neither says anything. */
export function claimedFormat({ name = '', mediaType = '' }: GivenDocument): DocumentFormat | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  return known(BY_ENDING, ending) ?? known(BY_MEDIA_TYPE, type);
}

function known(formats: Readonly<Record<string, DocumentFormat>>, key: string): DocumentFormat | null {
  return Object.hasOwn(formats, key) ? (formats[key] ?? null) : null;
}
