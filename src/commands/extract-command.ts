import type { Command } from 'commander';
import { extract, toPrediction } from '../domain/extraction/index.js';
import type { CommandContext } from './context.js';
import { extractionReport } from './extraction-report.js';
import { readForFindings } from './release-file.js';
import { writeNotes } from './release-read-command.js';

/** `extract`: what Chorus finds in a release, without a server and without keeping it. */
export function addExtractCommand(program: Command, context: CommandContext): void {
  program
    .command('extract')
    .description('find the quotations, facts and partners of a release; needs no running Chorus')
    .argument(
      '<file>',
      'the release as .txt, .md, .docx, .html or .pdf; - reads standard input. Offsets count in a .txt as it stands, in others as chorus releases read shows them',
    )
    .action(async (file: string) => {
      const { text, notes } = await readForFindings(file);
      const extraction = extract(text);
      context.show(toPrediction(text, extraction), () => {
        writeNotes(notes);
        return extractionReport(text, extraction);
      });
    });
}
