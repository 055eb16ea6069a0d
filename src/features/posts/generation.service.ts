import { Injectable } from '@nestjs/common';
import type { Generation, GenerationAnswer } from '../../contract/posts.js';
import { accountDelayMs, offsetLabel, plannedInstant, waveFate } from '../../domain/campaign/index.js';
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
    const waves = (await this.plan.waves(campaignId, trx)).filter(
      (wave) => waveFate(wave, campaign).kind !== 'dropped',
    );
    const accounts = await this.plan.accounts(trx);
    const sources = await this.sources.accepted(campaignId, trx);
    const generation = generate({
      campaign: { ...campaignFacts(campaign), phrases: await this.sources.phrases(campaignId, trx) },
      waves: waves.map((wave) => ({
        id: wave.id,
        position: wave.position,
        offset: placeBeforeHearing(wave.timing),
        leavesAt: firstAt(wave, campaign, accounts),
        templates: wave.templates.length === 0 ? 'any' : wave.templates,
      })),
      accounts: accounts.flatMap(speakingAccount),
      sources: [...sources.values()],
      templates: this.catalog.templates,
      seed: campaign.seed,
    });
    const wanted = (cell: { readonly waveId: string; readonly accountId: string }): boolean =>
      (only.waveIds?.includes(cell.waveId) ?? true) && (only.accountIds?.includes(cell.accountId) ?? true);
    const made = generation.posts.filter(wanted);
    const rows = made.map((post) => newPost(post, campaign, waves, accounts, revisionsOf(sources)));
    const written = await this.posts.insert(trx, rows);
    return { made: written, kept: made.length - written, empty: generation.empty.filter(wanted) };
  }
}

function speakingAccount({ network, ...account }: PlannedAccount): GenerationAccount[] {
  return isNetwork(network) ? [{ ...account, network }] : [];
}

function newPost(
  post: GeneratedPost,
  campaign: Campaign,
  waves: readonly Wave[],
  accounts: readonly PlannedAccount[],
  revisions: ReadonlyMap<string, number>,
): NewPost {
  const wave = waves.find(({ id }) => id === post.waveId);
  const position = accounts.findIndex(({ id }) => id === post.accountId);
  const account = accounts[position];
  if (wave === undefined || account === undefined) throw new Error('A post was made for nobody');
  const { timing, spreadMs, graceMs } = wave;
  const delayMs = accountDelayMs(position, accounts.length, spreadMs);
  const waveAt = leavesAt(wave, campaign, account.zone);
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
    plannedAt: waveAt === null ? null : waveAt + delayMs,
    timing: offsetLabel(timing, account.zone ?? campaign.zone),
    delayMs,
    graceMs,
    statements: statementUses(
      post.parts,
      new Map(post.statementIds.map((statementId) => [statementId, revisions.get(statementId) ?? 0])),
    ),
  };
}

/** The wave's instant for a partner of that zone, null while its event has none. */
function leavesAt(wave: Wave, campaign: Campaign, partner: string | null): number | null {
  const { timing } = wave;
  return plannedInstant({ timing, fate: waveFate(wave, campaign) }, { court: campaign.zone, partner });
}

/** The instant of its first partner. */
function firstAt(wave: Wave, campaign: Campaign, accounts: readonly PlannedAccount[]): number | null {
  const zones = new Set(accounts.map(({ zone }) => zone));
  const instants = [...zones].flatMap((zone) => leavesAt(wave, campaign, zone) ?? []);
  return instants.length === 0 ? null : Math.min(...instants);
}
