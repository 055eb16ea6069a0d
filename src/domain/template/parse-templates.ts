import { parseTemplate } from './parse-template.js';
import type { Fault, Template } from './template.js';

export interface TemplateFile {
  /** As faults name it. */
  readonly fileName: string;
  readonly source: string;
}

/**
 * Reads template files that are used together: those without a fault, and every fault of the others. Waves call
 * templates by name, so a name that an earlier file has is a fault of the later one.
 */
export function parseTemplates(files: readonly TemplateFile[]): {
  readonly templates: readonly Template[];
  readonly faults: readonly Fault[];
} {
  const templates: Template[] = [];
  const faults: Fault[] = [];
  for (const { fileName, source } of files) {
    const parsed = parseTemplate(source, fileName);
    if (parsed.kind === 'faults') {
      faults.push(...parsed.faults);
      continue;
    }
    const { template } = parsed;
    const namesake = templates.find(({ name }) => name === template.name);
    if (namesake === undefined) templates.push(template);
    else {
      const message = `${namesake.fileName} is named “${template.name}” already: give this one another name.`;
      faults.push({ fileName, line: 1, column: 1, message });
    }
  }
  return { templates, faults };
}
