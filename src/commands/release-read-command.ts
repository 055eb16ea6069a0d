import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CommandContext } from './context.js';
import { CommandFault } from './fault.js';
import { readReleaseDocument } from './release-file.js';

const ADD_IT = 'freeze it with chorus releases add CAMPAIGN';

/** `releases read`: the text of a document, to be looked at before it is frozen. Keeps nothing. */
export function addReadCommand(releases: Command, context: CommandContext): void {
  releases
    .command('read')
    .description('show the text of a document before it is frozen; needs no running Chorus')
    .argument('<file>', 'the release as .txt, .md, .docx, .html or .pdf; - reads standard input')
    .option('--out <file>', 'write the text to a new file, too, for releases add')
    .action(async (file: string, { out }: { out?: string }) => {
      const { format, text, notes } = await readReleaseDocument(file);
      if (out !== undefined) await writeNew(out, text);
      context.show({ format, text, notes, out: out ?? null }, () => {
        writeNotes(notes);
        if (out !== undefined) process.stderr.write(`Written to ${out}: ${ADD_IT} ${out}\n`);
        return text;
      });
    });
}

/** Shows what to check in a document’s text, apart from what is printed, which can so be sent on by itself. */
export function writeNotes(notes: readonly string[]): void {
  for (const note of notes) process.stderr.write(`? ${note}\n`);
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new CommandFault(
      error.code === 'EEXIST'
        ? `${file} is there already: give another name with --out, or remove it first.`
        : `${file} cannot be written: the system says ${String(error.code)}.`,
    );
  }
}
