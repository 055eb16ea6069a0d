import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Insertable } from 'kysely';
import type { PageQuery } from '../../contract/page.js';
import { extract, type ExtractedFact, type ExtractedQuotation } from '../../domain/extraction/index.js';
import { releaseTextFault } from '../../domain/statement/release-text.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import type { StatementTable } from '../../infrastructure/database/tables.js';
import { Invalid, NotFound } from '../../infrastructure/http/index.js';
import { CampaignRepository } from '../campaigns/index.js';
import { noSuchRelease, releaseTextRefusal } from './release.refusals.js';
import { ReleaseRepository, type ReleaseRow, type ReleaseSummaryRow } from './release.repository.js';
import { StatementRepository, type StatementRow } from './statement.repository.js';

/** A person reviews each; more than these are no press release. */
const MOST_STATEMENTS = 2_000;

export interface ReviewedRelease {
  readonly release: ReleaseRow;
  readonly statements: readonly StatementRow[];
}

@Injectable()
export class ReleaseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly campaigns: CampaignRepository,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
  ) {}

  /** Freezes the text and proposes what is found in it; the same text again finds the release that it made. */
  async create(campaignId: string, text: string): Promise<ReviewedRelease & { readonly created: boolean }> {
    const fault = releaseTextFault(text);
    if (fault !== null) throw releaseTextRefusal(fault);
    await this.checkCampaign(campaignId);
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    const known = await this.releases.findByDigest(campaignId, sha256);
    const created = known === undefined && (await this.freeze(campaignId, text, sha256));
    const release = known ?? (await this.releases.findByDigest(campaignId, sha256));
    if (release === undefined) throw new Error(`Release ${sha256} is neither new nor there`);
    return { created, release, statements: await this.statements.ofRelease(release.id) };
  }

  async get(id: string): Promise<ReviewedRelease> {
    const release = await this.releases.find(id);
    if (release === undefined) throw noSuchRelease(id);
    return { release, statements: await this.statements.ofRelease(id) };
  }

  async list(campaignId: string, query: PageQuery): Promise<ReleaseSummaryRow[]> {
    await this.checkCampaign(campaignId);
    return this.releases.page(campaignId, query);
  }

  /** Whether it was new: of two that freeze the same text at once, the second finds the first's. */
  private async freeze(campaignId: string, text: string, sha256: string): Promise<boolean> {
    const { quotations, facts, partners } = extract(text);
    const found = [...quotations, ...facts].toSorted((one, other) => startOf(one) - startOf(other));
    if (found.length > MOST_STATEMENTS) {
      throw new Invalid(
        'release-too-many-statements',
        `${found.length} quotations and facts were found, and a release has at most ${MOST_STATEMENTS}: ` +
          'is it one press release?',
        [{ field: 'text', message: 'Divide it, or leave out what is not the release.' }],
      );
    }
    return this.ledger.transaction().execute(async (trx) => {
      const release = { campaignId, text, sha256, partners: [...partners] };
      const inserted = await this.releases.insert(trx, release);
      if (inserted === undefined) return false;
      const rows = found.map((finding, position) => proposedRow(inserted.id, position, finding));
      await this.statements.insert(trx, rows);
      return true;
    });
  }

  private async checkCampaign(id: string): Promise<void> {
    if ((await this.campaigns.find(id)) !== undefined) return;
    throw new NotFound('campaign-not-found', `There is no campaign ${id}.`);
  }
}

function startOf(finding: ExtractedQuotation | ExtractedFact): number {
  return finding.spans[0]?.start ?? 0;
}

function proposedRow(
  releaseId: string,
  position: number,
  finding: ExtractedQuotation | ExtractedFact,
): Insertable<StatementTable> {
  const said =
    finding.kind === 'quotation'
      ? { speaker: speakersOf(finding), role: finding.role, organization: finding.organization }
      : { figures: JSON.stringify(finding.figures), source: finding.source };
  return {
    releaseId,
    position,
    kind: finding.kind,
    spans: JSON.stringify(finding.spans),
    figures: '[]',
    rule: finding.rule,
    confidence: finding.confidence,
    doubts: [...finding.doubts],
    status: 'proposed',
    ...said,
  };
}

/** Words said together stand under all the names, never under one of them. */
function speakersOf({ speaker, coSpeakers }: ExtractedQuotation): string | null {
  if (speaker === null) return null;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format([speaker, ...coSpeakers]);
}
