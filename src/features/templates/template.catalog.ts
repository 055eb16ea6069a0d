import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseTemplate } from '../../domain/template/parse-template.js';
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
  const templates: Template[] = [];
  const faults: Fault[] = [];
  for (const fileName of readdirSync(folder)
    .filter((name) => TEMPLATE_FILE.test(name))
    .sort()) {
    const parsed = parseTemplate(readFileSync(join(folder, fileName), 'utf8'), fileName);
    if (parsed.kind === 'faults') {
      faults.push(...parsed.faults);
      continue;
    }
    const { template } = parsed;
    if (templates.some(({ name }) => name === template.name)) {
      const message = `Another template is named “${template.name}” already: give this one another name.`;
      faults.push({ fileName, line: 1, column: 1, message });
    }
    templates.push(template);
  }
  if (faults.length > 0) throw new TemplateFaults(faults);
  return templates;
}
