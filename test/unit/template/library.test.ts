import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { exampleContexts } from '../../../src/commands/template-example.js';
import { partText } from '../../../src/domain/post/segment.js';
import type { FillContext } from '../../../src/domain/template/context.js';
import { fill } from '../../../src/domain/template/fill.js';
import { parseTemplates } from '../../../src/domain/template/parse-templates.js';
import { preview } from '../../../src/domain/template/preview.js';
import type { Template } from '../../../src/domain/template/template.js';

const files = readdirSync('templates').map((fileName) => ({
  fileName,
  source: readFileSync(`templates/${fileName}`, 'utf8'),
}));
const { templates, faults } = parseTemplates(files);
const examples = await exampleContexts();
/** A campaign that says nothing of itself but its name. */
const bare = { link: null, hashtags: [], caseName: null, court: null, docket: null, hearing: null };
const named = new Map(templates.map((template) => [template.name, template]));

/** The first day on which a template is used, the last, and days in between. */
function daysOf({ daysBefore: range }: Template): readonly (number | null)[] {
  if (range === null) return [null, 30, 1, 0, -1, -60];
  return [...new Set([range.from, Math.round((range.from + range.to) / 2), range.to])];
}

function contextsOf(template: Template): readonly FillContext[] {
  const blanks = Object.fromEntries(
    template.blanks.map((one) => [one.name, one.example ?? one.default ?? '']),
  );
  return template.networks.flatMap((network) =>
    daysOf(template).flatMap((daysBefore) =>
      examples.flatMap((example) =>
        [example.campaign, { ...example.campaign, ...bare }].map((campaign) => ({
          ...example,
          network,
          daysBefore,
          campaign,
          blanks,
        })),
      ),
    ),
  );
}

/** The words that a template brings itself, without front matter, tags and variables. */
function frameOf({ source }: { readonly source: string }): string {
  const [, , ...body] = source.split(/^---$/mu);
  return body.join('').replace(/\{%.*?%\}|\{\{.*?\}\}|^---part---$/gmu, ' ');
}

function trigrams(frame: string): ReadonlySet<string> {
  const words = frame.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}

describe('the templates of Chorus', () => {
  it('are at least fifteen, without a fault, each in a file of its name', () => {
    expect(faults).toEqual([]);
    expect(templates.length).toBeGreaterThanOrEqual(15);
    expect(templates.map(({ name }) => `${name}.liquid`)).toEqual(
      templates.map(({ fileName }) => basename(fileName)),
    );
  });

  it.each(templates)(
    '$name fills, or is refused for its length or its kind, from every example',
    (template) => {
      const results = contextsOf(template).map((context) => fill(template, context));
      const reasons = results.map((result) => (result.kind === 'filled' ? 'filled' : result.because));
      const ordinary = ['filled', 'too-long', 'too-short', 'needs-quotation', 'needs-fact'];
      expect([...new Set(reasons)].filter((reason) => !ordinary.includes(reason))).toEqual([]);
    },
  );

  it.each(templates.flatMap((template) => template.networks.map((network) => ({ template, network }))))(
    '$template.name has a text of an example on $network',
    ({ template, network }) => {
      expect(preview(template, network, examples).shown).toMatchObject({ kind: 'text' });
    },
  );

  it.each(templates)('$name leaves no gap, no stray mark and no unfilled place behind', (template) => {
    for (const context of contextsOf(template)) {
      const filled = fill(template, context);
      if (filled.kind === 'refuse') continue;
      for (const text of filled.parts.map(partText)) {
        expect(text).not.toMatch(/ {2}|\n{3}| [,.:;?]|,,|\.\.|\{|\}|null|undefined/u);
        expect(text).toMatch(/^[\p{Lu}\p{N}“]/u);
      }
    }
  });

  it.each(files)('$fileName is written in plain words', (file) => {
    const frame = frameOf(file);
    expect(frame).not.toMatch(/\b\p{Lu}{4,}\b/u);
    expect(frame).not.toMatch(/[!—–“”"#@]/u);
    expect(frame).not.toMatch(/\p{Extended_Pictographic}/u);
  });

  it('differ from each other in their frames', () => {
    const frames = files.map((file) => ({ name: file.fileName, words: trigrams(frameOf(file)) }));
    const alike = frames.flatMap((a, index) =>
      frames.slice(index + 1).flatMap((b) => {
        const both = [...a.words].filter((words) => b.words.has(words)).length;
        const share = both / Math.max(1, Math.min(a.words.size, b.words.size));
        return share > 0.25 ? [`${a.name} and ${b.name}: ${share.toFixed(2)}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('put hashtags last', () => {
    for (const { source } of files) {
      const after = source.split('{{ hashtags }}{% endif %}')[1];
      expect(after?.trim() ?? '').toBe('');
    }
  });

  it('ask questions with an example of an answer', () => {
    const blanks = templates.flatMap((template) => template.blanks);
    expect(blanks.length).toBeGreaterThan(0);
    expect(blanks.filter(({ example }) => example === undefined)).toEqual([]);
  });

  it('say of a decision, and of who is where, only what a wave asked for by name', () => {
    const byName = templates.filter((template) => template.byName).map(({ name }) => name);
    expect(byName.sort()).toEqual([
      'after-argument',
      'court-steps',
      'decision-lost',
      'decision-mixed',
      'decision-won',
      'thanks',
    ]);
  });

  it('call a partner’s own people ours', () => {
    const template = named.get('quotation-introduced');
    const ours = examples.find(
      ({ source }) =>
        source?.statement.kind === 'quotation' && source.statement.speaker === 'Marisol Trevanion',
    );
    if (!template || !ours) throw new Error('The example has lost its executive director.');
    const text = (organization: string) => {
      const filled = fill(template, { ...ours, organization, network: 'linkedin' });
      return filled.kind === 'filled' ? filled.parts.map(partText).join('') : filled.message;
    };
    expect(text('Carrow River Alliance')).toMatch(
      /^Our Executive Director, Marisol Trevanion, puts it this way:/u,
    );
    expect(text('Heron & Reed Society')).toMatch(
      /^Marisol Trevanion, Executive Director, Carrow River Alliance, puts it this way:/u,
    );
  });
});
