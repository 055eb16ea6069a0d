import ical, { type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { isNetwork, NETWORK_RULES } from '../../../domain/network/network.js';
import { partText } from '../../../domain/post/segment.js';
import type { PostStatus } from '../../../domain/post/status.js';
import { hearingSentence } from '../hearing-sentence.js';
import { localTime } from '../local-time.js';
import type { PlannedPost } from '../planned-posts.repository.js';
import { SETTLED } from '../post-standing.js';
import { unixText } from '../unix-text.js';
import type { HearingDate } from './hearing-dates.repository.js';

/** Calendar programs ask again after this time, where they let a calendar say so. */
const ASK_AGAIN_S = 3_600;

export interface CalendarContent {
  readonly name: string;
  readonly hearings: readonly HearingDate[];
  readonly posts: readonly PlannedPost[];
  /** Only in a feed of the organization whose posts they are. */
  readonly withTexts: boolean;
}

/** Posts that will not appear any more are left out, as a calendar leaves out what was struck from it. */
const STRUCK: readonly PostStatus[] = ['cancelled', 'declined', 'taken-down'];
/**
 * An iCalendar (RFC 5545) of the hearing and of each planned post at its instant in UTC. The ids of its events never
 * change, and each change raises their sequence, so that calendar programs move what they show.
 */
export function calendarText({ name, hearings, posts, withTexts }: CalendarContent): string {
  const calendar = ical({
    name,
    description: hearings.map(hearingSentence).join('\n'),
    prodId: { company: 'Chorus', product: 'Plan', language: 'EN' },
    ttl: ASK_AGAIN_S,
  });
  for (const event of hearings.flatMap(hearingEvent)) calendar.createEvent(event);
  for (const post of posts) {
    if (post.plannedAt !== null && !STRUCK.includes(post.status)) {
      calendar.createEvent(postEvent(post, post.plannedAt, withTexts));
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** A hearing that lost its date stands cancelled at the last one that it had; one that never had a date is no event. */
function hearingEvent(hearing: HearingDate): ICalEventData[] {
  const { caseName, campaign, court, docket, link, startsAt, lastStartsAt, status } = hearing;
  const at = startsAt ?? lastStartsAt;
  if (at === null) return [];
  const off = startsAt === null;
  const state = status === 'set' ? '' : ` (${off && status === 'unannounced' ? 'no date now' : status})`;
  return [
    {
      id: `hearing-${hearing.campaignId}`,
      sequence: hearing.revision - 1,
      stamp: new Date(hearing.changedAt),
      lastModified: new Date(hearing.changedAt),
      start: new Date(at),
      summary: `Hearing: ${caseName ?? campaign}${state}`,
      location: court,
      description: linesOf([
        hearingSentence(hearing),
        campaign,
        docket === null ? null : `Docket ${docket}`,
        link,
      ]),
      status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    },
  ];
}

function postEvent(post: PlannedPost, plannedAt: number, withText: boolean): ICalEventData {
  const network = isNetwork(post.network) ? NETWORK_RULES[post.network].title : post.network;
  return {
    id: post.id,
    sequence: post.revision - 1,
    stamp: new Date(post.updatedAt),
    lastModified: new Date(post.updatedAt),
    start: new Date(plannedAt),
    summary: `${post.organization} · ${network} · ${post.wave}`,
    description: linesOf([
      `Status: ${post.status}`,
      `@${post.account}, ${localTime(plannedAt, post.zone)} (${post.zone})`,
      ...(withText ? ['', textOf(post)] : []),
    ]),
    status: SETTLED.includes(post.status) ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

function textOf({ parts }: PlannedPost): string {
  const texts = parts.map((part) => unixText(partText(part)));
  if (texts.length === 1) return texts.join('');
  return texts.map((text, index) => `${index + 1} of ${texts.length}:\n${text}`).join('\n\n');
}

function linesOf(lines: readonly (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}
