import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import { fingerprint } from '../../domain/post/fingerprint.js';
import { runsAt, type Scale } from '../../domain/rehearsal/index.js';
import { statementIds } from '../../domain/statement/prove.js';
import type { LedgerTransaction } from '../../infrastructure/database/ledger.js';
import type { AccountTable } from '../../infrastructure/database/tables.js';
import { SystemApprovals } from '../approvals/index.js';
import { CampaignCopies, type CampaignRow } from '../campaigns/index.js';
import { TwinAccounts } from '../organizations/index.js';
import { type NamedPost, PostRepository, revisionsOf, statementUses } from '../posts/index.js';
import { StatementSources } from '../releases/index.js';
import { type DatedPost, RehearsalRepository, type RehearsalRow } from './rehearsal.repository.js';

/** Twins that are open on the sandbox network and not written yet, by the account that each stands for. */
type OpenTwins = ReadonlyMap<string, Insertable<AccountTable>>;

interface Staging {
  readonly seconds: number;
  readonly by: string;
  readonly startedAt: number;
  readonly scale: Scale;
}

interface Stage {
  readonly rehearsal: RehearsalRow;
  /** The copy of each wave, and the twin of each account, by the id of what it stands for. */
  readonly waves: ReadonlyMap<string, string>;
  readonly twins: ReadonlyMap<
    string,
    { readonly id: string; readonly network: string; readonly remoteId: string }
  >;
}

const LONGEST_DISPLAY_NAME = 100;

/** Who plays whom: the copy of the campaign, the twins, and each post's double. */
@Injectable()
export class RehearsalCast {
  constructor(
    private readonly rehearsals: RehearsalRepository,
    private readonly copies: CampaignCopies,
    private readonly twins: TwinAccounts,
    private readonly posts: PostRepository,
    private readonly sources: StatementSources,
    private readonly approvals: SystemApprovals,
  ) {}

  async openTwins(posts: readonly DatedPost[]): Promise<OpenTwins> {
    const accounts = [...new Map(posts.map((post) => [post.accountId, post])).values()];
    const company = randomBytes(4).toString('hex');
    const opened = await this.twins.open(
      accounts.map(({ organizationId, organization, account, network }, index) => ({
        organizationId,
        handle: `rehearsal-${company}-${index + 1}`,
        displayName: `${organization} · @${account} on ${network}`.slice(0, LONGEST_DISPLAY_NAME),
      })),
    );
    return new Map(
      opened.flatMap((twin, index) => {
        const of = accounts[index];
        return of === undefined ? [] : [[of.accountId, twin] as const];
      }),
    );
  }

  /** Writes the copy with its posts, all approved and due at their instants in the rehearsal. */
  async stage(
    trx: LedgerTransaction,
    campaign: CampaignRow,
    posts: readonly DatedPost[],
    openTwins: OpenTwins,
    { seconds, by, startedAt, scale }: Staging,
  ): Promise<RehearsalRow> {
    const slug = `${campaign.slug.slice(0, 30)}-rehearsal-${randomBytes(8).toString('hex')}`;
    const copy = await this.copies.copy(trx, campaign, slug);
    const rehearsal = await this.rehearsals.insert(trx, {
      campaignId: campaign.id,
      copyId: copy.id,
      seconds,
      planFrom: new Date(scale.planFrom),
      planUntil: new Date(scale.planUntil),
      runsFrom: new Date(scale.runsFrom),
      runsUntil: new Date(scale.runsUntil),
      startedBy: by,
      startedAt: new Date(startedAt),
    });
    const stage = { rehearsal, waves: copy.waves, twins: await this.writeTwins(trx, rehearsal, openTwins) };
    const pairs = await this.writeDoubles(trx, stage, posts, scale);
    await this.rehearsals.insertPosts(
      trx,
      pairs.map(({ post, double }) => ({
        postId: double.id,
        rehearsalId: rehearsal.id,
        ofPostId: post.id,
        statusBefore: post.status,
        plannedAt: new Date(post.plannedAt),
      })),
    );
    await this.approvals.approve(
      trx,
      pairs.map(({ double, post }) => ({ ...double, plannedAt: runsAt(post.plannedAt, scale) })),
      { note: 'A rehearsal: nobody was asked, and nobody outside is reached.', at: startedAt },
    );
    return rehearsal;
  }

  private async writeTwins(
    trx: LedgerTransaction,
    { id: rehearsalId }: RehearsalRow,
    openTwins: OpenTwins,
  ): Promise<Stage['twins']> {
    const written = await this.twins.insert(trx, [...openTwins.values()]);
    const pairs = [...openTwins.keys()].flatMap((ofAccountId, index) => {
      const twin = written[index];
      return twin === undefined ? [] : [[ofAccountId, twin] as const];
    });
    await this.rehearsals.insertTwins(
      trx,
      pairs.map(([ofAccountId, { id: accountId }]) => ({ accountId, rehearsalId, ofAccountId })),
    );
    return new Map(pairs);
  }

  private async writeDoubles(
    trx: LedgerTransaction,
    { rehearsal, waves, twins }: Stage,
    posts: readonly DatedPost[],
    scale: Scale,
  ): Promise<readonly { readonly post: DatedPost; readonly double: NamedPost }[]> {
    const sources = await this.sources.lookup(
      posts.flatMap(({ parts }) => statementIds(parts)),
      trx,
    );
    const revisions = revisionsOf(sources);
    const placed = posts.map((post) => {
      const twin = twins.get(post.accountId);
      const waveId = waves.get(post.waveId);
      if (twin === undefined || waveId === undefined) throw new Error(`The post ${post.id} has no double`);
      return { post, twin, waveId };
    });
    const doubles = placed.map(({ post: { parts, timing, graceMs, plannedAt }, twin, waveId }) => {
      const used = new Set(statementIds(parts));
      return {
        campaignId: rehearsal.copyId,
        waveId,
        accountId: twin.id,
        parts,
        fingerprint: fingerprint({
          parts,
          network: twin.network,
          remoteAccount: twin.remoteId,
          settings: {},
        }),
        template: null,
        dependsOnDate: false,
        plannedAt: runsAt(plannedAt, scale),
        timing,
        delayMs: 0,
        graceMs,
        freezeMs: 0,
        statements: statementUses(parts, new Map([...revisions].filter(([id]) => used.has(id)))),
      };
    });
    await this.posts.insert(trx, doubles);
    const written = await this.posts.ofCampaign(rehearsal.copyId, trx);
    const byPlace = new Map(written.map((double) => [`${double.accountId} ${double.waveId}`, double]));
    return placed.map(({ post, twin, waveId }) => {
      const double = byPlace.get(`${twin.id} ${waveId}`);
      if (double === undefined) throw new Error(`The double of ${post.id} was not written`);
      return { post, double };
    });
  }
}
