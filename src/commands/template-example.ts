import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { extract } from '../domain/extraction/index.js';
import type { SourcedStatement } from '../domain/statement/proof.js';
import { passages } from '../domain/statement/shown-span.js';
import type { FillContext } from '../domain/template/context.js';

const FOLDER = resolve(import.meta.dirname, '../../examples');
const DAYS_BEFORE = 10;

const example = z.object({
  campaign: z.object({
    name: z.string(),
    link: z.string(),
    hashtags: z.array(z.string()),
    caseName: z.string(),
    court: z.string(),
    docket: z.string(),
  }),
  release: z.object({ file: z.string() }),
  organizations: z.array(z.object({ name: z.string() })).min(1),
});

/** What a preview fills templates from: each passage and each fact of the example release, by turns of its partners. */
export async function exampleContexts(): Promise<readonly FillContext[]> {
  const { campaign, organizations, release } = example.parse(
    JSON.parse(await readFile(join(FOLDER, 'campaign.json'), 'utf8')),
  );
  const sources = statementsOf(await readFile(join(FOLDER, release.file), 'utf8'));
  return sources.map(({ source, passage }, index) => ({
    network: 'sandbox',
    campaign: { ...campaign, hearing: { date: 'Tuesday, March 24', time: '10 a.m.' } },
    daysBefore: DAYS_BEFORE,
    organization: organizations[index % organizations.length]?.name ?? '',
    blanks: {},
    source,
    passage,
  }));
}

interface Showing {
  readonly source: SourcedStatement;
  readonly passage: number;
}

/** The findings of a release as if a person had accepted each that names a speaker or a figure. */
function statementsOf(releaseText: string): readonly Showing[] {
  const { quotations, facts } = extract(releaseText);
  return [...quotations, ...facts].flatMap((finding, index): readonly Showing[] => {
    if (finding.kind === 'quotation' && finding.speaker === null) return [];
    const accepted = { releaseId: 'example', revision: 1, status: 'accepted' } as const;
    const source = { statement: { ...accepted, ...finding, id: `example-${index}` }, releaseText };
    if (finding.kind === 'fact') return [{ source, passage: 0 }];
    return passages(finding, releaseText).map((_, passage) => ({ source, passage }));
  });
}
