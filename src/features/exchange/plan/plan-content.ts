import { type PlanCalendar, plannedInstant, waveFate, waveLabel } from '../../../domain/campaign/index.js';
import { segmentText } from '../../../domain/post/segment.js';
import type { PostStatus } from '../../../domain/post/status.js';
import type { StatementLookup } from '../../../domain/statement/proof.js';
import type { PlannedPost } from '../planned-posts.repository.js';
import type { PlanWaveRow } from './plan-waves.repository.js';

/** All that the printed plan says. Instants in epoch milliseconds. */
export interface PlanContent {
  readonly campaign: string;
  readonly caseName: string | null;
  readonly court: string | null;
  readonly docket: string | null;
  readonly hearing: PlanCalendar;
  /** Whose posts alone it shows; null where it shows those of all. */
  readonly organization: string | null;
  readonly printedAt: number;
  readonly waves: readonly PlanWave[];
}

export interface PlanWave {
  readonly name: string;
  /** Its place in the plan, in words. */
  readonly label: string;
  /** From its first post to its last, or its own instant while it has none; null while it has no date. */
  readonly times: { readonly first: number; readonly last: number } | null;
  readonly posts: readonly PlanPost[];
}

export interface PlanPost extends PlannedPost {
  readonly sources: readonly PlanSource[];
}

/** Where words of a post come from. */
export interface PlanSource {
  readonly words: string;
  readonly from: string;
}

/** Posts that will not appear any more are not printed. */
const STRUCK: readonly PostStatus[] = ['cancelled', 'taken-down'];

/** The waves in the order in which they leave, those without a date last, each with its posts. */
export function planWaves(
  waves: readonly PlanWaveRow[],
  posts: readonly PlannedPost[],
  hearing: PlanCalendar,
  statements: StatementLookup,
): readonly PlanWave[] {
  return waves
    .map((wave): PlanWave => {
      const own = posts.filter(({ waveId, status }) => waveId === wave.id && !STRUCK.includes(status));
      return {
        name: wave.name,
        label: waveLabel(wave),
        times: timesOf(wave, own, hearing),
        posts: own.map((post) => ({ ...post, sources: sourcesOf(post, statements) })),
      };
    })
    .toSorted((a, b) => (a.times?.first ?? Infinity) - (b.times?.first ?? Infinity) || 0);
}

function timesOf(wave: PlanWaveRow, posts: readonly PlannedPost[], hearing: PlanCalendar): PlanWave['times'] {
  const instants = posts.flatMap(({ plannedAt }) => (plannedAt === null ? [] : [plannedAt]));
  if (instants.length > 0) return { first: Math.min(...instants), last: Math.max(...instants) };
  const fate = waveFate(wave, hearing);
  const at = plannedInstant({ timing: wave.timing, fate }, { court: hearing.zone, partner: null });
  return at === null ? null : { first: at, last: at };
}

/** Each statement once, in the order of its first words. */
function sourcesOf({ parts }: PlannedPost, statements: StatementLookup): readonly PlanSource[] {
  const sources = new Map<string, PlanSource>();
  for (const segment of parts.flatMap(({ segments }) => segments)) {
    if (segment.kind !== 'quotation' && segment.kind !== 'figure') continue;
    if (sources.has(segment.statementId)) continue;
    const statement = statements.get(segment.statementId)?.statement;
    const from = statement === undefined ? null : fromOf(statement);
    sources.set(segment.statementId, {
      words: segmentText(segment),
      from: from ?? 'the release, which names no source',
    });
  }
  return [...sources.values()];
}

type Statement = NonNullable<ReturnType<StatementLookup['get']>>['statement'];

function fromOf(statement: Statement): string | null {
  if (statement.kind === 'fact') return statement.source;
  const { speaker, role, organization } = statement;
  const named = role !== null && organization !== null && role.includes(organization);
  return [speaker, role, named ? null : organization].filter((part) => part !== null).join(', ') || null;
}
