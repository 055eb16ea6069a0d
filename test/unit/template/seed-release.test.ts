import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import * as z from 'zod';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { generate } from '../../../src/domain/template/generate.js';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import { describeWithSharedReleases, sharedReleasesPath } from '../../support/suites.js';
import { waves } from './generation-materials.js';

const offsets = z.tuple([z.int(), z.int()]);
const gold = z.object({
  quotes: z.array(
    z.object({
      offsets: z.array(offsets),
      speaker: z.string(),
      role: z.string().nullable(),
      organization: z.string().nullable(),
    }),
  ),
  facts: z.array(z.object({ offsets, figures: z.array(z.string()), source: z.string().nullable() })),
  organizations: z.array(z.string()),
});

const templates = readdirSync('templates').flatMap((name) => {
  const parsed = parseTemplate(readFileSync(join('templates', name), 'utf8'), name);
  return parsed.kind === 'template' ? [parsed.template] : [];
});

function read(): { sources: SourcedStatement[]; organizations: string[] } {
  const releaseText = readFileSync(join(sharedReleasesPath, 'seed.txt'), 'utf8');
  const { quotes, facts, organizations } = gold.parse(
    JSON.parse(readFileSync(join(sharedReleasesPath, 'seed.json'), 'utf8')),
  );
  const base = { releaseId: 'seed', revision: 1, status: 'accepted' } as const;
  const span = ([start, end]: [number, number]) => ({ start, end });
  const said = quotes.map(({ offsets: spans, ...who }, index): SourcedStatement => ({
    statement: { ...base, ...who, id: `q${index}`, kind: 'quotation', spans: spans.map(span) },
    releaseText,
  }));
  const counted = facts.map(({ offsets: place, figures, source }, index): SourcedStatement => {
    const inside = figures.map((figure) => {
      const start = releaseText.indexOf(figure, place[0]);
      return { start, end: start + figure.length };
    });
    return {
      statement: { ...base, id: `f${index}`, kind: 'fact', spans: [span(place)], figures: inside, source },
      releaseText,
    };
  });
  return { sources: [...said, ...counted], organizations };
}

describeWithSharedReleases('the release that the product was made for', () => {
  it('gives its 21 partners a proved post on two networks in each of 30 waves', () => {
    const { sources, organizations } = read();
    const accounts = organizations.flatMap((organization, index) =>
      (['sandbox', 'mastodon'] as const).map((network) => ({
        id: `${index} ${network}`,
        organizationId: `${index}`,
        organization,
        network,
        blanks: {},
      })),
    );
    const campaign = {
      name: 'No Turning Back',
      link: 'https://noturningback.example',
      hashtags: ['NoTurningBack'],
      caseName: 'Noem v. Al Otro Lado',
      court: 'the Supreme Court',
      docket: null,
      hearing: null,
    };
    const generation = generate({ campaign, waves: waves(30), accounts, sources, templates, seed: 'seed' });
    const lookup = new Map(sources.map((source) => [source.statement.id, source]));
    expect(generation.empty).toEqual([]);
    expect(generation.posts).toHaveLength(1260);
    expect(generation.posts.filter(({ parts }) => prove(parts, lookup).kind === 'refuse')).toEqual([]);
    expect(new Set(generation.posts.flatMap(({ statementIds }) => statementIds)).size).toBeGreaterThanOrEqual(
      8,
    );
  });
});
