import type {
  GenerationAccount,
  GenerationInput,
  GenerationWave,
} from '../../../src/domain/template/generation.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import type { Network } from '../../../src/domain/network/network.js';
import { context, template } from './materials.js';

export const PEOPLE = ['Ida Voss', 'Ana Lind', 'Tom Reyes', 'May Okoro'] as const;

/** Invented statements, each with a release of its own: quotations by turns of four people, and facts. */
export function sources(quotations: number, facts: number, length = 60): SourcedStatement[] {
  const said = Array.from({ length: quotations }, (_, index): SourcedStatement => {
    const text = `Saying ${index} ${'of the river '.repeat(99)}`.slice(0, length);
    const speaker = PEOPLE[index % PEOPLE.length] ?? PEOPLE[0];
    const about = { speaker, role: 'spokesperson', organization: `Organization ${index % PEOPLE.length}` };
    const statement = { id: `q${index}`, releaseId: 'r', revision: 1, status: 'accepted' } as const;
    const spans = [{ start: 0, end: text.length }];
    return { statement: { ...statement, kind: 'quotation', spans, ...about }, releaseText: text };
  });
  const counted = Array.from({ length: facts }, (_, index): SourcedStatement => {
    const releaseText = `${index + 10} percent of wells ran dry.`;
    const statement = { id: `f${index}`, releaseId: 'r', revision: 1, status: 'accepted' } as const;
    const spans = [{ start: 0, end: releaseText.length }] as const;
    const figures = [{ start: 0, end: '10 percent'.length }];
    return { statement: { ...statement, kind: 'fact', spans, figures, source: null }, releaseText };
  });
  return [...said, ...counted];
}

export function accounts(
  organizations: number,
  networks: readonly Network[] = ['sandbox', 'mastodon'],
): GenerationAccount[] {
  return Array.from({ length: organizations }, (_, index) =>
    networks.map((network) => ({
      id: `a${String(index).padStart(2, '0')}-${network}`,
      organizationId: `o${index}`,
      organization: `Organization ${index}`,
      network,
      blanks: {},
    })),
  ).flat();
}

export function waves(count: number, templates: GenerationWave['templates'] = 'any'): GenerationWave[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `w${String(index).padStart(2, '0')}`,
    position: index,
    offset: { kind: 'days', days: index - count, time: '10:00' },
    templates,
  }));
}

export const TEMPLATES = [
  template('{{ quotation }}\n\n{{ speaker }}, {{ role }}', { name: 'quotation', needs: 'quotation' }),
  template('The court hears it {{ countdown }}. {{ speaker }}: {{ quotation }}', {
    name: 'countdown',
    needs: 'quotation',
  }),
  template('{{ fact }}\n\n{{ hashtags }}', { name: 'fact', needs: 'fact' }),
  template('{{ organization }} is in. The court hears {{ case_name }} {{ countdown }}.', {
    name: 'own-voice',
  }),
  template('Today is {{ hearing_date }}, and we are there.', {
    name: 'hearing-day',
    days_before: '{ from: 0, to: 0 }',
  }),
];

export function input(changes: Partial<GenerationInput> = {}): GenerationInput {
  return {
    campaign: context(null).campaign,
    waves: waves(6),
    accounts: accounts(5),
    sources: sources(6, 4),
    templates: TEMPLATES,
    seed: 'river',
    ...changes,
  };
}
