import * as z from 'zod';
import { oneLine } from './text.js';

export const releaseTextQuery = z.strictObject({
  name: oneLine(255).optional().describe('The file’s name, such as statement.docx'),
});
export type ReleaseTextQuery = z.output<typeof releaseTextQuery>;

/** The text of a file, to be looked at before it is frozen as a release. Nothing of it is kept. */
export const releaseText = z.object({
  format: z
    .enum(['text', 'markdown', 'word', 'web-page', 'pdf'])
    .describe('What the file is, by its content'),
  text: z.string().describe('What POST /api/campaigns/{id}/releases would freeze, as it stands'),
  sha256: z.string().describe('Of the text in UTF-8, as the release would have it'),
  characters: z.number().int().describe('UTF-16 code units'),
  notes: z.array(z.string()).describe('What to check in the text against the file'),
  found: z
    .object({ quotations: z.number().int(), facts: z.number().int(), partners: z.number().int() })
    .describe('How much would be proposed'),
});
export type ReleaseTextAnswer = z.infer<typeof releaseText>;
