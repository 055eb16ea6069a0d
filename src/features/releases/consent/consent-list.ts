import { Injectable } from '@nestjs/common';
import type { ConsentAnswer, ConsentItem, ConsentQuery } from '../../../contract/consents.js';
import { isoInstant } from '../../../contract/instant.js';
import { cutText, spanOfCut } from '../../../domain/statement/cut.js';
import { shownSpan } from '../../../domain/statement/shown-span.js';
import type { Cut, Span } from '../../../domain/statement/statement.js';
import { CampaignRepository } from '../../campaigns/index.js';
import { noSuchCampaign } from '../release.refusals.js';
import { ReleaseRepository } from '../release.repository.js';
import type { StatementRow } from '../statement.repository.js';
import { noSuchCut } from './consent.refusals.js';
import { ConsentRepository, type ConsentRow } from './consent.repository.js';
import { ConsentingOrganizations } from './consenting.js';

/** What a campaign needs consent for, and what has it. */
@Injectable()
export class ConsentList {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly releases: ReleaseRepository,
    private readonly consents: ConsentRepository,
    private readonly organizations: ConsentingOrganizations,
  ) {}

  /** Every accepted quotation of the campaign, each followed by its cuts. */
  async of(campaignId: string, { organizationId }: ConsentQuery): Promise<ConsentItem[]> {
    if ((await this.campaigns.find(campaignId)) === undefined) throw noSuchCampaign(campaignId);
    const items = await this.items(await this.consents.quotations({ campaignId }));
    return organizationId === undefined
      ? items
      : items.filter((item) => item.organizationId === organizationId);
  }

  async ofCut(statementId: string, cutId: string): Promise<ConsentItem> {
    const items = await this.items(await this.consents.quotations({ statementId }));
    const item = items.find((one) => one.cutId === cutId);
    if (item === undefined) throw noSuchCut(cutId);
    return item;
  }

  private async items(quotations: readonly StatementRow[]): Promise<ConsentItem[]> {
    const ids = quotations.map(({ id }) => id);
    const cuts = await this.consents.cuts(ids);
    const standing = await this.consents.standing(ids);
    const texts = await this.releases.texts(quotations.map(({ releaseId }) => releaseId));
    const organizations = await this.organizations.load();
    return quotations.flatMap((quotation) => {
      const own = cuts.filter(({ statementId }) => statementId === quotation.id);
      return [null, ...own].map((cut): ConsentItem => {
        const cutId = cut?.id ?? null;
        const consent = standing.find((one) => one.statementId === quotation.id && one.cutId === cutId);
        return {
          statementId: quotation.id,
          revision: quotation.revision,
          cutId,
          text: shownText(quotation.spans, cut?.removed ?? [], texts.get(quotation.releaseId) ?? ''),
          speaker: quotation.speaker,
          role: quotation.role,
          organization: quotation.organization,
          organizationId: organizations.organizationOf(quotation),
          consent: consent === undefined ? null : presentConsent(consent),
        };
      });
    });
  }
}

export function presentConsent(row: ConsentRow): ConsentAnswer {
  return {
    id: row.id,
    organizationId: row.organizationId,
    givenBy: row.givenBy,
    givenAt: isoInstant(row.givenAt),
    note: row.note,
    withdrawnBy: row.withdrawnBy,
    withdrawnAt: row.withdrawnAt === null ? null : isoInstant(row.withdrawnAt),
    withdrawalReason: row.withdrawalReason,
  };
}

/** As posts show it: a cut shows the span that it cuts, the whole shows all spans. */
function shownText(spans: readonly Span[], removed: Cut, text: string): string {
  if (removed.length === 0) return spans.map((span) => wordsOf(span, text)).join(' … ');
  const cut = spanOfCut(spans, removed);
  return cut === undefined ? '' : `“${cutText(cut, removed, text)}”`;
}

function wordsOf(span: Span, text: string): string {
  const { start, end } = shownSpan(span, text);
  return `“${text.slice(start, end)}”`;
}
