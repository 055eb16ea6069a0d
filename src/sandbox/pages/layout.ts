import { markup, type Html } from './markup.js';

export interface PageParts {
  readonly title: string;
  readonly main: Html;
  /** Set where the page follows the network live: the address it fetches what is new from. */
  readonly liveFrom?: string;
  /** The state of the network that the page shows. */
  readonly revision?: string;
}

/** The frame of every page: what this place is, where one is, and nothing from elsewhere. */
export function page({ title, main, liveFrom, revision }: PageParts): string {
  const live =
    liveFrom === undefined ? null : markup` data-live="${liveFrom}" data-revision="${revision ?? ''}"`;
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/page.css" />
    <link rel="stylesheet" href="/assets/posts.css" />
    <script src="/assets/live.js" type="module"></script>
  </head>
  <body${live}>
    <a class="skip" href="#main">Skip to the posts</a>
    <header class="top">
      <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="28" height="28" />Sandbox</a>
      ${liveFrom === undefined ? null : liveSwitch}
    </header>
    <aside class="notice" aria-label="About this network">
      <p><strong>A sandbox:</strong> posts here are not public and stay on this machine.</p>
    </aside>
    <main id="main" tabindex="-1">${main}</main>
    <p class="quiet" id="live-status" role="status"></p>
  </body>
</html>
`.toString();
}

const liveSwitch = markup`<button class="live" type="button" id="live-switch" aria-pressed="true" hidden>
  <span class="dot" aria-hidden="true"></span><span class="label">Live</span>
</button>`;
