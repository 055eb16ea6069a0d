import { Injectable } from '@nestjs/common';
import { isNetwork } from '../../domain/network/network.js';
import { fingerprint } from '../../domain/post/fingerprint.js';
import type { Part } from '../../domain/post/segment.js';
import type { FillContext } from '../../domain/template/context.js';
import { daysBefore } from '../../domain/template/candidates.js';
import { fill } from '../../domain/template/fill.js';
import type { Template } from '../../domain/template/template.js';
import type { StatementLookup } from '../../domain/statement/proof.js';
import { statementIds } from '../../domain/statement/prove.js';
import type { Span } from '../../domain/statement/statement.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { PlannedWave } from '../campaigns/index.js';
import { StatementSources } from '../releases/index.js';
import { TemplateCatalog } from '../templates/index.js';
import { campaignFacts } from './campaign-facts.js';
import { placeBeforeHearing } from './countdown.js';
import { PlanRepository, type UnsentPost } from './plan.repository.js';
import { type NamedPost, type NewWords, PostRepository } from './post.repository.js';
import { revisionsOf, statementUses } from './statement-uses.js';

/** No quotation of a release has more passages than this. */
const MOST_PASSAGES = 20;

/** `anew`: filled with the new date. `stale`: its words may name an old one, and only a person can change them. */
export type Reworded = 'anew' | 'stale';

/** Fills the posts again whose text names the date or the hour of the hearing. */
@Injectable()
export class PostRerender {
  constructor(
    private readonly plan: PlanRepository,
    private readonly posts: PostRepository,
    private readonly sources: StatementSources,
    private readonly catalog: TemplateCatalog,
  ) {}

  /**
   * Answers the posts whose words a person has to look at now. While no date is known, posts keep their words:
   * those that follow the hearing do not leave, and those that have an instant all the same are stale.
   */
  async rerender(
    trx: LedgerTransaction,
    campaignId: string,
    unsent: readonly UnsentPost[],
    waves: ReadonlyMap<string, PlannedWave>,
  ): Promise<ReadonlyMap<string, Reworded>> {
    const fate = (waveId: string) => waves.get(waveId)?.fate.kind ?? 'dropped';
    const dated = unsent.filter(({ dependsOnDate, waveId }) => dependsOnDate && fate(waveId) !== 'dropped');
    const campaign = dated.length === 0 ? undefined : await this.plan.lockCampaign(trx, campaignId);
    const reworded = new Map<string, Reworded>();
    if (campaign === undefined) return reworded;
    if (campaign.startsAt === null) {
      const leaving = dated.filter(({ pinned, waveId }) => pinned || fate(waveId) === 'leaves');
      return new Map(leaving.map(({ id }) => [id, 'stale']));
    }
    const facts = { ...campaignFacts(campaign), phrases: await this.sources.phrases(campaignId, trx) };
    const templates = new Map((await this.catalog.all(trx)).map((template) => [template.name, template]));
    const posts = await this.posts.findAll(
      dated.map(({ id }) => id),
      trx,
    );
    const quoted = await this.sources.lookup(
      [...posts.values()].flatMap(({ parts }) => statementIds(parts)),
      trx,
    );
    for (const { id, waveId, pinned } of dated) {
      const wave = waves.get(waveId);
      const post = posts.get(id);
      if (post === undefined || wave === undefined) continue;
      const template = templates.get(post.template ?? '');
      const words = template === undefined ? null : refill(post, wave, { template, facts, quoted });
      if (words === null) {
        reworded.set(id, 'stale');
      } else if (words.fingerprint !== post.fingerprint) {
        await this.posts.rewrite(trx, id, words);
        reworded.set(id, 'anew');
      } else if (pinned) {
        // Filled as for its wave it reads the same; how far the hearing is from its own instant changed all the same.
        reworded.set(id, 'stale');
      }
    }
    return reworded;
  }
}

/** Its words with the new date; null where its template cannot be filled around what it quotes. */
function refill(
  post: NamedPost,
  wave: PlannedWave,
  {
    template,
    facts,
    quoted,
  }: {
    readonly template: Template;
    readonly facts: FillContext['campaign'];
    readonly quoted: StatementLookup;
  },
): NewWords | null {
  const { network, remoteId, organization, blanks } = post;
  if (!isNetwork(network)) return null;
  const used = statementIds(post.parts);
  const sources = new Map([...quoted].filter(([id]) => used.includes(id)));
  const parts = fillLike(post.parts, template, {
    network,
    campaign: facts,
    daysBefore: daysBefore({ offset: placeBeforeHearing(wave.timing) }),
    organization,
    blanks,
    source: [...sources.values()][0] ?? null,
  });
  if (parts === null) return null;
  return {
    parts,
    fingerprint: fingerprint({ parts, network, remoteAccount: remoteId, settings: {} }),
    template: post.template,
    dependsOnDate: true,
    statements: statementUses(parts, revisionsOf(sources)),
  };
}

/** The same template filled anew around the very words that the post quotes; null when that cannot be. */
function fillLike(parts: readonly Part[], template: Template, context: FillContext): readonly Part[] | null {
  const words = sourcedWords(parts);
  const removed = parts
    .flatMap(({ segments }) => segments)
    .flatMap((one) => (one.kind === 'quotation' && one.removed !== undefined ? [one.removed] : []))[0];
  for (let passage = 0; passage < MOST_PASSAGES; passage += 1) {
    const filled = fill(template, { ...context, passage, removed });
    if (filled.kind === 'filled' && sourcedWords(filled.parts) === words) return filled.parts;
  }
  return null;
}

/** The ledger keeps the fields of a span in an order of its own, so that spans are compared by their ends. */
function sourcedWords(parts: readonly Part[]): string {
  return JSON.stringify(
    parts.flatMap(({ segments }) =>
      segments.flatMap((segment) => {
        if (!('statementId' in segment)) return [];
        const removed = segment.kind === 'quotation' ? (segment.removed ?? []) : [];
        return [[segment.statementId, endsOf(segment.span), removed.map(endsOf)]];
      }),
    ),
  );
}

function endsOf({ start, end }: Span): readonly [number, number] {
  return [start, end];
}
