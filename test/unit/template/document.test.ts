import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FILTER_NAMES, TAG_NAMES } from '../../../src/domain/template/engine.js';
import { FRONT_MATTER_KEYS } from '../../../src/domain/template/front-matter.js';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import { parseTemplates } from '../../../src/domain/template/parse-templates.js';
import { VARIABLES, type VariableRule } from '../../../src/domain/template/variables.js';

const page = readFileSync('docs/templates.md', 'utf8');

/** The rows of the table under a heading row that begins with a word, each as its cells. */
function rows(heading: string): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`)) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'));
  return lines.slice(start, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (name: string) => `\`${name}\``;

describe('docs/templates.md', () => {
  it('has every key of the front matter', () => {
    expect(new Set(rows('key').map(([name]) => name))).toEqual(new Set(FRONT_MATTER_KEYS.map(code)));
  });

  it('has every variable as the rules have it', () => {
    const rules: [string, VariableRule][] = Object.entries(VARIABLES);
    expect(rows('variable')).toEqual(
      rules.map(([name, { means, from, optional }]) => [
        code(name),
        means,
        from ?? '',
        optional === true ? 'yes' : '',
      ]),
    );
    const sealed = rules.filter(([, rule]) => rule.sealed === true).map(([name]) => code(name));
    expect(page).toContain(`${sealed.slice(0, -1).join(', ')} and ${sealed.at(-1)} are shown exactly`);
  });

  it('has every filter and every tag', () => {
    const filters = rows('filter').map(([cell = '']) =>
      [...cell.matchAll(/`(\w+)/gu)].map((match) => match[1]),
    );
    expect(new Set(filters.flat())).toEqual(new Set(FILTER_NAMES));
    expect(page).toContain(`**Tags**: ${TAG_NAMES.slice(0, -1).map(code).join(', ')}, and \`#\``);
  });

  it('has every template that is there, with its purpose', () => {
    const files = readdirSync('templates').map((fileName) => ({
      fileName,
      source: readFileSync(`templates/${fileName}`, 'utf8'),
    }));
    expect(rows('template')).toEqual(
      parseTemplates(files).templates.map(({ name, purpose }) => [code(name), purpose]),
    );
  });

  it('shows examples without a fault', () => {
    const blocks = [...page.matchAll(/```liquid\n(?<source>[\s\S]*?)```/gu)].map(
      (match) => match.groups?.['source'] ?? '',
    );
    const whole = blocks.filter((block) => block.startsWith('---'));
    expect(whole.length).toBeGreaterThanOrEqual(3);
    expect(whole.map((source) => parseTemplate(source, 'page.liquid')).filter(isFaulty)).toEqual([]);
  });
});

function isFaulty({ kind }: ReturnType<typeof parseTemplate>): boolean {
  return kind === 'faults';
}
