import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { partText } from '../../../src/domain/post/segment.js';
import { prove } from '../../../src/domain/statement/prove.js';
import { generate } from '../../../src/domain/template/generate.js';
import type { GeneratedPost, GenerationInput } from '../../../src/domain/template/generation.js';
import { accounts, input, sources, TEMPLATES, waves } from './generation-materials.js';
import { context, template } from './materials.js';

function subjectOf(post: GeneratedPost): string {
  return post.statementIds.join() || post.templateName;
}

/** What partners on one network say more than once in one wave: `wave network template statement`. */
function saidTwice(
  { posts }: { readonly posts: readonly GeneratedPost[] },
  { accounts: all }: GenerationInput,
): string[] {
  const networks = new Map(all.map(({ id, network }) => [id, network]));
  const said = posts.map((post) =>
    [post.waveId, networks.get(post.accountId), post.templateName, subjectOf(post)].join(' '),
  );
  return said.filter((one, index) => said.indexOf(one) !== index);
}

/** What an organization speaks of in two waves running: `organization subject wave`. */
function repeated({ posts }: { readonly posts: readonly GeneratedPost[] }, from: GenerationInput): string[] {
  const organizations = new Map(from.accounts.map(({ id, organizationId }) => [id, organizationId]));
  const order = from.waves.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
  const said = new Set(
    posts.map(
      (post) => `${organizations.get(post.accountId)} ${subjectOf(post)} ${order.indexOf(post.waveId)}`,
    ),
  );
  return [...said].filter((one) => said.has(one.replace(/\d+$/u, (wave) => String(Number(wave) - 1))));
}

describe('generation', () => {
  it('makes one post for each account and wave', () => {
    const from = input();
    const { posts, empty } = generate(from);
    expect(empty).toEqual([]);
    expect(new Set(posts.map(({ waveId, accountId }) => `${waveId} ${accountId}`)).size).toBe(60);
    expect(posts).toHaveLength(60);
  });

  it('gives the same posts for the same input, byte for byte, whatever the order of its lists', () => {
    const from = input();
    const first = JSON.stringify(generate(from));
    expect(JSON.stringify(generate(from))).toBe(first);
    const turned = {
      ...from,
      waves: from.waves.toReversed(),
      accounts: from.accounts.toReversed(),
      sources: from.sources.toReversed(),
      templates: from.templates.toReversed(),
    };
    expect(JSON.stringify(generate(turned))).toBe(first);
    expect(JSON.stringify(generate({ ...from, seed: 'lake' }))).not.toBe(first);
  });

  it('makes only posts that prove', () => {
    const from = input();
    const lookup = new Map(from.sources.map((source) => [source.statement.id, source]));
    const proofs = generate(from).posts.map(({ parts }) => prove(parts, lookup).kind);
    expect(new Set(proofs)).toEqual(new Set(['proved']));
  });

  it('lets no two partners on a network say the same in a wave, and no organization repeat itself, while there are alternatives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.string(),
        (partners, quotations, facts, seed) => {
          const from = input({
            accounts: accounts(partners),
            sources: sources(quotations, facts),
            waves: waves(5),
            seed,
          });
          const generation = generate(from);
          const pairs = 2 * quotations + facts + 1;
          const subjects = quotations + facts + 1;
          expect(generation.empty).toEqual([]);
          // An organization's two accounts take at most two subjects, of at most two pairs each, out of play.
          if (pairs - 4 >= partners) expect(saidTwice(generation, from)).toEqual([]);
          if (subjects - 2 >= partners) expect(repeated(generation, from)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('uses the last free alternative by letting others move on', () => {
    const from = input({
      accounts: accounts(4, ['sandbox']),
      sources: sources(4, 0),
      templates: TEMPLATES.filter(({ name }) => name === 'quotation'),
      waves: waves(12),
    });
    const generation = generate(from);
    expect(saidTwice(generation, from)).toEqual([]);
    expect(repeated(generation, from)).toEqual([]);
  });

  it('shares statements evenly where there are fewer than partners', () => {
    const from = input({
      accounts: accounts(9, ['sandbox']),
      sources: sources(3, 0),
      templates: TEMPLATES.filter(({ name }) => name === 'quotation'),
      waves: waves(4),
    });
    const generation = generate(from);
    for (const wave of from.waves) {
      const said = generation.posts.filter(({ waveId }) => waveId === wave.id).map(subjectOf);
      expect(['q0', 'q1', 'q2'].map((id) => said.filter((one) => one === id).length)).toEqual([3, 3, 3]);
    }
    expect(repeated(generation, from)).toEqual([]);
  });

  it('brings every statement of its kind before one comes again', () => {
    const from = input({
      accounts: accounts(1, ['sandbox']),
      sources: sources(6, 0),
      waves: waves(6, ['quotation']),
    });
    expect(new Set(generate(from).posts.map(subjectOf)).size).toBe(6);
  });

  it('lets an organization begin with its own people', () => {
    const from = input({
      accounts: accounts(4, ['sandbox']),
      waves: waves(1, ['quotation']),
      sources: sources(12, 0),
    });
    const own = generate(from).posts.map(({ statementIds }) => Number(statementIds[0]?.slice(1)) % 4);
    expect(own).toEqual([0, 1, 2, 3]);
  });

  it('lets templates take turns', () => {
    const from = input({
      accounts: accounts(1, ['sandbox']),
      waves: waves(8, ['fact', 'own-voice', 'countdown']),
    });
    const names = generate(from).posts.map(({ templateName }) => templateName);
    expect(
      ['fact', 'own-voice', 'countdown'].every((name) => names.filter((one) => one === name).length >= 2),
    ).toBe(true);
  });

  it('takes what fits in place of what does not', () => {
    const long = sources(4, 0, 290);
    const short = sources(1, 0, 40).map((source) => ({
      ...source,
      statement: { ...source.statement, id: 'short' },
    }));
    const from = input({
      accounts: accounts(3, ['sandbox']),
      waves: waves(3, ['quotation']),
      sources: [...long, ...short],
    });
    const generation = generate(from);
    expect(generation.empty).toEqual([]);
    expect(new Set(generation.posts.map(subjectOf))).toEqual(new Set(['short']));
  });

  it('uses accepted statements only', () => {
    const rejected = sources(3, 0).map(({ statement, releaseText }) => ({
      releaseText,
      statement: { ...statement, status: 'rejected' as const },
    }));
    const generation = generate(input({ sources: rejected, waves: waves(1, ['quotation']) }));
    expect(generation.posts).toEqual([]);
    expect(generation.empty[0]?.needs).toBe('an accepted quotation');
  });

  it('keeps the text when only the date moves, unless the text names it, and says which do', () => {
    const from = input({
      waves: [
        ...waves(3),
        {
          id: 'z',
          position: 9,
          offset: { kind: 'days', days: 0, time: '08:00' },
          templates: ['hearing-day'],
        },
      ],
    });
    const moved = {
      ...from,
      campaign: { ...from.campaign, hearing: { date: 'Friday, May 8', time: '9 a.m.' } },
    };
    const [before, after] = [generate(from).posts, generate(moved).posts];
    const changed = before.filter((post, index) => JSON.stringify(post) !== JSON.stringify(after[index]));
    expect(changed.map(({ waveId }) => waveId)).toEqual(from.accounts.map(() => 'z'));
    expect(before.filter(({ dependsOnDate }) => dependsOnDate)).toEqual(changed);
    expect(partText(after.at(-1)?.parts[0] ?? { segments: [], pictures: [] })).toBe(
      'Today is Friday, May 8, and we are there.',
    );
  });
});

describe('a countdown', () => {
  it.each([
    ['countdown', ['In 21 days.', 'In 14 days.']],
    ['countdown_in_weeks', ['In three weeks.', 'In two weeks.']],
    ['days_to_hearing', ['21.', '14.']],
  ])('by %s is of each wave’s own day', (variable, texts) => {
    const { posts } = generate(
      input({
        accounts: accounts(1, ['sandbox']),
        templates: [template(`{{ ${variable} | capitalize }}.`)],
        waves: [-21, -14].map((days, position) => ({
          id: `w${position}`,
          position,
          offset: { kind: 'days', days, time: '10:00' },
          templates: 'any',
        })),
      }),
    );
    expect(posts.flatMap(({ parts }) => parts.map(partText))).toEqual(texts);
  });
});

describe('a template that is only for waves that name it', () => {
  const templates = [...TEMPLATES, template('We won.', { name: 'won', by_name: 'true' })];

  it('is left out where a wave takes any, and used where it is named', () => {
    const any = generate(input({ templates, waves: waves(6) }));
    expect(any.posts.filter(({ templateName }) => templateName === 'won')).toEqual([]);
    const named = generate(input({ templates, waves: waves(2, ['won']) }));
    expect(new Set(named.posts.map(({ templateName }) => templateName))).toEqual(new Set(['won']));
  });
});

describe('an account with nothing to say', () => {
  const needs = (changes: Partial<GenerationInput>) => {
    const { posts, empty } = generate(input({ accounts: accounts(1, ['sandbox']), ...changes }));
    expect(posts).toEqual([]);
    return empty[0]?.needs;
  };

  it('is told what it needs, in words', () => {
    expect(needs({ waves: waves(1, ['quotation', 'fact']), sources: [] })).toBe(
      'an accepted quotation or fact',
    );
    expect(needs({ waves: waves(1, ['quotation']), sources: sources(2, 0, 290) })).toBe(
      'a quotation of at most 274 characters',
    );
    expect(needs({ waves: waves(1, ['missing', 'gone']) })).toBe('a template named missing or gone');
    expect(needs({ waves: waves(1), templates: [] })).toBe('a template');
    expect(needs({ waves: waves(2, ['hearing-day']).slice(0, 1) })).toBe(
      'a template for 2 days before the hearing',
    );
    expect(
      needs({
        waves: [
          { id: 'w', position: 0, offset: { kind: 'minutes', minutes: -30 }, templates: ['hearing-day'] },
        ],
      }),
    ).toBe('a template for any day, since this wave is not bound to a day');
    expect(needs({ templates: [template('Hello', { networks: '[x]' })] })).toBe('a template for Sandbox');
    expect(needs({ templates: [template('x'.repeat(301))] })).toBe('a shorter template');
    expect(needs({ templates: [template('{{ why }}', { blanks: '[{ name: why, asks: Why? }]' })] })).toBe(
      'own words: why (Why?)',
    );
    expect(
      needs({ templates: [template('{{ docket }}')], campaign: { ...context(null).campaign, docket: null } }),
    ).toMatch(/^something else to say: \{\{ docket \}\} has no value here/u);
  });
});
