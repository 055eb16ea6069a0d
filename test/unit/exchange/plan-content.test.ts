import { describe, expect, it } from '@jest/globals';
import type { PlanCalendar } from '../../../src/domain/campaign/index.js';
import type { Segment } from '../../../src/domain/post/segment.js';
import type { SourcedStatement } from '../../../src/domain/statement/proof.js';
import { planWaves } from '../../../src/features/exchange/plan/plan-content.js';
import type { PlannedPost } from '../../../src/features/exchange/planned-posts.repository.js';

const HEARING: PlanCalendar = {
  status: 'set',
  startsAt: Date.parse('2026-03-24T14:00:00Z'),
  zone: 'America/New_York',
  launchAt: null,
  arguedAt: null,
  decidedAt: null,
};
const wave = (id: string, days: number) => ({
  id,
  name: id,
  outcome: null,
  timing: { kind: 'days' as const, days, time: '10:00' },
});
const at = (text: string) => Date.parse(text);

function post(changes: Partial<PlannedPost>): PlannedPost {
  return {
    id: 'post',
    campaignId: 'campaign',
    waveId: 'week',
    accountId: 'account',
    wave: 'Week',
    account: 'river-watch',
    network: 'bluesky',
    sends: true,
    organizationId: 'organization',
    organization: 'River Watch',
    zone: 'America/New_York',
    status: 'approved',
    revision: 1,
    parts: [{ segments: [{ kind: 'text', text: 'Words.' }], pictures: [] }],
    fingerprint: 'v1:x',
    plannedAt: at('2026-03-17T14:00:00Z'),
    timing: '7 days before, 10:00',
    reason: null,
    updatedAt: 0,
    ...changes,
  };
}

describe('the waves of a printed plan', () => {
  it('stand in the order in which they leave, those without a date last', () => {
    const waves = [
      { ...wave('decision', 0), timing: { kind: 'minutes' as const, minutes: 5, event: 'decided' as const } },
      wave('eve', -1),
      wave('week', -7),
    ];
    const shown = planWaves(waves, [post({})], HEARING, new Map());
    expect(shown.map(({ name }) => name)).toEqual(['week', 'eve', 'decision']);
    expect(shown.map(({ times }) => times?.first ?? null)).toEqual([
      at('2026-03-17T14:00:00Z'),
      at('2026-03-23T14:00:00Z'),
      null,
    ]);
  });

  it('last from their first post to their last, and leave out what was cancelled or taken down', () => {
    const posts = [
      post({ id: 'a' }),
      post({ id: 'b', plannedAt: at('2026-03-17T14:20:00Z') }),
      post({ id: 'c', status: 'cancelled', plannedAt: at('2026-03-17T18:00:00Z') }),
      post({ id: 'd', status: 'taken-down', plannedAt: at('2026-03-17T18:00:00Z') }),
    ];
    const [shown] = planWaves([wave('week', -7)], posts, HEARING, new Map());
    expect(shown?.posts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(shown?.times).toEqual({ first: at('2026-03-17T14:00:00Z'), last: at('2026-03-17T14:20:00Z') });
  });

  it('name for each quotation and figure once where it comes from', () => {
    const span = { start: 0, end: 1 };
    const kept = { releaseId: 'r', revision: 1, status: 'accepted' as const, spans: [span] as const };
    const quoted = (id: string, said: object): [string, SourcedStatement] => [
      id,
      {
        statement: {
          ...kept,
          id,
          kind: 'quotation',
          speaker: 'Ada Finch',
          role: null,
          organization: null,
          ...said,
        },
        releaseText: '',
      },
    ];
    const fact = (id: string, source: string | null): [string, SourcedStatement] => [
      id,
      { statement: { ...kept, id, kind: 'fact', figures: [], source }, releaseText: '' },
    ];
    const statements = new Map([
      quoted('q1', { role: 'director', organization: 'River Watch' }),
      quoted('q2', { role: 'director of River Watch', organization: 'River Watch' }),
      fact('f1', 'a survey'),
      fact('f2', null),
    ]);
    const said = (statementId: string, text: string): Segment => ({
      kind: 'quotation',
      statementId,
      span,
      text,
    });
    const figure = (statementId: string, text: string): Segment => ({
      kind: 'figure',
      statementId,
      span,
      text,
    });
    const segments = [
      said('q1', 'One.'),
      said('q1', 'Two.'),
      said('q2', 'Three.'),
      figure('f1', '6'),
      figure('f2', '7'),
    ];
    const [shown] = planWaves(
      [wave('week', -7)],
      [post({ parts: [{ segments, pictures: [] }] })],
      HEARING,
      statements,
    );
    expect(shown?.posts[0]?.sources).toEqual([
      { words: '“One.”', from: 'Ada Finch, director, River Watch' },
      { words: '“Three.”', from: 'Ada Finch, director of River Watch' },
      { words: '6', from: 'a survey' },
      { words: '7', from: 'the release, which names no source' },
    ]);
  });
});
