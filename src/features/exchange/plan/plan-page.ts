import type { PostStatus } from '../../../domain/post/status.js';
import {
  Html,
  instantInWords,
  markup,
  rangeInWords,
  selfContainedPolicy,
} from '../../../infrastructure/html/index.js';
import { hearingSentence } from '../hearing-sentence.js';
import { SETTLED } from '../post-standing.js';
import type { PlanContent, PlanWave } from './plan-content.js';
import { PLAN_STYLE } from './plan-style.js';
import { waveTable } from './plan-table.js';

/** The page brings all that it shows: nothing is fetched, nothing runs. */
export const PLAN_POLICY = selfContainedPolicy(PLAN_STYLE);

/** The plan as a page of HTML that is made for printing. */
export function planPage(plan: PlanContent): string {
  const { campaign, organization, hearing, printedAt, waves } = plan;
  const { zone } = hearing;
  const whose = organization === null ? 'The plan of the coalition' : `The plan of ${organization}`;
  return markup`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${whose}: ${campaign}</title>
    <link rel="icon" href="data:," />
    <style>${new Html(PLAN_STYLE)}</style>
  </head>
  <body>
    <main>
      <p class="eyebrow">${whose}</p>
      <h1>${campaign}</h1>
      ${caseLine(plan)}
      <p class="hearing">${hearingSentence(hearing)} <small>${zoneLine(zone)}</small></p>
      <ul class="notes">${notes(waves, instantInWords(printedAt, zone))}</ul>
      ${overview(waves, zone)}${waves.map((wave, index) => waveTable(wave, index, zone, organization === null))}
    </main>
  </body>
</html>
`.toString();
}

function caseLine({ caseName, court, docket }: PlanContent): Html | null {
  const named = [caseName, court, docket === null ? null : `docket ${docket}`].filter(
    (part) => part !== null,
  );
  return named.length === 0 ? null : markup`<p class="case">${named.join(' · ')}</p>`;
}

function zoneLine(zone: string): string {
  return `Times on this plan are those of the court (${zone}), unless another zone is named beside them.`;
}

function notes(waves: readonly PlanWave[], printed: string): readonly Html[] {
  const posts = waves.flatMap((wave) => wave.posts);
  const organizations = new Set(posts.map(({ organizationId }) => organizationId)).size;
  const statuses = new Map<PostStatus, number>();
  for (const { status } of posts) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const counted = [...statuses]
    .toSorted((a, b) => b[1] - a[1])
    .map(([status, count]) => `${count} ${status}`);
  const all = `${many(posts.length, 'post')} of ${many(organizations, 'organization')} in ${many(waves.length, 'wave')}`;
  return [
    markup`<li>${all}${counted.length === 0 ? '' : `: ${counted.join(', ')}`}.</li>`,
    markup`<li>As of ${printed}. What is changed later is not on this paper.</li>`,
    markup`<li>A text is final only where its status is <strong>bold</strong>. All others are drafts, and not for publication.</li>`,
  ];
}

function overview(waves: readonly PlanWave[], zone: string): Html {
  return markup`<table class="overview">
        <thead>
          <tr>
            <th scope="col">Wave</th>
            <th scope="col" class="label">When</th>
            <th scope="col" class="count">Posts</th>
            <th scope="col" class="count">Final</th>
          </tr>
        </thead>
        <tbody>${waves.map((wave, index) => overviewRow(wave, index, zone))}${
          waves.length === 0 ? markup`<tr><td colspan="4" class="none">There is no wave yet.</td></tr>` : null
        }
        </tbody>
      </table>`;
}

function overviewRow({ name, label, times, posts }: PlanWave, index: number, zone: string): Html {
  const settled = posts.filter(({ status }) => SETTLED.includes(status)).length;
  const when = times === null ? `no date yet (${label})` : rangeInWords(times.first, times.last, zone);
  return markup`
          <tr>
            <th scope="row"><a href="#wave-${index + 1}">${name}</a></th>
            <td class="label">${when}</td>
            <td class="count">${posts.length}</td>
            <td class="count">${settled}</td>
          </tr>`;
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
