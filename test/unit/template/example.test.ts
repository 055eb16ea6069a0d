import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { partText } from '../../../src/domain/post/segment.js';
import { extract } from '../../../src/domain/extraction/index.js';
import type { Span, Statement } from '../../../src/domain/statement/statement.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { generate } from '../../../src/domain/template/generate.js';
import type { GenerationInput } from '../../../src/domain/template/generation.js';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import type { Template } from '../../../src/domain/template/template.js';

const release = readFileSync('examples/release.txt', 'utf8');

const example = z.strictObject({
  campaign: z.strictObject({
    name: z.string(),
    slug: z.string(),
    caseName: z.string(),
    court: z.string(),
    docket: z.string(),
    link: z.url(),
    hashtags: z.array(z.string()),
    seed: z.string(),
  }),
  hearing: z.strictObject({ daysAfterStart: z.int(), time: z.iso.time(), zone: z.string() }),
  release: z.strictObject({
    file: z.string(),
    accept: z.literal('all'),
    spokenForBy: z.record(z.string(), z.string()),
  }),
  waves: z.array(
    z.strictObject({
      name: z.string(),
      minutesAfterStart: z.number().positive().optional(),
      daysBefore: z.int().optional(),
      time: z.iso.time().optional(),
      spreadSeconds: z.int(),
      templates: z.array(z.string()),
    }),
  ),
  organizations: z.array(z.strictObject({ name: z.string(), handle: z.string(), why: z.string() })),
  accounts: z.strictObject({ network: z.literal('sandbox'), perOrganization: z.int() }),
});
const plan = example.parse(JSON.parse(readFileSync('examples/campaign.json', 'utf8')));

const templates: Template[] = readdirSync('templates')
  .filter((name) => name.endsWith('.liquid'))
  .map((name) => {
    const parsed = parseTemplate(readFileSync(`templates/${name}`, 'utf8'), name);
    if (parsed.kind === 'faults') throw new Error(JSON.stringify(parsed.faults));
    return parsed.template;
  });

function span(words: string) {
  const start = release.indexOf(words);
  if (start < 0 || release.includes(words, start + 1)) throw new Error(`Not once in the release: ${words}`);
  return { start, end: start + words.length };
}

/** From a piece at its beginning to the closing mark. */
function said(beginning: string) {
  const { start } = span(beginning);
  return { start, end: release.indexOf('”', start) };
}

const base = { releaseId: 'example', revision: 1, status: 'accepted' } as const;
const OWN = {
  oduya: ['Ngaire Oduya', 'ferry operator', null],
  blaine: ['Teodor Blaine', 'Senior Attorney', 'Wexmoor Commons Law Center'],
  castellane: ['Imre Castellane', 'President', 'Carrow Valley Nurses’ Association'],
  trevanion: ['Marisol Trevanion', 'Executive Director', 'Carrow River Alliance'],
} as const;

function quotation(id: string, who: keyof typeof OWN, ...beginnings: string[]): SourcedStatement {
  const [speaker, role, organization] = OWN[who];
  return {
    statement: { ...base, id, kind: 'quotation', spans: beginnings.map(said), speaker, role, organization },
    releaseText: release,
  };
}

function fact(id: string, sentence: string, source: string | null, ...figures: string[]): SourcedStatement {
  const spans = [span(sentence)] as const;
  const inside = figures.map((figure) => {
    const start = release.indexOf(figure, spans[0].start);
    return { start, end: start + figure.length };
  });
  return { statement: { ...base, id, kind: 'fact', spans, figures: inside, source }, releaseText: release };
}

/** The statements of the example as a careful reader marks them. */
const sources = [
  quotation('q1', 'oduya', 'My grandmother', 'Nobody asked us'),
  quotation('q2', 'blaine', 'The law of this state', 'If a fence', 'no shore'),
  quotation('q3', 'castellane', 'On the hottest days', 'Now the coolest'),
  quotation('q4', 'trevanion', 'We are not asking'),
  quotation('q5', 'trevanion', 'We offered to mend'),
  quotation('q6', 'oduya', 'I have carried brides', 'One day I would'),
  fact(
    'f1',
    'According to the Wexmoor Bureau of Land and Water, 38 percent of the banks of the Lower Carrow are closed to the public today, up from 9 percent in 2019.',
    'the Wexmoor Bureau of Land and Water',
    '38 percent',
    '9 percent',
  ),
  fact(
    'f2',
    'Two in three households in Low Carrow, about 2,300 homes, have no other way to reach the water within a 30-minute walk.',
    null,
    'Two in three',
    '2,300',
    '30-minute',
  ),
  fact(
    'f3',
    'The village ferry has lost three of its five landings and 14,000 passengers a year since the gates went up.',
    null,
    '14,000',
  ),
  fact(
    'f4',
    'The clinics of the Carrow Valley Nurses’ Association treated 212 people for heat illness in the summer of 2025, compared with 87 in 2020.',
    null,
    '212',
    '87',
  ),
  fact(
    'f5',
    'An economic study by Lantern Street Research puts the cost of the closures to shops and moorings along the Lower Carrow at $3.4 million a year.',
    'Lantern Street Research',
    '$3.4 million',
  ),
  fact(
    'f6',
    'More than 4,100 residents have signed the coalition’s open letter to the governor.',
    null,
    '4,100',
  ),
];

const { daysAfterStart } = plan.hearing;
const input: GenerationInput = {
  campaign: { ...plan.campaign, hearing: { date: 'Tuesday, March 24', time: '10 a.m.' } },
  waves: plan.waves.map((wave, position) => ({
    id: wave.name,
    position,
    offset: { kind: 'days', days: -(wave.daysBefore ?? daysAfterStart), time: '10:00' },
    templates: wave.templates.length === 0 ? 'any' : wave.templates,
  })),
  accounts: plan.organizations.map(({ name, handle, why }) => ({
    id: handle,
    organizationId: handle,
    organization: name,
    network: 'sandbox',
    blanks: { why },
  })),
  sources,
  templates,
  seed: plan.campaign.seed,
};

describe('the example campaign', () => {
  it('is read by the extraction as a careful reader reads it', () => {
    const found = extract(release);
    const words = ({ spans }: { readonly spans: readonly Span[] }) =>
      spans.map(({ start, end }) => release.slice(start, end));
    const marked = sources.map(({ statement }) => statement);
    const speakers = (all: readonly Statement[]) =>
      all.flatMap((one) => (one.kind === 'quotation' ? [[one.speaker, ...words(one)]] : []));
    expect(found.quotations.map((one) => [one.speaker, ...words(one)])).toEqual(speakers(marked));
    const facts = found.facts.map((one) => words(one)[0]);
    expect(
      marked.filter(({ kind }) => kind === 'fact').filter((one) => !facts.includes(words(one)[0])),
    ).toEqual([]);
    expect(found.partners).toEqual(plan.organizations.map(({ name }) => name));
  });

  it('has something to say for every partner in every wave, all of it proved', () => {
    const { posts, empty } = generate(input);
    const lookup = new Map(sources.map((source) => [source.statement.id, source]));
    expect(empty).toEqual([]);
    expect(posts).toHaveLength(plan.waves.length * 12);
    expect(posts.map(({ parts }) => prove(parts, lookup)).filter(({ kind }) => kind === 'refuse')).toEqual(
      [],
    );
  });

  it('keeps its text when the hearing moves: no template names the date', () => {
    expect(generate(input).posts.some(({ dependsOnDate }) => dependsOnDate)).toBe(false);
  });

  it('says it on every network, with a stranger’s campaign that lacks a court, a docket and hashtags', () => {
    const bare = { ...input.campaign, court: null, docket: null, hashtags: [], caseName: null, link: null };
    for (const network of ['bluesky', 'mastodon', 'x', 'threads', 'linkedin'] as const) {
      const accounts = input.accounts.map((account) => ({ ...account, network, blanks: {} }));
      expect(
        generate({ ...input, accounts, campaign: bare }).empty.filter(({ waveId }) => waveId !== 'At length'),
      ).toEqual([]);
    }
  });

  it('uses every template that its waves name, further ones where a wave names none, and every statement', () => {
    const { posts } = generate(input);
    const used = new Set(posts.map(({ templateName }) => templateName));
    const named = new Set(plan.waves.flatMap((wave) => wave.templates));
    expect([...named].filter((name) => !used.has(name))).toEqual([]);
    expect(used.size).toBeGreaterThan(named.size);
    const byName = templates.filter((template) => template.byName).map(({ name }) => name);
    expect(byName.filter((name) => used.has(name))).toEqual([]);
    expect(new Set(posts.flatMap(({ statementIds }) => statementIds))).toEqual(
      new Set(sources.map(({ statement }) => statement.id)),
    );
  });

  it('quotes no motto and no scare quote', () => {
    const text = generate(input)
      .posts.flatMap(({ parts }) => parts.map(partText))
      .join('\n');
    expect(text).not.toMatch(/safety buffer|both banks/u);
  });

  it('names its partners as the release does', () => {
    expect(plan.organizations.map(({ name }) => name).filter((name) => !release.includes(name))).toEqual([]);
    expect(plan.organizations).toHaveLength(12);
  });

  it('gives a long quotation a thread, and each partner its own words', () => {
    const { posts } = generate(input);
    const texts = posts.map(({ parts }) => parts.map(partText));
    expect(texts).toContainEqual([
      'What is at stake in Oduya v. Caldmere Estates? In this thread, hear it from Marisol Trevanion, Executive Director, Carrow River Alliance.\n\nhttps://keeptheriveropen.example',
      '“We offered to mend the paths, to pick up the litter and to close the banks at night. Each time the answer was a longer fence and a bigger lock, and each time more of our neighbors came to the next meeting. That is how a dozen groups became a coalition”\n\nMarisol Trevanion',
    ]);
    const own = posts.filter(({ waveId }) => waveId === 'In our own words');
    expect(own.map(({ accountId }) => accountId)).toHaveLength(12);
    for (const { why } of plan.organizations) {
      expect(own.filter(({ parts }) => parts.map(partText).join('').startsWith(why))).toHaveLength(1);
    }
  });
});
