/** The largest file that is read. */
export const LARGEST_DOCUMENT_BYTES = 20_000_000;
/** A release has a few pages; a report of more is not one. */
export const MOST_PDF_PAGES = 100;

const MESSAGES = {
  empty: 'This file is empty: give the file that holds the release.',
  'too-large': `This file has more than ${LARGEST_DOCUMENT_BYTES / 1_000_000} MB: give one without pictures, or paste the text.`,
  'too-many-pages': `This PDF has more than ${MOST_PDF_PAGES} pages: give the pages of the release alone, or paste the text.`,
  'too-complex':
    'This file is built in a way that takes too long or too much memory to read: paste the text of the release instead.',
  damaged:
    'This file is damaged and cannot be read: get it once more from whoever made it, or paste the text.',
  password: 'This file is locked with a password: save it without one and give that, or paste the text.',
  'no-text': 'There is no text in this file: give another, or paste the text.',
  scanned:
    'This PDF holds pictures of pages and no text: get the release as a text or a Word document, or type it.',
  'lost-letters':
    'This PDF shows letters without saying which they are: get the release as a text or a Word document.',
  'old-word': 'This is a Word document of the old kind (.doc): save it as .docx and give that.',
  'old-office': 'This is a file of an old Office program: save the release as .docx and give that.',
  spreadsheet: 'This is a spreadsheet: give the release as .docx or .pdf, or paste its text.',
  presentation: 'This is a presentation: give the release as .docx or .pdf, or paste its text.',
  rtf: 'This is a document in Rich Text Format (.rtf): save it as .docx and give that.',
  opendocument: 'This is an OpenDocument file such as .odt: save it as .docx and give that.',
  pages: 'This is a document of Apple Pages: export it to Word (.docx) or PDF and give that.',
  book: 'This is an electronic book: paste the text of the release instead.',
  'web-archive':
    'This is a web page saved as an archive, or an e-mail: save the page as HTML only, or paste its text.',
  xml: 'This is an XML file: give the release as .txt, .md, .docx, .html or .pdf, or paste its text.',
  picture: 'This is a picture: get the release as a text or a Word document, or type it.',
  archive: 'This is an archive of files: unpack it and give the file of the release.',
  'not-text': 'This is not a text, and no document that Chorus reads: give .txt, .md, .docx, .html or .pdf.',
} as const;

export type DocumentFaultReason = keyof typeof MESSAGES;

/** Why no text came out of a document; the message says what the document is and what to do. */
export interface DocumentFault {
  readonly kind: 'refuse';
  readonly because: DocumentFaultReason;
  readonly message: string;
}

export function refuse(because: DocumentFaultReason): DocumentFault {
  return { kind: 'refuse', because, message: MESSAGES[because] };
}
