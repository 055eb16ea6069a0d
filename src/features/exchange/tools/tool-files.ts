import { partText } from '../../../domain/post/segment.js';
import { type CsvCell, writeCsv, writePlainCsv } from '../../../infrastructure/csv/index.js';
import { localTime } from '../local-time.js';
import type { PlannedPost } from '../planned-posts.repository.js';
import type { ToolForm } from './posting-tool.js';
import type { LeftOut, Placed } from './tool-schedule.js';

interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Whose plan it is, for which zone, and where Chorus answers. */
export interface ToolPlanAbout {
  readonly organization: string;
  readonly campaign: string;
  readonly zone: string;
  readonly origin: string;
}

/** The files that the tool imports, which it takes as they stand. */
export function importFiles(placed: readonly Placed[], { header }: ToolForm): readonly TextFile[] {
  const names = [...new Set(placed.map(({ file }) => file))];
  return names.map((name) => {
    const rows = placed.filter(({ file }) => file === name).map(({ cells }) => cells);
    return { name, text: writePlainCsv(header === null ? rows : [header, ...rows]) };
  });
}

/** What the tool's form has no columns for: which post a row is, as it was approved, and where to report back. */
export function reportBackFile(placed: readonly Placed[], about: ToolPlanAbout): TextFile {
  const header = ['file', 'row', 'scheduled_local', 'moved_minutes', ...ABOUT_POST];
  const rows = placed.map(({ post, file, row, at }) => [
    file,
    row,
    localTime(at, about.zone),
    Math.round((at - (post.plannedAt ?? at)) / 6_000) / 10,
    ...aboutPost(post, about),
  ]);
  return { name: 'report-back.csv', text: writeCsv(header, rows) };
}

export function leftOutFile(leftOut: readonly LeftOut[], about: ToolPlanAbout): TextFile {
  const rows = leftOut.map(({ post, reason }) => [reason, ...aboutPost(post, about)]);
  return { name: 'left-out.csv', text: writeCsv(['reason', ...ABOUT_POST], rows) };
}

const ABOUT_POST = [
  'post',
  'account',
  'network',
  'wave',
  'planned_local',
  'zone',
  'planned_utc',
  'fingerprint',
  'report_to',
  'text',
] as const;

function aboutPost(post: PlannedPost, { zone, origin }: ToolPlanAbout): readonly CsvCell[] {
  const { id, account, network, wave, plannedAt, fingerprint, parts } = post;
  return [
    id,
    account,
    network,
    wave,
    plannedAt === null ? null : localTime(plannedAt, zone),
    zone,
    plannedAt === null ? null : new Date(plannedAt).toISOString(),
    fingerprint,
    `${origin}/api/posts/${id}`,
    parts.map(partText).join('\n\n'),
  ];
}

/** What whoever uploads the files reads first. */
export function readMeFile(
  { title, advice }: ToolForm,
  placed: readonly Placed[],
  leftOut: readonly LeftOut[],
  { organization, campaign, zone }: ToolPlanAbout,
): TextFile {
  const moved = placed.filter(({ post, at }) => at !== post.plannedAt).length;
  const lines = [
    `${organization}: approved posts of “${campaign}” for ${title}`,
    '',
    `All times in the files are of the time zone ${zone}.`,
    `Posts in the files: ${placed.length}. Left out: ${leftOut.length} (left-out.csv says why).`,
    ...(moved === 0
      ? []
      : [
          `Later than planned by a few minutes: ${moved}, since ${title} takes no nearer time (report-back.csv says which).`,
        ]),
    '',
    ...advice.map((line) => `- ${line}`),
    '- Do not open and save these files with a spreadsheet program: it changes times and texts. report-back.csv and left-out.csv are made for that.',
    `- What you upload stays in ${title} when the hearing moves, when a text is changed, and when everything is paused. Then delete it there, and export again.`,
    '- A post is approved as its fingerprint says. Before it goes out, compare with report_to whether it still reads so.',
    '',
  ];
  return { name: 'read-me-first.txt', text: lines.join('\r\n') };
}
