import { postPath, type SandboxAccount, type SandboxPost } from '../network/records.js';
import type { Thread } from '../network/timeline.js';
import { markup, type Html } from './markup.js';
import { postText } from './post-text.js';

/** Finds the account of a post, for its display name. */
export type AccountOf = (handle: string) => SandboxAccount;

/** How many parts of a thread a timeline shows before it offers the rest. */
const partsShown = 3;

/** How finely an instant is shown; the page's script shows it alike in the reader's own zone. */
export type Fineness = 'day' | 'second' | 'millisecond';

const momentFormats: Readonly<Record<Fineness, Intl.DateTimeFormat>> = {
  day: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
  second: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
  millisecond: new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZone: 'UTC',
  }),
};

/** A thread in a timeline: its first parts, joined by a line. `data-thread` lets the page replace it live. */
export function threadCard(thread: Thread, accountOf: AccountOf): Html {
  const posts = [thread.root, ...thread.replies];
  const hidden = posts.length > partsShown ? posts.length - partsShown : 0;
  const more =
    hidden === 0
      ? null
      : markup`<a class="more" href="${postPath(thread.root)}">Show the whole thread (${posts.length} posts)</a>`;
  return markup`<li class="thread" data-thread="${thread.root.id}" data-number="${thread.root.number}" data-posts="${posts.map(({ id }) => id).join(' ')}">
    ${posts.slice(0, partsShown).map((post) => postCard(post, accountOf(post.handle)))}${more}
  </li>`;
}

/** All of a thread, with the post that was asked for marked. */
export function wholeThread(thread: Thread, focusId: string, accountOf: AccountOf): Html {
  const posts = [thread.root, ...thread.replies].filter((post) => post.deletedAt === null);
  return markup`<div class="thread whole" id="followed">
    ${posts.map((post) => postCard(post, accountOf(post.handle), post.id === focusId && posts.length > 1))}
  </div>`;
}

function postCard(post: SandboxPost, account: SandboxAccount, focused = false): Html {
  return markup`<article class="post${focused ? ' focused' : ''}" id="post-${post.id}">
    ${avatar(account)}
    <div class="said">
      <header>
        <h2 class="who">
          <a href="/@${account.handle}"><bdi class="name">${account.displayName}</bdi> <span class="handle">@${account.handle}</span></a>
        </h2>
        <a class="when" href="${postPath(post)}">${moment(post.publishedAt)}</a>
      </header>
      <p class="text" dir="auto">${postText(post.text)}</p>
      ${pictures(post)}
    </div>
  </article>`;
}

function pictures(post: SandboxPost): Html | null {
  if (post.pictures.length === 0) return null;
  return markup`<div class="pictures of-${Math.min(post.pictures.length, 4)}">
    ${post.pictures.map(
      ({ id, altText }) =>
        markup`<figure><img src="/pictures/${id}" alt="${altText}" loading="lazy" decoding="async" />${altNote(altText)}</figure>`,
    )}
  </div>`;
}

/** Shows the description to those who see the picture too: who approves a post approves its words as well. */
function altNote(altText: string): Html | null {
  if (altText === '') return null;
  return markup`<details class="alt">
    <summary>Description</summary>
    <p dir="auto">${altText}</p>
  </details>`;
}

/** A circle with initials, its colour chosen by the handle so that an account always looks the same. */
export function avatar(account: SandboxAccount): Html {
  const letters = Buffer.from(account.handle);
  const tone = letters.reduce((sum, letter) => (sum * 31 + letter) % 997, 7) % 8;
  const words = account.displayName.split(/\s+/);
  const initials = words.flatMap((word) => /^[\p{L}\p{N}]/u.exec(word)?.[0].toUpperCase() ?? []).slice(0, 2);
  return markup`<span class="avatar tone-${tone}" aria-hidden="true">${initials.join('')}</span>`;
}

/** An instant in UTC. */
export function moment(at: number, fineness: Fineness = 'second'): Html {
  const instant = new Date(at).toISOString();
  return markup`<time datetime="${instant}" data-fineness="${fineness}">${momentFormats[fineness].format(at)} UTC</time>`;
}
