import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { TemplateFile } from '../domain/template/parse-templates.js';
import { CommandFault } from './fault.js';
import { bytesOf } from './file-bytes.js';

const TEMPLATE_FILE = /\.liquid$/u;
const LONGEST_BYTES = 100_000;
/** Chorus's own templates, which are read where nothing is named. */
const OWN_FOLDER = resolve(import.meta.dirname, '../../templates');

/**
 * The template files at these paths, each a file of any name or a folder whose *.liquid files are meant; without a
 * path, Chorus's own. Their names are as a terminal finds them from where it stands.
 */
export async function templateFiles(paths: readonly string[]): Promise<readonly TemplateFile[]> {
  const files: TemplateFile[] = [];
  const own = relative(process.cwd(), OWN_FOLDER) || '.';
  for (const path of paths.length === 0 ? [own] : paths) {
    for (const fileName of await filesAt(path)) files.push({ fileName, source: await sourceOf(fileName) });
  }
  return files;
}

async function filesAt(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => TEMPLATE_FILE.test(name)).sort();
  if (names.length === 0) {
    throw new CommandFault(`${path} holds no template: templates are files whose names end in .liquid.`);
  }
  return names.map((name) => join(path, name));
}

async function sourceOf(file: string): Promise<string> {
  const bytes = await bytesOf(file, LONGEST_BYTES);
  if (bytes.length > LONGEST_BYTES) throw new CommandFault(`${file} is longer than 100 kB: no template is.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CommandFault(`${file} is not UTF-8: save the template as plain text in UTF-8.`);
  }
}
