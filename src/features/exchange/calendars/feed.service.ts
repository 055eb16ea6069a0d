import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FeedCreation } from '../../../contract/exchange.js';
import { Clock } from '../../../infrastructure/clock/index.js';
import { Ledger } from '../../../infrastructure/database/ledger.js';
import { invalidRequest, NotFound } from '../../../infrastructure/http/index.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { OrganizationService } from '../../organizations/index.js';
import { PlannedPostsRepository } from '../planned-posts.repository.js';
import { calendarText } from './calendar.js';
import { FeedRepository, type FeedRow, type FeedScope } from './feed.repository.js';
import { HearingDatesRepository } from './hearing-dates.repository.js';

/** 256 bits, so that nobody finds an address by trying. */
const KEY_BYTES = 32;
const KEY = /^[\w-]{43}$/;
const FEEDS_SHOWN = 200;

/** Calendars at secret addresses, which calendar programs subscribe to without signing in. */
@Injectable()
export class FeedService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly feeds: FeedRepository,
    private readonly campaigns: CampaignRepository,
    private readonly organizations: OrganizationService,
    private readonly planned: PlannedPostsRepository,
    private readonly hearings: HearingDatesRepository,
  ) {}

  /** A new secret; the one that stood for the same organization or campaign ends with it. */
  async make(
    creation: FeedCreation,
  ): Promise<{ readonly feed: FeedRow; readonly key: string; readonly replaced: boolean }> {
    const scope = await this.scopeOf(creation);
    const { by } = creation;
    const key = randomBytes(KEY_BYTES).toString('base64url');
    return this.ledger.transaction().execute(async (trx) => {
      const at = this.clock.now();
      const replaced = await this.feeds.revokeStanding(trx, scope, by, at);
      const id = await this.feeds.insert(trx, scope, { keySha256: digestOf(key), by, at });
      const feed = await this.feeds.find(id, trx);
      if (feed === undefined) throw new Error('A feed that was just made is not there');
      return { feed, key, replaced };
    });
  }

  list(): Promise<readonly FeedRow[]> {
    return this.feeds.list(FEEDS_SHOWN);
  }

  async revoke(id: string, by: string): Promise<FeedRow> {
    await this.feeds.revoke(id, by, this.clock.now());
    const feed = await this.feeds.find(id);
    if (feed === undefined) throw new NotFound('calendar-feed-not-found', `There is no calendar feed ${id}.`);
    return feed;
  }

  /** The calendar at that address. What never was one and what was revoked answer alike. */
  async read(key: unknown): Promise<string> {
    const feed =
      typeof key === 'string' && KEY.test(key) ? await this.feeds.findByKey(digestOf(key)) : undefined;
    if (feed === undefined) throw noCalendar();
    const { organizationId, campaignId, name } = feed;
    const own = organizationId !== null;
    const posts = await this.planned.list(own ? { organizationId } : { campaignId: campaignId ?? '' });
    const campaignIds = own ? [...new Set(posts.map((post) => post.campaignId))] : [campaignId ?? ''];
    const hearings = await this.hearings.list(campaignIds);
    return calendarText({ name: own ? `${name}: posts` : name, hearings, posts, withTexts: own });
  }

  private async scopeOf({ organizationId, campaignId }: FeedCreation): Promise<FeedScope> {
    if (organizationId !== undefined) {
      await this.organizations.get(organizationId);
      return { organizationId };
    }
    if (campaignId === undefined) {
      throw invalidRequest([{ field: 'campaignId', message: 'Give organizationId or campaignId.' }]);
    }
    if ((await this.campaigns.find(campaignId)) === undefined) {
      throw new NotFound('campaign-not-found', `There is no campaign ${campaignId}.`);
    }
    return { campaignId };
  }
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function noCalendar(): NotFound {
  return new NotFound(
    'calendar-not-found',
    'There is no calendar at this address: it may have been made anew or revoked, so ask whoever gave it to you.',
  );
}
