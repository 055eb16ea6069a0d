import { Injectable } from '@nestjs/common';
import type { Generation, GenerationAnswer } from '../../contract/posts.js';
import { isNetwork } from '../../domain/network/network.js';
import { fingerprint } from '../../domain/post/fingerprint.js';
import { generate } from '../../domain/template/generate.js';
import type { EmptyCell, GenerationAccount } from '../../domain/template/generation.js';
import { Clock } from '../../infrastructure/clock/index.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { NotFound } from '../../infrastructure/http/index.js';
import { StatementSources } from '../releases/index.js';
import { TemplateCatalog } from '../templates/index.js';
import { campaignFacts } from './campaign-facts.js';
import { placeBeforeHearing } from './countdown.js';
import { type FilledCell, firstAt, generationPlan, lackOf } from './generation-plan.js';
import { PlanRepository, type PlannedAccount } from './plan.repository.js';
import { PostRepository, type NewPost } from './post.repository.js';
import { revisionsOf, statementUses } from './statement-uses.js';

/** Makes the posts of a campaign from its accepted statements and its templates. */
@Injectable()
export class GenerationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly plan: PlanRepository,
    private readonly posts: PostRepository,
    private readonly sources: StatementSources,
    private readonly catalog: TemplateCatalog,
  ) {}

  /** One post per account and wave; the whole plan is dealt each time, so that a part of it fits the rest. */
  async generate(campaignId: string, only: Generation): Promise<GenerationAnswer> {
    return this.ledger.transaction().execute((trx) => this.generateIn(trx, campaignId, only));
  }

  private async generateIn(
    trx: LedgerTransaction,
    campaignId: string,
    only: Generation,
  ): Promise<GenerationAnswer> {
    const campaign = await this.plan.lockCampaign(trx, campaignId);
    if (campaign === undefined) {
      throw new NotFound('campaign-not-found', `There is no campaign ${campaignId}.`);
    }
    const waves = await this.plan.waves(campaignId, trx);
    const waveIds = waves.map(({ id }) => id);
    const standing = await this.plan.standing(trx, waveIds);
    const noPosting = await this.plan.noPosting(trx, campaignId, campaign.zone);
    const plan = generationPlan(campaign, waves, await this.plan.accounts(trx), standing, noPosting);
    const sources = await this.sources.accepted(campaignId, trx);
    const generation = generate({
      campaign: { ...campaignFacts(campaign), phrases: await this.sources.phrases(campaignId, trx) },
      waves: plan.waves.map((wave) => ({
        id: wave.id,
        position: wave.position,
        offset: placeBeforeHearing(wave.timing),
        leavesAt: firstAt(wave, plan),
        templates: wave.templates.length === 0 ? 'any' : wave.templates,
      })),
      accounts: plan.accounts.flatMap(speakingAccount),
      sources: [...sources.values()],
      templates: await this.catalog.all(trx),
      seed: campaign.seed,
    });
    const wanted = (cell: { readonly waveId: string; readonly accountId: string }): boolean =>
      (only.waveIds?.includes(cell.waveId) ?? true) && (only.accountIds?.includes(cell.accountId) ?? true);
    const cells = generation.posts
      .filter(wanted)
      .map((post): FilledCell => ({ ...plan.cell(post.waveId, post.accountId), post }));
    return this.write(trx, campaignId, cells, generation.empty.filter(wanted), revisionsOf(sources));
  }

  /** Writes what can be made. What stands is kept, whatever would keep it from being made now. */
  private async write(
    trx: LedgerTransaction,
    campaignId: string,
    cells: readonly FilledCell[],
    nothingToSay: readonly EmptyCell[],
    revisions: ReadonlyMap<string, number>,
  ): Promise<GenerationAnswer> {
    const now = this.clock.now();
    const unmade = cells.filter(({ stands }) => !stands);
    const empty = unmade.flatMap((cell): EmptyCell[] => {
      const needs = lackOf(cell, now);
      return needs === null ? [] : [{ waveId: cell.post.waveId, accountId: cell.post.accountId, needs }];
    });
    const free = unmade.filter((cell) => lackOf(cell, now) === null);
    const made = await this.posts.insert(
      trx,
      free.map((cell) => newPost(cell, campaignId, revisions)),
    );
    return { made, kept: cells.length - empty.length - made, empty: [...nothingToSay, ...empty] };
  }
}

function speakingAccount({ network, takesPart, ...account }: PlannedAccount): GenerationAccount[] {
  return takesPart && isNetwork(network) ? [{ ...account, network }] : [];
}

function newPost(
  { account, place, post }: FilledCell,
  campaignId: string,
  revisions: ReadonlyMap<string, number>,
): NewPost {
  return {
    campaignId,
    waveId: post.waveId,
    accountId: post.accountId,
    parts: post.parts,
    fingerprint: fingerprint({
      parts: post.parts,
      network: account.network,
      remoteAccount: account.remoteId,
      settings: {},
    }),
    template: post.templateName,
    dependsOnDate: post.dependsOnDate,
    ...place,
    statements: statementUses(
      post.parts,
      new Map(post.statementIds.map((statementId) => [statementId, revisions.get(statementId) ?? 0])),
    ),
  };
}
