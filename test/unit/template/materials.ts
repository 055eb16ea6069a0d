import type { FillContext } from '../../../src/domain/template/context.js';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import type { Template } from '../../../src/domain/template/template.js';
import { lookup } from '../statement/sources.js';

/** A template file from its text; keys of the front matter can be replaced. */
export function templateSource(body: string, matter: Readonly<Record<string, string>> = {}): string {
  const keys = {
    name: 'trial',
    purpose: 'To try things',
    networks: 'all',
    needs: 'none',
    parts: '1',
    ...matter,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...lines, '---', body].join('\n');
}

export function template(body: string, matter: Readonly<Record<string, string>> = {}): Template {
  const parsed = parseTemplate(templateSource(body, matter), 'trial.liquid');
  if (parsed.kind === 'faults') throw new Error(parsed.faults.map(({ message }) => message).join(' '));
  return parsed.template;
}

/** What to fill from: `about` is the id of a statement of the invented release, or null. */
export function context(about: string | null, changes: Partial<FillContext> = {}): FillContext {
  return {
    network: 'sandbox',
    campaign: {
      name: 'The River Is Ours',
      link: 'https://river.example',
      hashtags: ['RiverIsOurs', '#LowerQuay'],
      caseName: 'Voss v. Upper Dam',
      court: 'the High Water Court',
      docket: '31-204',
      hearing: { date: 'Tuesday, March 24', time: '10 a.m.' },
    },
    daysBefore: 14,
    organization: 'Ferry Friends',
    blanks: {},
    source: (about === null ? undefined : lookup().get(about)) ?? null,
    ...changes,
  };
}
