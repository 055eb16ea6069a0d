import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { extract } from '../../../src/domain/extraction/index.js';
import { describeWithSharedReleases, sharedReleasesPath } from '../../support/suites.js';
import { invented, type AnnotatedRelease } from './corpus.js';
import { score, total, type Score } from './scoring.js';

interface Gold {
  readonly quotes: readonly {
    readonly offsets: readonly (readonly [number, number])[];
    readonly speaker: string | null;
    readonly organization: string | null;
    readonly organizationSpeaks?: boolean;
  }[];
  readonly facts: readonly { readonly offsets: readonly [number, number]; readonly core: boolean }[];
  readonly organizations: readonly string[];
  readonly nonQuotes: readonly string[];
}

describe('invented releases of many styles', () => {
  it.each(invented().map((release) => [release.name, release] as const))(
    '%s: every quotation, speaker, fact and partner is found, and no other',
    (_name, release) => {
      expect(score(release, extract(release.text)).faults).toEqual([]);
    },
  );
});

describeWithSharedReleases('the real releases in ../shared/releases', () => {
  const releases = realReleases();
  const sum = total(releases.map((release) => score(release, extract(release.text))));

  it('spans: precision at least 0.98, recall at least 0.97, no scare quote', () => {
    expect(sum.foundSpans / sum.predictedSpans).toBeGreaterThanOrEqual(0.98);
    expect(sum.foundSpans / sum.spans).toBeGreaterThanOrEqual(0.97);
    expect(sum.phrasesTaken).toBe(0);
  });

  it('speakers: at least 0.98 of those named right, and 0.92 of all spans', () => {
    expect(sum.rightSpeakers / (sum.rightSpeakers + sum.wrongSpeakers)).toBeGreaterThanOrEqual(0.98);
    expect(sum.rightSpeakers / sum.spans).toBeGreaterThanOrEqual(0.92);
  });

  it('core facts: recall at least 0.90', () => {
    expect(sum.foundFacts / sum.facts).toBeGreaterThanOrEqual(0.9);
  });

  it('partners: recall at least 0.90, precision at least 0.85', () => {
    expect(sum.foundOrganizations / sum.organizations).toBeGreaterThanOrEqual(0.9);
    expect(sum.foundOrganizations / sum.predictedOrganizations).toBeGreaterThanOrEqual(0.85);
  });

  it('seed: exactly the 8 spans of 4 speakers, all 5 core facts and the 21 partners', () => {
    const seed = releases.find((release) => release.name === 'seed') as AnnotatedRelease;
    const found = extract(seed.text);
    const result: Score = score(seed, found);
    expect(result.faults).toEqual([]);
    expect(found.quotations.flatMap((quotation) => quotation.spans)).toHaveLength(8);
    expect(found.quotations.map((quotation) => quotation.speaker)).toEqual([
      'Nicole Elizabeth Ramos',
      'Angelo Guisado',
      'Melissa Crow',
      'Sarah Rich',
    ]);
    expect(found.partners).toHaveLength(21);
    expect(result.foundFacts).toBe(5);
  });
});

function realReleases(): AnnotatedRelease[] {
  return readdirSync(sharedReleasesPath)
    .filter((file) => /^(?:\d\d|seed)\.json$/u.test(file))
    .map((file) => realRelease(file.slice(0, -'.json'.length)));
}

function realRelease(name: string): AnnotatedRelease {
  const text = readFileSync(join(sharedReleasesPath, `${name}.txt`), 'utf8');
  const gold = JSON.parse(readFileSync(join(sharedReleasesPath, `${name}.json`), 'utf8')) as Gold;
  return {
    name,
    text,
    quotes: gold.quotes.flatMap(({ offsets, speaker, organization, organizationSpeaks }) =>
      offsets.map(([start, end]) => ({
        start,
        end,
        speaker,
        organization: organizationSpeaks === true ? organization : null,
      })),
    ),
    facts: gold.facts.filter(({ core }) => core).map(({ offsets: [start, end] }) => ({ start, end })),
    organizations: gold.organizations,
    phrases: gold.nonQuotes.flatMap((phrase) => occurrences(text, phrase)),
  };
}

/** Where a phrase stands between quotation marks. */
function occurrences(text: string, phrase: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (/["“”‘’']/u.test(text[at - 1] ?? '')) found.push({ start: at, end: at + phrase.length });
  return found;
}
