import { Injectable } from '@nestjs/common';
import type { CampaignCreation, CampaignQuery, CampaignUpdate } from '../../contract/campaigns.js';
import { hashtagsOf, slugOf, zoneName } from '../../domain/campaign/index.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { Conflict, invalidRequest } from '../../infrastructure/http/index.js';
import { noSuchCampaign, unknownZoneRefusal } from './campaign.refusals.js';
import { CampaignRepository, type CampaignRow } from './campaign.repository.js';
import { HearingRepository } from './hearing.repository.js';

@Injectable()
export class CampaignService {
  constructor(
    private readonly ledger: Ledger,
    private readonly campaigns: CampaignRepository,
    private readonly hearings: HearingRepository,
  ) {}

  /** Creates it; the same creation again finds what it made. The slug is what makes it the same. */
  create(request: CampaignCreation): Promise<{ readonly created: boolean; readonly campaign: CampaignRow }> {
    const zone = zoneName(request.zone);
    if (zone === null) throw unknownZoneRefusal(request.zone);
    const wanted = wantedCampaign(request);
    return this.ledger.transaction().execute(async (trx) => {
      const id = await this.campaigns.insert(trx, wanted);
      if (id !== undefined) await this.hearings.start(trx, id, zone);
      const campaign = await this.campaigns.findBySlug(wanted.slug, trx);
      if (campaign === undefined) throw new Error(`Campaign ${wanted.slug} is neither new nor there`);
      if (id === undefined && !isSame(campaign, wanted)) {
        throw new Conflict(
          'campaign-slug-taken',
          `There is a different campaign “${campaign.name}” at the slug “${wanted.slug}”: give another slug.`,
          [{ field: 'slug', message: 'This slug is taken.' }],
        );
      }
      return { created: id !== undefined, campaign };
    });
  }

  async get(id: string): Promise<CampaignRow> {
    const campaign = await this.campaigns.find(id);
    if (campaign === undefined) throw noSuchCampaign(id);
    return campaign;
  }

  list(query: CampaignQuery): Promise<CampaignRow[]> {
    return this.campaigns.page(query);
  }

  async update(id: string, request: CampaignUpdate): Promise<CampaignRow> {
    const { hashtags, ...fields } = request;
    const changes = {
      ...fields,
      ...(hashtags === undefined ? {} : { hashtags: usableHashtags(hashtags) }),
    };
    if (Object.keys(changes).length > 0) await this.campaigns.update(id, changes);
    return this.get(id);
  }
}

function wantedCampaign(request: CampaignCreation) {
  const { name, caseName, court, docket, link } = request;
  const slug = request.slug ?? slugOf(name);
  if (slug === '') {
    throw invalidRequest([
      { field: 'slug', message: 'No slug can be made of this name: give one of a–z, digits and hyphens.' },
    ]);
  }
  const hashtags = usableHashtags(request.hashtags);
  return { name, slug, caseName, court, docket, link, hashtags, seed: request.seed ?? slug };
}

function usableHashtags(written: readonly string[]): string[] {
  const tags = hashtagsOf(written);
  if ('unusable' in tags) {
    throw invalidRequest([
      {
        field: `hashtags.${tags.unusable}`,
        message: `“${written[tags.unusable]}” would not be linked as a hashtag: use letters, digits and _ alone.`,
      },
    ]);
  }
  return [...tags];
}

function isSame(campaign: CampaignRow, wanted: ReturnType<typeof wantedCampaign>): boolean {
  return (
    campaign.name === wanted.name &&
    campaign.caseName === wanted.caseName &&
    campaign.court === wanted.court &&
    campaign.docket === wanted.docket &&
    campaign.link === wanted.link &&
    campaign.seed === wanted.seed &&
    campaign.hashtags.join(' ') === wanted.hashtags.join(' ')
  );
}
