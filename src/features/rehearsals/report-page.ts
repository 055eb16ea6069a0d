import type { RehearsalReport, RehearsedPost } from '../../contract/rehearsals.js';
import { NETWORK_RULES, isNetwork } from '../../domain/network/network.js';
import {
  hourInWords,
  Html,
  instantInWords,
  markup,
  selfContainedPolicy,
  shortDay,
} from '../../infrastructure/html/index.js';
import { REPORT_STYLE } from './report-style.js';

export const REPORT_POLICY = selfContainedPolicy(REPORT_STYLE);
/** While it runs, the page asks for itself again. */
const RELOAD_SECONDS = 3;
const DAY_MS = 86_400_000;

/** The report of a rehearsal as a page: what somebody has to act on first, every post last. */
export function reportPage(report: RehearsalReport): string {
  const { campaign, rehearsal, counts, zone } = report;
  const isOver = rehearsal.state === 'over' || rehearsal.state === 'stopped';
  const reload = isOver ? null : markup`<meta http-equiv="refresh" content="${RELOAD_SECONDS}" />`;
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    ${reload}
    <title>Rehearsal: ${campaign}</title>
    <link rel="icon" href="data:," />
    <style>${new Html(REPORT_STYLE)}</style>
  </head>
  <body>
    <main>
      <p class="eyebrow">Rehearsal · ${STATES[rehearsal.state]}</p>
      <h1>${campaign}</h1>
      <p class="lead">${inWords(rehearsal.planFrom, zone)} to ${inWords(rehearsal.planUntil, zone)}, run in ${rehearsal.seconds} seconds. Nobody outside saw it.</p>
      <dl class="tally">
        ${tally('Posts', counts.posts)}${tally('Came', counts.came)}${tally('Wait', counts.waiting)}${tally('Kept back', counts.kept)}
        ${report.latestMs === null ? null : tally('Latest, in ms', report.latestMs)}
      </dl>
      ${sections(report)}
      <h2>Every post, in the plan’s order</h2>
      <table class="posts">
        <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">How it went</th><th scope="col">What it says</th></tr></thead>
        <tbody>${report.posts.map((post) => postRow(post, zone))}</tbody>
      </table>
    </main>
  </body>
</html>
`.toString();
}

const STATES: Readonly<Record<RehearsalReport['rehearsal']['state'], string>> = {
  'about-to-run': 'about to run',
  running: 'running',
  over: 'over',
  stopped: 'stopped',
};

function tally(name: string, count: number): Html {
  return markup`<div><dt>${name}</dt><dd>${count}</dd></div>`;
}

function sections(report: RehearsalReport): readonly Html[] {
  const { zone, counts } = report;
  return [
    section('Kept back', keptBack(report)),
    section(
      'Not approved yet',
      report.unapproved.map(
        ({ organization, posts }) => markup`<li>${organization} <small>${many(posts, 'post')}</small></li>`,
      ),
    ),
    section(
      'Waiting for a date',
      counts.undated === 0
        ? []
        : [
            markup`<li>${many(counts.undated, 'post')} of the campaign, not rehearsed <small>Set the date that its waves count from.</small></li>`,
          ],
    ),
    section(
      'Silent for four days and more',
      report.gaps.map(
        ({ fromAt, untilAt }) =>
          markup`<li>${Math.floor((Date.parse(untilAt) - Date.parse(fromAt)) / DAY_MS)} days <small>${inWords(fromAt, zone)} to ${inWords(untilAt, zone)}</small></li>`,
      ),
    ),
    section(
      'Crowded minutes',
      report.crowds.map(
        ({ network, at, posts }) =>
          markup`<li>${many(posts, 'post')} on ${titleOf(network)} <small>${inWords(at, zone)}: give the wave a spread.</small></li>`,
      ),
    ),
    section(
      'Twice within an hour',
      report.hastes.map(
        ({ account, network, fromAt, untilAt }) =>
          markup`<li>@${account} on ${titleOf(network)} <small>${inWords(fromAt, zone)}, and ${hourInWords(Date.parse(untilAt), zone)}</small></li>`,
      ),
    ),
    section(
      'Said again and again',
      report.repeated.map(
        ({ words, posts }) => markup`<li>“${words}” <small>in ${many(posts, 'post')}</small></li>`,
      ),
    ),
    section(
      'Near copies',
      report.nearCopies === null || report.nearCopies === 0
        ? []
        : [
            markup`<li>${many(report.nearCopies, 'pair')} of posts on one network <small>See them side by side: chorus posts alike</small></li>`,
          ],
    ),
    lengths(report),
  ].flatMap((one) => one ?? []);
}

function section(title: string, items: readonly Html[]): Html | null {
  return items.length === 0 ? null : markup`<h2>${title}</h2><ul class="list">${items}</ul>`;
}

function keptBack({ posts }: RehearsalReport): readonly Html[] {
  return posts
    .filter((post) => standing(post) === 'kept')
    .map(
      ({ account, network, wave, reason, status }) =>
        markup`<li>@${account} on ${titleOf(network)}, ${wave} <small>${reason ?? status}</small></li>`,
    );
}

function lengths({ lengths: all }: RehearsalReport): Html {
  return markup`<h2>Lengths</h2>
      <table class="lengths">
        <thead><tr><th scope="col">Network</th><th scope="col" class="number">Shortest</th><th scope="col" class="number">Median</th><th scope="col" class="number">Longest</th><th scope="col" class="number">Limit</th></tr></thead>
        <tbody>${all.map(
          ({ network, shortest, median, longest, limit }) =>
            markup`<tr><th scope="row">${titleOf(network)}</th><td class="number">${shortest}</td><td class="number">${median}</td><td class="number">${longest}</td><td class="number">${limit}</td></tr>`,
        )}</tbody>
      </table>`;
}

function postRow(post: RehearsedPost, zone: string): Html {
  const at = Date.parse(post.plannedAt);
  const how = standing(post);
  return markup`
          <tr>
            <th scope="row" class="when">${shortDay(at, zone)}, ${hourInWords(at, zone)}</th>
            <td>${post.organization} <span class="quiet">@${post.account} on ${titleOf(post.network)}</span></td>
            <td><span class="${how}">${STANDINGS[how]}</span>${how === 'kept' ? markup` <span class="quiet">${post.reason ?? post.status}</span>` : null}</td>
            <td>${post.parts.map((text) => markup`<p class="words">${text}</p>`)}</td>
          </tr>`;
}

const STANDINGS = { came: 'came', waits: 'waits', kept: 'kept back' } as const;

function standing({ cameAt, status }: RehearsedPost): keyof typeof STANDINGS {
  if (cameAt !== null) return 'came';
  return status === 'approved' || status === 'publishing' ? 'waits' : 'kept';
}

function titleOf(network: string): string {
  return isNetwork(network) ? NETWORK_RULES[network].title : network;
}

function inWords(iso: string, zone: string): string {
  return instantInWords(Date.parse(iso), zone);
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
