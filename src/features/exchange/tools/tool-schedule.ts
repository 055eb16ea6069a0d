import { type Approval, covers } from '../../../domain/approval/index.js';
import { partText } from '../../../domain/post/segment.js';
import { isFormula } from '../../../infrastructure/csv/index.js';
import { instantInWords } from '../../../infrastructure/html/index.js';
import { fileNameOf } from '../file-answer.js';
import { clockAt } from '../local-time.js';
import type { PlannedPost } from '../planned-posts.repository.js';
import type { ToolForm } from './posting-tool.js';

/** An approved post with all that may keep it back. */
export interface ToolPost extends PlannedPost {
  readonly approval: Approval | null;
  readonly paused: boolean;
  readonly lacksConsent: boolean;
  readonly embargoUntil: number | null;
}

export interface Placed {
  readonly post: ToolPost;
  readonly file: string;
  /** Counted from 1, a header included. */
  readonly row: number;
  readonly at: number;
  readonly cells: readonly string[];
}

export interface LeftOut {
  readonly post: ToolPost;
  readonly reason: string;
}

/** Nobody uploads a file faster, and Hootsuite takes nothing sooner. */
const SOONEST_MS = 600_000;

/**
 * Puts approved posts into a tool's files, one after the other for each account, and says of each that a file cannot
 * hold why. Times that the tool cannot hold become the next that it can, never an earlier one: an embargo ends on
 * time, and a wave does not begin before its instant. A text is never changed.
 */
export function toolSchedule(
  posts: readonly ToolPost[],
  tool: ToolForm,
  { name, zone, now }: { readonly name: string; readonly zone: string; readonly now: number },
): { readonly placed: readonly Placed[]; readonly leftOut: readonly LeftOut[] } {
  const placed: Placed[] = [];
  const leftOut: LeftOut[] = [];
  const counts = new Map<string, number>();
  for (const post of posts) {
    const at = post.plannedAt === null ? null : Math.ceil(post.plannedAt / tool.stepMs) * tool.stepMs;
    const reason = objectTo(post, at, tool, zone, now);
    if (at === null || reason !== null) {
      leftOut.push({ post, reason: reason ?? '' });
      continue;
    }
    const index = counts.get(post.accountId) ?? 0;
    counts.set(post.accountId, index + 1);
    const [text = ''] = post.parts.map(partText);
    placed.push({
      post,
      file: fileFor(post, name, Math.floor(index / tool.rowsPerFile)),
      row: (index % tool.rowsPerFile) + (tool.header === null ? 1 : 2),
      at,
      cells: tool.row(text, clockAt(at, zone)),
    });
  }
  return { placed, leftOut };
}

function fileFor({ network, account }: ToolPost, tool: string, number: number): string {
  const more = number === 0 ? '' : `-${number + 1}`;
  return `${tool}-${fileNameOf(network)}-${fileNameOf(account)}${more}.csv`;
}

function objectTo(
  post: ToolPost,
  at: number | null,
  tool: ToolForm,
  zone: string,
  now: number,
): string | null {
  if (at === null) return 'It waits for the date of the hearing: export again when there is one.';
  return objectToPost(post, tool) ?? objectToTime(post, at, tool, zone, now);
}

function objectToPost(
  { account, parts, sends, paused, lacksConsent }: ToolPost,
  { title }: ToolForm,
): string | null {
  if (sends) {
    return `Chorus sends it itself from @${account}, and it would go out twice: disconnect the account from Chorus first.`;
  }
  if (paused) return 'It is paused: nothing goes out until somebody resumes it.';
  if (lacksConsent) return 'The speaker’s organization has not consented to a quotation in it.';
  if (parts.length > 1) {
    return `It is a thread of ${parts.length} parts, and ${title} imports single posts: enter it there by hand.`;
  }
  if (parts.some(({ pictures }) => pictures.length > 0)) {
    return `It has pictures, which ${title} wants at addresses of their own: enter it there by hand.`;
  }
  const text = parts.map(partText).join('');
  if (isFormula(text)) {
    return `It begins with “${text.slice(0, 1)}”, which a spreadsheet program takes for a formula: enter it by hand.`;
  }
  return null;
}

function objectToTime(
  { approval, fingerprint, timing, embargoUntil }: ToolPost,
  at: number,
  { stepMs, title }: ToolForm,
  zone: string,
  now: number,
): string | null {
  if (at < now + SOONEST_MS) return 'Its time has passed, or is less than ten minutes away.';
  if (embargoUntil !== null && at < embargoUntil) {
    return `A release that it is made of is under embargo until ${instantInWords(embargoUntil, zone)}.`;
  }
  if (approval === null || !covers(approval, { fingerprint, plannedAt: at, timing })) {
    return `${title} takes times of every ${stepMs / 60_000} minutes, and its approval allows none of them: approve it with more leeway, or enter it by hand.`;
  }
  if (happensTwice(at, zone)) {
    return 'The clocks go back that night, and its time happens twice: enter it by hand.';
  }
  return null;
}

/** Whether the clocks of the zone show this time twice, so that a file cannot say which is meant. */
function happensTwice(at: number, zone: string): boolean {
  const local = clockAt(at, zone);
  const [earlier, later] = (['earlier', 'later'] as const).map(
    (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return earlier !== later;
}
