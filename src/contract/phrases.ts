import * as z from 'zod';
import { instant } from './instant.js';
import { affectedPost } from './releases.js';
import { oneLine, person } from './text.js';

/** Marks words in quotation marks, such as the name of a law, as nobody's quotation. */
export const phraseMarking = z.strictObject({
  text: oneLine(100).describe('With its quotation marks, as posts write it'),
  reason: oneLine(500).describe('What it is, if not a quotation'),
  by: person,
});
export type PhraseMarking = z.output<typeof phraseMarking>;

export const phraseWithdrawal = z.strictObject({ by: person });
export type PhraseWithdrawal = z.output<typeof phraseWithdrawal>;

export const phrase = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  text: z.string(),
  reason: z.string(),
  markedBy: z.string(),
  markedAt: instant,
  withdrawnBy: z.string().nullable(),
  withdrawnAt: instant.nullable(),
});
export type PhraseAnswer = z.infer<typeof phrase>;
export const phraseList = z.object({ items: z.array(phrase) });

export const phraseWithdrawalAnswer = z.object({
  phrase,
  posts: z.array(affectedPost).describe('Approved posts that hold it'),
});
export type PhraseWithdrawalAnswer = z.infer<typeof phraseWithdrawalAnswer>;
