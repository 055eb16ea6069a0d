import type { RehearsalReport } from '../contract/rehearsals.js';
import { opening, table } from './table.js';

const OPENING_LENGTH = 70;
const DAY_MS = 86_400_000;

/** The report of a rehearsal: what did not come first, since somebody has to act on it. */
export function reportText(report: RehearsalReport): string {
  const { counts, rehearsal } = report;
  const late = report.latestMs === null ? '' : ` The latest came ${report.latestMs} ms after its instant.`;
  return [
    `${report.campaign}: ${counts.posts} posts from ${rehearsal.planFrom} to ${rehearsal.planUntil}, run in ${rehearsal.seconds} seconds (${rehearsal.state}).`,
    `${counts.came} came, ${counts.waiting} wait, ${counts.kept} were kept back.${late}`,
    ...(counts.undated === 0 ? [] : [`${counts.undated} posts wait for a date and were not rehearsed.`]),
    ...section('Kept back', keptLines(report)),
    ...section(
      'Not approved yet',
      report.unapproved.map(({ organization, posts }) => `${organization}: ${posts}`),
    ),
    ...section(
      'Silent for four days and more',
      report.gaps.map(({ fromAt, untilAt }) => gapLine(fromAt, untilAt)),
    ),
    ...section(
      'Crowded minutes',
      report.crowds.map(
        ({ network, at, posts }) => `${at}  ${posts} posts on ${network}: give the wave a spread`,
      ),
    ),
    ...section(
      'Twice within an hour',
      report.hastes.map(
        ({ account, network, fromAt, untilAt }) => `@${account} on ${network}: ${fromAt}, ${untilAt}`,
      ),
    ),
    ...section('Lengths', [lengthTable(report)]),
    ...section(
      'Said again and again',
      report.repeated.map(({ words, posts }) => `${posts} posts: ${words}`),
    ),
    ...section(
      'Near copies',
      (report.nearCopies ?? 0) === 0 ? [] : [`${report.nearCopies} pairs: see chorus posts alike`],
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => line.replace(/^/gmu, '  '))];
}

function keptLines({ posts }: RehearsalReport): readonly string[] {
  return posts
    .filter(({ cameAt, status }) => cameAt === null && status !== 'approved' && status !== 'publishing')
    .map(
      ({ account, network, wave, status, reason, parts }) =>
        `@${account} on ${network}, ${wave}: ${reason ?? status}\n  ${opening(parts[0] ?? '', OPENING_LENGTH)}`,
    );
}

function gapLine(fromAt: string, untilAt: string): string {
  const days = Math.floor((Date.parse(untilAt) - Date.parse(fromAt)) / DAY_MS);
  return `${days} days: from ${fromAt} to ${untilAt}`;
}

function lengthTable({ lengths }: RehearsalReport): string {
  return table(
    ['NETWORK', 'SHORTEST', 'MEDIAN', 'LONGEST', 'LIMIT', 'NEAR THE LIMIT'],
    lengths.map(({ network, shortest, median, longest, limit, unit, nearLimit }) => [
      network,
      shortest,
      median,
      longest,
      `${limit} ${unit}s`,
      nearLimit,
    ]),
    '',
  );
}
