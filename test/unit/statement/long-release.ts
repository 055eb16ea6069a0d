import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import type { Part } from '../../../src/domain/post/segment.js';
import type { SourcedStatement, StatementLookup } from '../../../src/domain/statement/proof.js';
import type { Cut, Span, Statement } from '../../../src/domain/statement/statement.js';
import { generate } from '../../../src/domain/template/generate.js';
import { parseTemplate } from '../../../src/domain/template/parse-template.js';
import type { Template } from '../../../src/domain/template/template.js';

/** An invented release whose quotations are too long for one post, one of them interrupted. */
export const LONG_RELEASE = [
  '“We offered to mend the paths, to pick up the litter along the whole of the bank, and to close the gates at night. Each time the answer was a longer fence and a bigger lock, and each time more of our neighbors came to the next meeting. Dr. Hale of St. Osyth counted 1,200 of them in one evening! That is how a dozen groups became a coalition, and why none of us is going home,” said Ida Voss, ferrywoman at Lower Quay.',
  '“If the court lets this fence stand,” added Ana Lind, counsel at the Quay Law Center, “then no shore and no footpath in this state is safe. The law has said for 160 years that the banks belong to the people who use them, and nobody has shown us a reason why it should say anything else from now on.”',
].join('\n\n');

export function spanOf(words: string): Span {
  const start = LONG_RELEASE.indexOf(words);
  if (start < 0) throw new Error(`Not in the release: ${words}`);
  return { start, end: start + words.length };
}

export const VOSS = spanOf(LONG_RELEASE.slice(1, LONG_RELEASE.indexOf('” said Ida Voss')));
export const IF = spanOf('If the court lets this fence stand,');
export const THEN = spanOf(
  LONG_RELEASE.slice(LONG_RELEASE.indexOf('then no shore'), LONG_RELEASE.length - 1),
);

/** Leaves out a clause in the middle; leaves out the last two sentences. */
export const MIDDLE: Cut = [spanOf(' to pick up the litter along the whole of the bank,')];
export const TAIL: Cut = [{ start: spanOf(' Dr. Hale').start, end: VOSS.end }];
/** Leaves out the second half of an interrupted sentence; leaves out the end of the quotation that it stands in. */
const HALF: Cut = [{ start: THEN.start, end: spanOf(' The law has').start }];
const LAST_CLAUSE: Cut = [{ start: spanOf(' and nobody has shown').start, end: THEN.end }];

export function statements(agreedCuts: readonly Cut[] = [MIDDLE, TAIL]): readonly Statement[] {
  const kept = { releaseId: 'r1', revision: 1, status: 'accepted', kind: 'quotation' } as const;
  return [
    {
      ...kept,
      id: 'voss',
      spans: [VOSS],
      speaker: 'Ida Voss',
      role: 'ferrywoman',
      organization: null,
      agreedCuts,
    },
    {
      ...kept,
      id: 'lind',
      spans: [IF, THEN],
      speaker: 'Ana Lind',
      role: 'counsel',
      organization: 'Quay Law Center',
      agreedCuts: [HALF, LAST_CLAUSE],
    },
  ];
}

export function lookup(of = statements()): StatementLookup {
  return new Map(
    of.map((statement): [string, SourcedStatement] => [
      statement.id,
      { statement, releaseText: LONG_RELEASE },
    ]),
  );
}

const TEMPLATES: readonly Template[] = readdirSync('templates').map((name) => {
  const parsed = parseTemplate(readFileSync(join('templates', name), 'utf8'), name);
  if (parsed.kind === 'faults') throw new Error(JSON.stringify(parsed.faults));
  return parsed.template;
});

/** What generation makes of the release on networks of several lengths: threads, cuts and whole quotations. */
export function generatedPosts(): readonly (readonly Part[])[] {
  const networks = ['sandbox', 'bluesky', 'mastodon', 'x', 'threads', 'linkedin'] as const;
  const limits = [300, 310, 420, 640];
  const { posts } = generate({
    campaign: {
      name: 'Open Banks',
      link: 'https://banks.example',
      hashtags: ['OpenBanks'],
      caseName: 'Voss v. Hale',
      court: null,
      docket: null,
      hearing: null,
    },
    waves: ['quotation-thread', 'quotation', 'countdown'].map((name, position) => ({
      id: name,
      position,
      offset: { kind: 'days', days: -14, time: '10:00' },
      templates: [name],
    })),
    accounts: networks.flatMap((network) =>
      limits.map((textLimit) => ({
        id: `${network}-${textLimit}`,
        organizationId: `${network}-${textLimit}`,
        organization: 'River Watch',
        network,
        textLimit,
        blanks: {},
      })),
    ),
    sources: [...lookup().values()],
    templates: TEMPLATES,
    seed: 'quay',
  });
  return posts.map(({ parts }) => parts);
}
