/** What Chorus can read a release out of. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'word', 'web-page', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A file as it was given. Its content says what it is; name and media type settle only what content leaves open. */
export interface GivenDocument {
  readonly bytes: Uint8Array;
  readonly name?: string | undefined;
  /** As in `content-type`, with its charset where it has one. */
  readonly mediaType?: string | undefined;
}

export interface ReadDocument {
  readonly kind: 'read';
  readonly format: DocumentFormat;
  readonly text: string;
  /** Sentences for the coordinator: what was left out or joined, and what to check. */
  readonly notes: readonly string[];
}

/** The text of a document before its lines are tidied, with the notes of its format. */
export interface RawText {
  readonly text: string;
  readonly notes: readonly string[];
}

const NAMES: Readonly<Record<DocumentFormat, string>> = {
  text: 'a plain text',
  markdown: 'a Markdown text',
  word: 'a Word document',
  'web-page': 'a web page',
  pdf: 'a PDF',
};

/** A format in a sentence, with its article: “a Word document”. */
export function nameOfFormat(format: DocumentFormat): string {
  return NAMES[format];
}
