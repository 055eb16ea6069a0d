import { Injectable } from '@nestjs/common';
import type { Generation, GenerationAnswer } from '../../contract/posts.js';
import {
  offsetLabel,
  plannedInstant,
  type Seating,
  type WaveFate,
  waveFate,
} from '../../domain/campaign/index.js';
import { isNetwork } from '../../domain/network/network.js';
import { fingerprint } from '../../domain/post/fingerprint.js';
import { generate } from '../../domain/template/generate.js';
import type { GeneratedPost, GenerationAccount } from '../../domain/template/generation.js';
import { Ledger, type LedgerTransaction } from '../../infrastructure/database/ledger.js';
import { NotFound } from '../../infrastructure/http/index.js';
import { StatementSources } from '../releases/index.js';
import { TemplateCatalog } from '../templates/index.js';
import { campaignFacts } from './campaign-facts.js';
import { placeBeforeHearing } from './countdown.js';
import { PlanRepository, type PlannedAccount } from './plan.repository.js';
import { PostRepository, type NewPost } from './post.repository.js';
import { seatingsOf } from './seats.js';
import { revisionsOf, statementUses } from './statement-uses.js';

type Campaign = NonNullable<Awaited<ReturnType<PlanRepository['lockCampaign']>>>;
type Wave = Awaited<ReturnType<PlanRepository['waves']>>[number];

/** Makes the posts of a campaign from its accepted statements and its templates. */
@Injectable()
export class GenerationService {
  constructor(
    private readonly ledger: Ledger,
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
    const plan = await this.planOf(trx, campaign);
    const sources = await this.sources.accepted(campaignId, trx);
    const generation = generate({
      campaign: { ...campaignFacts(campaign), phrases: await this.sources.phrases(campaignId, trx) },
      waves: [...plan.waves.values()].map((wave) => ({
        id: wave.id,
        position: wave.position,
        offset: placeBeforeHearing(wave.timing),
        leavesAt: firstAt(wave, plan),
        templates: wave.templates.length === 0 ? 'any' : wave.templates,
      })),
      accounts: [...plan.accounts.values()].flatMap(speakingAccount),
      sources: [...sources.values()],
      templates: this.catalog.templates,
      seed: campaign.seed,
    });
    const wanted = (cell: { readonly waveId: string; readonly accountId: string }): boolean =>
      (only.waveIds?.includes(cell.waveId) ?? true) && (only.accountIds?.includes(cell.accountId) ?? true);
    const made = generation.posts.filter(wanted);
    const rows = made.map((post) => newPost(post, plan, revisionsOf(sources)));
    const written = await this.posts.insert(trx, rows);
    return { made: written, kept: made.length - written, empty: generation.empty.filter(wanted) };
  }

  /** Who posts when: what stands keeps its second, and the others take theirs around it. */
  private async planOf(trx: LedgerTransaction, campaign: Campaign): Promise<Plan> {
    const waves = (await this.plan.waves(campaign.id, trx))
      .map((wave) => ({ ...wave, fate: waveFate(wave, campaign) }))
      .filter(({ fate }) => fate.kind !== 'dropped');
    const accounts = await this.plan.accounts(trx);
    const standing = await this.plan.standing(
      trx,
      waves.map(({ id }) => id),
    );
    const seatings = waves.map((wave): [string, ReadonlyMap<string, Seating>] => [
      wave.id,
      seatingsOf(wave, accounts, standing.get(wave.id) ?? [], () => true, campaign.zone),
    ]);
    return {
      campaign,
      waves: new Map(waves.map((wave) => [wave.id, wave])),
      accounts: new Map(accounts.map((account) => [account.id, account])),
      seatings: new Map(seatings),
    };
  }
}

type PlannedWave = Wave & { readonly fate: WaveFate };

/** The plan as it stands while posts are made. */
interface Plan {
  readonly campaign: Campaign;
  /** Without those that do not take place. */
  readonly waves: ReadonlyMap<string, PlannedWave>;
  /** All of them, in the order of their seats. */
  readonly accounts: ReadonlyMap<string, PlannedAccount>;
  /** When each account posts, by wave and account. */
  readonly seatings: ReadonlyMap<string, ReadonlyMap<string, Seating>>;
}

function speakingAccount({ network, takesPart, ...account }: PlannedAccount): GenerationAccount[] {
  return takesPart && isNetwork(network) ? [{ ...account, network }] : [];
}

function newPost(post: GeneratedPost, plan: Plan, revisions: ReadonlyMap<string, number>): NewPost {
  const { campaign, waves, accounts, seatings } = plan;
  const wave = waves.get(post.waveId);
  const account = accounts.get(post.accountId);
  const seating = seatings.get(post.waveId)?.get(post.accountId);
  if (wave === undefined || account === undefined || seating === undefined) {
    throw new Error('A post was made for nobody');
  }
  return {
    campaignId: campaign.id,
    waveId: wave.id,
    accountId: account.id,
    parts: post.parts,
    fingerprint: fingerprint({
      parts: post.parts,
      network: account.network,
      remoteAccount: account.remoteId,
      settings: {},
    }),
    template: post.templateName,
    dependsOnDate: post.dependsOnDate,
    plannedAt: seating.plannedAt,
    timing: offsetLabel(wave.timing, account.zone ?? campaign.zone),
    delayMs: seating.delayMs,
    graceMs: wave.graceMs,
    statements: statementUses(
      post.parts,
      new Map(post.statementIds.map((statementId) => [statementId, revisions.get(statementId) ?? 0])),
    ),
  };
}

/** The instant of a wave's first partner that takes part, null while its event has none. */
function firstAt(wave: PlannedWave, { campaign, accounts }: Plan): number | null {
  const zones = new Set([...accounts.values()].filter(({ takesPart }) => takesPart).map(({ zone }) => zone));
  const instants = [...zones].flatMap(
    (partner) => plannedInstant(wave, { court: campaign.zone, partner }) ?? [],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}
