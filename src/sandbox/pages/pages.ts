import { firstGraphemes } from '../network/graphemes.js';
import type { SandboxAccount, SandboxPost } from '../network/records.js';
import type { Thread } from '../network/timeline.js';
import { markup, type Html } from './markup.js';
import { page } from './layout.js';
import { avatar, moment, threadCard, wholeThread, type AccountOf } from './views.js';

export interface TimelineView {
  readonly threads: readonly Thread[];
  readonly accountOf: AccountOf;
  readonly revision: string;
  /** The address of older posts, if there are any. */
  readonly olderHref: string | null;
  /** Whether this page begins with the newest posts, and so follows the network. */
  readonly newest: boolean;
}

export function timelinePage(view: TimelineView): string {
  const main = markup`<h1>Timeline</h1>
    ${timeline(view, 'Posts from every account appear here the moment they are published. Leave this page open.')}`;
  return page({
    title: 'Sandbox: timeline',
    main,
    ...(view.newest ? live('/fragments/timeline', view) : {}),
  });
}

export function profilePage(account: SandboxAccount, postCount: number, view: TimelineView): string {
  const main = markup`<header class="profile">
      ${avatar(account)}
      <div>
        <h1><bdi>${account.displayName}</bdi></h1>
        <p class="handle">@${account.handle}</p>
        <p class="facts">${postCount} ${postCount === 1 ? 'post' : 'posts'} · here since ${moment(account.createdAt, 'day')}</p>
      </div>
    </header>
    ${timeline(view, `@${account.handle} has not posted yet.`)}`;
  const from = `/fragments/timeline?account=${account.handle}`;
  return page({
    title: `${account.displayName} (@${account.handle})`,
    main,
    ...(view.newest ? live(from, view) : {}),
  });
}

export function threadPage(
  thread: Thread,
  post: SandboxPost,
  accountOf: AccountOf,
  revision: string,
): string {
  const { root } = thread;
  const heading = thread.replies.length > 0 ? 'Thread' : 'Post';
  const main = markup`<p class="back"><a href="/">Timeline</a></p>
    <h1>${heading}</h1>
    ${wholeThread(thread, post.id, accountOf)}
    <p class="facts">Published ${moment(post.publishedAt, 'millisecond')}</p>`;
  const title = `${accountOf(post.handle).displayName}: ${firstGraphemes(post.text, 60)}`;
  return page({ title, main, liveFrom: `/fragments/thread/${root.id}?focus=${post.id}`, revision });
}

export function missingPage(heading: string, sentence: string): string {
  const main = markup`<h1>${heading}</h1>
    <p class="empty">${sentence} <a href="/">Back to the timeline</a></p>`;
  return page({ title: `Sandbox: ${heading}`, main });
}

/**
 * The list of a timeline alone. `data-oldest` is the number that it reaches back to: the page that follows it
 * drops posts which are missing above that number, and keeps the older ones it already shows.
 */
export function timelineList({ threads, accountOf, olderHref }: TimelineList): Html {
  const oldest = olderHref === null ? 0 : (threads.at(-1)?.root.number ?? 0);
  const cards = threads.map((thread) => threadCard(thread, accountOf));
  return markup`<ol class="timeline" id="followed" data-oldest="${oldest}">${cards}</ol>`;
}

type TimelineList = Pick<TimelineView, 'threads' | 'accountOf' | 'olderHref'>;

function timeline(view: TimelineView, emptySentence: string): Html {
  const empty = markup`<p class="empty" id="empty">Nothing has been posted yet. ${emptySentence}</p>`;
  const older =
    view.olderHref === null ? null : markup`<p class="older"><a href="${view.olderHref}">Older posts</a></p>`;
  return markup`${view.threads.length === 0 ? empty : null}${timelineList(view)}${older}`;
}

function live(
  from: string,
  { revision }: TimelineView,
): { readonly liveFrom: string; readonly revision: string } {
  return { liveFrom: from, revision };
}
