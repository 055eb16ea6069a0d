/** Follows the network: puts new posts on the page without reloading it, unless the reader has paused that. */
const { live: source, revision } = document.body.dataset;
const status = document.getElementById('live-status');
const liveSwitch = document.getElementById('live-switch');

let shown = revision;
let latest = revision;
let following = true;
let connected = true;
let fetching = false;

showLocalTimes(document);
if (source !== undefined) follow();

function follow() {
  const events = new EventSource('/live');
  events.addEventListener('message', ({ data }) => {
    latest = data;
    void update();
  });
  events.addEventListener('open', () => {
    if (!connected) status.textContent = 'The network is back';
    connected = true;
    showState();
  });
  // The event source tries again by itself; until then nothing new is heard, and the page must not say it is.
  events.addEventListener('error', () => {
    if (connected) status.textContent = 'The network does not answer; trying again';
    connected = false;
    showState();
  });
  liveSwitch.hidden = false;
  liveSwitch.addEventListener('click', () => {
    following = !following;
    showState();
    void update();
  });
}

function showState() {
  liveSwitch.setAttribute('aria-pressed', String(following));
  liveSwitch.dataset.connected = String(connected);
  const state = connected ? 'Live' : 'Reconnecting…';
  liveSwitch.querySelector('.label').textContent = following ? state : 'Paused';
}

/** One fetch at a time: what changes meanwhile is fetched by the next. */
async function update() {
  if (!following || fetching || shown === latest) return;
  fetching = true;
  try {
    const wanted = latest;
    const answer = await fetch(source);
    if (!answer.ok) return;
    const fragment = new DOMParser().parseFromString(await answer.text(), 'text/html');
    shown = wanted;
    show(fragment.getElementById('followed'));
  } catch (error) {
    // The network is restarting: the event source connects again, and its first event leads here again.
    if (!(error instanceof TypeError)) throw error;
  } finally {
    fetching = false;
  }
  if (shown !== latest) await update();
}

function show(fresh) {
  const followed = document.getElementById('followed');
  const before = followed.querySelectorAll('.post').length;
  showLocalTimes(fresh);
  if (fresh.dataset.oldest === undefined) followed.replaceChildren(...fresh.children);
  else mergeTimeline(followed, fresh);
  document.getElementById('empty')?.remove();
  const added = followed.querySelectorAll('.post').length - before;
  if (added > 0) status.textContent = added === 1 ? 'One new post' : `${added} new posts`;
}

/** Brings the list to what the network shows, newest first, touching only threads that differ. */
function mergeTimeline(followed, fresh) {
  const missing = new Map([...followed.children].map((thread) => [thread.dataset.thread, thread]));
  for (const thread of Array.from(fresh.children)) {
    const present = missing.get(thread.dataset.thread);
    missing.delete(thread.dataset.thread);
    if (present === undefined) {
      thread.classList.add('new');
      followed.insertBefore(thread, firstOlder(followed, thread));
    } else if (present.dataset.posts !== thread.dataset.posts) {
      present.replaceWith(thread);
    }
  }
  for (const thread of missing.values()) {
    if (numberOf(thread) >= Number(fresh.dataset.oldest)) thread.remove();
  }
}

function firstOlder(followed, thread) {
  return [...followed.children].find((other) => numberOf(other) < numberOf(thread)) ?? null;
}

function numberOf(thread) {
  return Number(thread.dataset.number);
}

/** Shows instants in the reader's own zone and words, as finely as the network does. */
function showLocalTimes(root) {
  const formats = {
    day: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }),
    second: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }),
    millisecond: new Intl.DateTimeFormat(undefined, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    }),
  };
  for (const time of root.querySelectorAll('time')) {
    time.title = time.dateTime;
    time.textContent = formats[time.dataset.fineness].format(new Date(time.dateTime));
  }
}
