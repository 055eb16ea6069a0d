import type { SourcedStatement } from '../src/domain/statement/proof.js';
import type * as Generations from '../src/domain/template/generate.js';
import type { GenerationInput } from '../src/domain/template/generation.js';
import type * as Templates from '../src/domain/template/parse-template.js';
import { builtDomain } from './built-domain.ts';
import { leastMs } from './cpu-time.ts';
import type { Figure } from './figures.ts';

const { generate } = await builtDomain<typeof Generations>('template/generate.js');
const { parseTemplate } = await builtDomain<typeof Templates>('template/parse-template.js');

const QUOTATIONS = 20;
const CUTS = 24;
const ACCOUNTS = 30;
const WAVES = 20;
const FITS = 'We met all of them at the old mill, and we came home again by night.';
const TOO_LONG = `${FITS} ${'We stayed there for a long, long while. '.repeat(20)}`.trim();

/** Generation from quotations with many agreed cuts, against as many quotations or candidates without any. */
export function agreedCutsFigures(): readonly Figure[] {
  const [plain = 0, unused = 0, many = 0, used = 0] = leastMs(
    generating(sources(QUOTATIONS, FITS, 0)),
    generating(sources(QUOTATIONS, FITS, CUTS)),
    generating(sources(QUOTATIONS * CUTS, FITS, 0)),
    generating(sources(QUOTATIONS, TOO_LONG, CUTS)),
  );
  const what = `generating ${ACCOUNTS * WAVES} posts of`;
  return [
    { measure: `${what} ${QUOTATIONS} quotations without cuts`, value: plain, unit: 'ms', target: null },
    {
      measure: `  with ${CUTS} agreed cuts each that nobody needs, against without`,
      value: unused / plain,
      unit: '×',
      target: 1.25,
    },
    {
      measure: `  with ${CUTS} agreed cuts each that are needed, against as many quotations`,
      value: used / many,
      unit: '×',
      target: 1.5,
    },
  ];
}

/** Quotations of these words; each cut leaves out another end of them. */
function sources(count: number, text: string, cuts: number): readonly SourcedStatement[] {
  const kept = { releaseId: 'r', revision: 1, status: 'accepted', kind: 'quotation' } as const;
  const about = { speaker: 'Ida Voss', role: null, organization: null };
  const agreedCuts = Array.from({ length: cuts }, (_, at) => [{ start: 35 + at, end: text.length }]);
  const spans = [{ start: 0, end: text.length }];
  return Array.from({ length: count }, (_, n) => ({
    statement: { ...kept, ...about, id: `q${n}`, spans, agreedCuts },
    releaseText: text,
  }));
}

function generating(from: readonly SourcedStatement[]): () => void {
  const input: GenerationInput = { ...PLAN, sources: from };
  return () => {
    const made = generate(input).posts.length;
    if (made !== ACCOUNTS * WAVES) throw new Error(`${made} posts were made of ${ACCOUNTS * WAVES}`);
  };
}

const PLAN: Omit<GenerationInput, 'sources'> = {
  campaign: {
    name: 'Open Banks',
    link: null,
    hashtags: [],
    caseName: null,
    court: null,
    docket: null,
    hearing: null,
  },
  waves: Array.from({ length: WAVES }, (_, n) => ({
    id: `w${n}`,
    position: n,
    offset: { kind: 'days', days: n - WAVES, time: '10:00' } as const,
    templates: 'any' as const,
  })),
  accounts: Array.from({ length: ACCOUNTS }, (_, n) => ({
    id: `a${n}`,
    organizationId: `o${n}`,
    organization: `Organization ${n}`,
    network: 'bluesky' as const,
    blanks: {},
  })),
  templates: ['quotation', 'countdown'].map((name) => {
    const matter = `name: ${name}\npurpose: To try things\nnetworks: all\nneeds: quotation\nparts: 1`;
    const parsed = parseTemplate(`---\n${matter}\n---\n{{ quotation }} {{ speaker }}`, `${name}.liquid`);
    if (parsed.kind === 'faults') throw new Error(JSON.stringify(parsed.faults));
    return parsed.template;
  }),
  seed: 'bench',
};
