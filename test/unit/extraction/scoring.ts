import type { Extraction } from '../../../src/domain/extraction/index.js';
import type { AnnotatedRelease } from './corpus.js';

/** Counts of one release or of many: what is there, what was found, what was right. */
export interface Score {
  spans: number;
  foundSpans: number;
  predictedSpans: number;
  rightSpeakers: number;
  wrongSpeakers: number;
  phrasesTaken: number;
  facts: number;
  foundFacts: number;
  organizations: number;
  foundOrganizations: number;
  predictedOrganizations: number;
  /** What went wrong, for a person to read. */
  faults: string[];
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$%]+/gu, ' ')
    .trim();
const surname = (name: string | null): string =>
  words(name ?? '')
    .replace(/ jr$/u, '')
    .split(' ')
    .at(-1) ?? '';

export function score(release: AnnotatedRelease, found: Extraction): Score {
  const faults: string[] = [];
  const slice = (span: { start: number; end: number }): string => release.text.slice(span.start, span.end);
  const predicted = found.quotations.flatMap((quotation) =>
    quotation.spans.map((span) => ({ span, quotation })),
  );
  const used = new Set<(typeof predicted)[number]>();
  let right = 0;
  let wrong = 0;
  for (const gold of release.quotes) {
    const hit = predicted.find(
      (each) =>
        !used.has(each) &&
        each.span.start < gold.end &&
        each.span.end > gold.start &&
        words(slice(each.span)) === words(slice(gold)),
    );
    if (hit === undefined) {
      faults.push(`${release.name}: missed “${slice(gold).slice(0, 60)}”`);
      continue;
    }
    used.add(hit);
    const want = gold.speaker ?? gold.organization;
    const got = hit.quotation.speaker ?? (gold.speaker === null ? hit.quotation.organization : null);
    if (
      surname(want) ===
      surname(gold.speaker === null && gold.organization === null ? hit.quotation.speaker : got)
    )
      right += 1;
    else {
      if (got !== null) wrong += 1;
      faults.push(
        `${release.name}: wanted ${want}, got ${got} by ${hit.quotation.rule} for “${slice(gold).slice(0, 60)}”`,
      );
    }
  }
  const extra = predicted.filter((each) => !used.has(each));
  for (const each of extra)
    faults.push(`${release.name}: no quotation: “${slice(each.span).slice(0, 60)}” (${each.quotation.rule})`);
  const taken = extra.filter((each) =>
    release.phrases.some((phrase) => phrase.start < each.span.end && phrase.end > each.span.start),
  );
  const foundFacts = release.facts.filter((gold) =>
    found.facts.some(({ spans: [span] }) => overlap(gold, span) * 2 >= gold.end - gold.start),
  );
  for (const fact of release.facts)
    if (!foundFacts.includes(fact))
      faults.push(`${release.name}: missed the fact “${slice(fact).slice(0, 60)}”`);
  const partners = new Set(found.partners.map(words));
  const bare = (name: string): string => words(name.replace(/\s*\([^)]*\)/u, ''));
  const foundOrganizations = release.organizations.filter(
    (name) => partners.has(bare(name)) || partners.has(bare(name).replace(/^the /u, '')),
  );
  for (const name of release.organizations)
    if (!foundOrganizations.includes(name)) faults.push(`${release.name}: missed the partner “${name}”`);
  for (const name of found.partners)
    if (
      !release.organizations.some(
        (gold) => words(name) === bare(gold) || words(name) === bare(gold).replace(/^the /u, ''),
      )
    )
      faults.push(`${release.name}: no partner: “${name}”`);
  return {
    spans: release.quotes.length,
    foundSpans: used.size,
    predictedSpans: predicted.length,
    rightSpeakers: right,
    wrongSpeakers: wrong,
    phrasesTaken: taken.length,
    facts: release.facts.length,
    foundFacts: foundFacts.length,
    organizations: release.organizations.length,
    foundOrganizations: foundOrganizations.length,
    predictedOrganizations: found.partners.length,
    faults,
  };
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** The sum of many scores. */
export function total(scores: readonly Score[]): Score {
  const sum: Score = {
    spans: 0,
    foundSpans: 0,
    predictedSpans: 0,
    rightSpeakers: 0,
    wrongSpeakers: 0,
    phrasesTaken: 0,
    facts: 0,
    foundFacts: 0,
    organizations: 0,
    foundOrganizations: 0,
    predictedOrganizations: 0,
    faults: [],
  };
  for (const each of scores) {
    sum.spans += each.spans;
    sum.foundSpans += each.foundSpans;
    sum.predictedSpans += each.predictedSpans;
    sum.rightSpeakers += each.rightSpeakers;
    sum.wrongSpeakers += each.wrongSpeakers;
    sum.phrasesTaken += each.phrasesTaken;
    sum.facts += each.facts;
    sum.foundFacts += each.foundFacts;
    sum.organizations += each.organizations;
    sum.foundOrganizations += each.foundOrganizations;
    sum.predictedOrganizations += each.predictedOrganizations;
    sum.faults.push(...each.faults);
  }
  return sum;
}
