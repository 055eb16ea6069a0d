import type { Command } from 'commander';
import { extract, toPrediction } from '../domain/extraction/index.js';
import type { CommandContext } from './context.js';
import { extractionReport } from './extraction-report.js';
import { readReleaseFile } from './release-file.js';

/** `extract`: what Chorus finds in a release, without a server and without keeping it. */
export function addExtractCommand(program: Command, context: CommandContext): void {
  program
    .command('extract')
    .description('find the quotations, facts and partners of a release; needs no running Chorus')
    .argument('<file>', 'the release as UTF-8 text; - reads standard input')
    .action(async (file: string) => {
      const text = await readReleaseFile(file);
      const extraction = extract(text);
      context.show(toPrediction(text, extraction), () => extractionReport(text, extraction));
    });
}
