import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseTemplates } from '../../domain/template/parse-templates.js';
import type { Fault, Template } from '../../domain/template/template.js';

const TEMPLATE_FILE = /\.liquid$/;
export const TEMPLATES_FOLDER = resolve(import.meta.dirname, '../../../templates');

/** Every fault of the folder at once, each with its file, line and column. */
export class TemplateFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map((fault) => `${fault.fileName}:${fault.line}:${fault.column} ${fault.message}`);
    super(`These templates cannot be used:\n${lines.join('\n')}`);
  }
}

/** The templates of the folder `templates/`, read and checked once, when the process starts. */
@Injectable()
export class TemplateCatalog {
  readonly templates: readonly Template[];

  constructor() {
    this.templates = readTemplates(TEMPLATES_FOLDER);
  }

  find(name: string): Template | undefined {
    return this.templates.find((template) => template.name === name);
  }
}

/** @throws TemplateFaults when one of them is at fault, or two have one name. */
export function readTemplates(folder: string): readonly Template[] {
  const files = readdirSync(folder)
    .filter((name) => TEMPLATE_FILE.test(name))
    .sort()
    .map((fileName) => ({ fileName, source: readFileSync(join(folder, fileName), 'utf8') }));
  const { templates, faults } = parseTemplates(files);
  if (faults.length > 0) throw new TemplateFaults(faults);
  return templates;
}
