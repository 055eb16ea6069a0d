import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parseTemplate } from '../../domain/template/parse-template.js';
import { parseTemplates } from '../../domain/template/parse-templates.js';
import type { Fault, Template } from '../../domain/template/template.js';
import type { LedgerReader } from '../../infrastructure/database/ledger.js';
import { TemplateRepository, type TemplateRow } from './template.repository.js';

const TEMPLATE_FILE = /\.liquid$/;
export const TEMPLATES_FOLDER = resolve(import.meta.dirname, '../../../templates');

/** Every fault of the folder at once, each with its file, line and column. */
export class TemplateFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map((fault) => `${fault.fileName}:${fault.line}:${fault.column} ${fault.message}`);
    super(`These templates cannot be used:\n${lines.join('\n')}`);
  }
}

/** An added template that this version of Chorus cannot use, or whose name the folder has by now. */
export interface UnusableTemplate {
  readonly name: string;
  readonly faults: readonly Fault[];
}

/**
 * What a post can be filled from: the templates of the folder `templates/`, read and checked once, when the process
 * starts, and those that were added over the API.
 */
@Injectable()
export class TemplateCatalog {
  readonly ofFolder: readonly Template[];
  /** What was read of an added template; a changed one has another id. */
  private readonly read = new Map<string, ReturnType<typeof parseTemplate>>();

  constructor(private readonly added: TemplateRepository) {
    this.ofFolder = readTemplates(TEMPLATES_FOLDER);
  }

  /** All that can be used now, the folder's first. */
  async all(db?: LedgerReader): Promise<readonly Template[]> {
    const rows = await this.added.standing(db);
    return [...this.ofFolder, ...rows.flatMap((row) => this.usable(row) ?? [])];
  }

  /** Those that were added and cannot be used, with the reasons. */
  async unusable(): Promise<readonly UnusableTemplate[]> {
    const rows = await this.added.standing();
    return rows.flatMap((row): UnusableTemplate[] => {
      if (this.usable(row) !== null) return [];
      const parsed = this.parsed(row);
      return [{ name: row.name, faults: parsed.kind === 'faults' ? parsed.faults : [namesake(row.name)] }];
    });
  }

  isOfFolder(name: string): boolean {
    return this.ofFolder.some((template) => template.name === name);
  }

  private usable(row: TemplateRow): Template | null {
    const parsed = this.parsed(row);
    return parsed.kind === 'faults' || this.isOfFolder(row.name) ? null : parsed.template;
  }

  private parsed({ id, name, source }: TemplateRow): ReturnType<typeof parseTemplate> {
    const known = this.read.get(id) ?? parseTemplate(source, `${name}.liquid`);
    this.read.set(id, known);
    return known;
  }
}

function namesake(name: string): Fault {
  const message = `The folder templates has a “${name}” of its own by now: add this one under another name.`;
  return { fileName: `${name}.liquid`, line: 1, column: 1, message };
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
