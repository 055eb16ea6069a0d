import type { Temporal } from 'temporal-polyfill';
import type { PostingTool } from '../../../contract/exchange.js';

/** What a tool imports: one file for each of its channels. */
export interface ToolForm {
  readonly title: string;
  /** Its files have no more rows. */
  readonly rowsPerFile: number;
  /** It takes times that are whole multiples of this, in milliseconds. */
  readonly stepMs: number;
  /** Null where the first row is a post already. */
  readonly header: readonly string[] | null;
  row(text: string, at: Temporal.PlainDateTime): readonly string[];
  /** What whoever uploads the files has to know. */
  readonly advice: readonly string[];
}

/**
 * As the tools’ own help pages describe their forms in 2026: Buffer’s “How to upload posts in bulk” (article 926),
 * Hootsuite’s “Bulk schedule posts”. Both take one channel, or the same posts for several, at a time.
 */
export const TOOLS: Readonly<Record<PostingTool, ToolForm>> = {
  buffer: {
    title: 'Buffer',
    rowsPerFile: 100,
    stepMs: 60_000,
    header: ['Text', 'Image URL', 'Tags', 'Posting Time'],
    row: (text, at) => [text, '', '', `${at.toPlainDate().toString()} ${clock(at)}`],
    advice: [
      'Upload each file to the channel that its name says: Publish, the channel, then bulk upload.',
      'A file has at most 100 posts, which Buffer’s paid plans take; a free plan takes 10 at a time.',
      'In the channel’s settings the time zone must be the one named above.',
    ],
  },
  hootsuite: {
    title: 'Hootsuite',
    rowsPerFile: 350,
    stepMs: 300_000,
    header: null,
    row: (text, at) => [`${two(at.month)}/${two(at.day)}/${at.year} ${clock(at)}`, text, ''],
    advice: [
      'Upload each file with the bulk composer, for the account that its name says and no other.',
      'Choose the date format mm/dd/yyyy hh:mm. A file has at most 350 posts, which is what Hootsuite takes.',
      'The third column, for a link, is empty: links stand in the text, exactly where they were approved.',
      'In your profile’s settings the time zone must be the one named above.',
    ],
  },
};

function clock({ hour, minute }: Temporal.PlainDateTime): string {
  return `${two(hour)}:${two(minute)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
