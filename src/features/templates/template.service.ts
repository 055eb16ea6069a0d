import { Injectable } from '@nestjs/common';
import type { TemplateAdding } from '../../contract/templates.js';
import { parseTemplate } from '../../domain/template/parse-template.js';
import type { Template } from '../../domain/template/template.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';
import { TemplateCatalog } from './template.catalog.js';
import { TemplateRepository } from './template.repository.js';

/** Adds templates to those of the folder, with the same checks. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly catalog: TemplateCatalog,
    private readonly added: TemplateRepository,
  ) {}

  /** Adds it, or puts it in the place of the one of its name; the same again changes nothing. */
  async add({
    source,
    fileName,
    by,
  }: TemplateAdding): Promise<{ readonly changed: boolean; readonly template: Template }> {
    const parsed = parseTemplate(source, fileName);
    if (parsed.kind === 'faults') {
      const lines = parsed.faults.map(
        ({ line, column, message }) => `${fileName}:${line}:${column} ${message}`,
      );
      throw new Invalid(
        'template-at-fault',
        `This template cannot be used: ${lines.join(' ')}`,
        lines.map((message) => ({ field: 'source', message })),
      );
    }
    const { template } = parsed;
    const { name } = template;
    if (this.catalog.isOfFolder(name)) {
      throw new Conflict(
        'template-name-taken',
        `The folder templates has a “${name}”: give this one another name.`,
      );
    }
    const changed = await this.ledger.transaction().execute(async (trx) => {
      const standing = await this.added.lock(trx, name);
      if (standing?.source === source) return false;
      const now = this.clock.now();
      if (standing !== undefined) await this.added.remove(trx, standing.id, by, now);
      await this.added.insert(trx, { name, source, addedBy: by, addedAt: new Date(now) });
      return true;
    });
    return { changed, template };
  }

  /** Posts that were made from it keep their words. */
  async remove(name: string, by: string): Promise<void> {
    await this.ledger.transaction().execute(async (trx) => {
      const standing = await this.added.lock(trx, name);
      if (standing === undefined) throw this.notAdded(name);
      await this.added.remove(trx, standing.id, by, this.clock.now());
    });
  }

  private notAdded(name: string): NotFound | Conflict {
    return this.catalog.isOfFolder(name)
      ? new Conflict(
          'template-of-the-folder',
          `“${name}” is a file of the folder templates: remove the file, and start Chorus anew.`,
        )
      : new NotFound('template-not-found', `There is no template “${name}”.`);
  }
}
