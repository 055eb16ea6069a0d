import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText } from '../../../src/features/exchange/calendars/calendar.js';
import type { HearingDate } from '../../../src/features/exchange/calendars/hearing-dates.repository.js';
import type { PlannedPost } from '../../../src/features/exchange/planned-posts.repository.js';

const HEARING: HearingDate = {
  campaignId: '00000000-0000-4000-8000-000000000001',
  campaign: 'Keep the River Open',
  caseName: null,
  court: 'the Supreme Court of Wexmoor',
  docket: '27-114',
  link: 'https://example.org/a,b;c',
  status: 'set',
  startsAt: Date.parse('2027-03-01T15:00:00Z'),
  zone: 'America/New_York',
  revision: 3,
  changedAt: Date.parse('2027-01-01T00:00:00Z'),
  lastStartsAt: null,
};

const POST: PlannedPost = {
  id: '00000000-0000-4000-8000-000000000002',
  campaignId: HEARING.campaignId,
  waveId: '00000000-0000-4000-8000-000000000003',
  accountId: '00000000-0000-4000-8000-000000000004',
  wave: 'Two weeks to go',
  account: 'river-watch',
  network: 'bluesky',
  sends: true,
  organizationId: '00000000-0000-4000-8000-000000000005',
  organization: 'River Watch',
  zone: 'America/New_York',
  status: 'approved',
  revision: 2,
  parts: [{ segments: [{ kind: 'text', text: 'Words.' }], pictures: [] }],
  fingerprint: 'v1:x',
  plannedAt: Date.parse('2027-02-15T15:00:30Z'),
  timing: '14 days before, 10:00',
  reason: null,
  updatedAt: Date.parse('2027-01-02T00:00:00Z'),
};

function lines(text: string): readonly string[] {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  return text.split('\r\n');
}

function parsed(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

const content = (changes: Partial<Parameters<typeof calendarText>[0]>) =>
  calendarText({ name: 'Plan', hearings: [], posts: [], withTexts: true, ...changes });

describe('a calendar', () => {
  it('gives every text back as it was, in lines of at most 75 bytes', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((text) => {
      // Names and texts hold no control characters; ical.js reads what is left of spaces at the ends.
      return `x${text.replace(/(?!\n)\p{Cc}/gu, '')}x`;
    });
    fc.assert(
      fc.property(words, words, (name, text) => {
        const organization = name.replaceAll('\n', ' ');
        const part = { segments: [{ kind: 'text' as const, text }], pictures: [] };
        const written = content({ posts: [{ ...POST, organization, parts: [part] }] });
        for (const line of lines(written)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = parsed(written);
        expect(event?.summary).toBe(`${organization} · Bluesky · Two weeks to go`);
        expect(event?.description.endsWith(`\n\n${text}`)).toBe(true);
      }),
    );
  });

  it('says the instant of a post in UTC to the second, and numbers the parts of a thread', () => {
    const part = (text: string) => ({ segments: [{ kind: 'text' as const, text }], pictures: [] });
    const written = content({ posts: [{ ...POST, parts: [part('One.'), part('Two.')] }] });
    expect(written).toContain('\r\nDTSTART:20270215T150030Z\r\n');
    expect(parsed(written)[0]?.description).toBe(
      'Status: approved\n@river-watch, 2027-02-15 10:00:30 (America/New_York)\n\n1 of 2:\nOne.\n\n2 of 2:\nTwo.',
    );
  });

  it('tells of a hearing what a person needs who goes there', () => {
    const [event] = parsed(content({ hearings: [HEARING] }));
    expect(event?.summary).toBe('Hearing: Keep the River Open');
    expect(event?.location).toBe('the Supreme Court of Wexmoor');
    expect(event?.description.split('\n')).toEqual([
      'The hearing is set for Monday, March 1, 2027, at 10:00 AM EST.',
      'Keep the River Open',
      'Docket 27-114',
      'https://example.org/a,b;c',
    ]);
  });

  it.each([
    ['cancelled', null, 'Hearing: Keep the River Open (cancelled)', 'The hearing is cancelled.'],
    ['argued', HEARING.startsAt, 'Hearing: Keep the River Open (argued)', 'The case was argued on Monday'],
    [
      'decided',
      HEARING.startsAt,
      'Hearing: Keep the River Open (decided)',
      'The case is decided; it was argued',
    ],
    ['moved', HEARING.startsAt, 'Hearing: Keep the River Open (moved)', 'The hearing was moved, and is set'],
  ] as const)('tells that a hearing is %s', (status, startsAt, summary, sentence) => {
    const hearing = { ...HEARING, status, startsAt, lastStartsAt: HEARING.startsAt };
    const [event] = parsed(content({ hearings: [hearing] }));
    expect(event?.summary).toBe(summary);
    expect(event?.description.startsWith(sentence)).toBe(true);
  });

  it('has no event for a hearing that never had a date, and says so in its description', () => {
    const written = content({ hearings: [{ ...HEARING, status: 'unannounced', startsAt: null }] });
    expect(parsed(written)).toEqual([]);
    expect(written).toContain('X-WR-CALDESC:No date is announced for the hearing.');
  });

  it.each(['cancelled', 'declined', 'taken-down'] as const)('leaves out what is %s', (status) => {
    expect(parsed(content({ posts: [{ ...POST, status }] }))).toEqual([]);
  });
});
