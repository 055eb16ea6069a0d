import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PageQuery } from '../../contract/page.js';
import { extract, type ExtractedFact, type ExtractedQuotation } from '../../domain/extraction/index.js';
import { releaseTextFault } from '../../domain/statement/release-text.js';
import { Clock } from '../../infrastructure/clock/clock.js';
import { Ledger } from '../../infrastructure/database/ledger.js';
import { CampaignRepository } from '../campaigns/index.js';
import { QuotedPhrases } from './phrases/quoted-phrases.js';
import { proposedRow } from './proposal.js';
import { noSuchCampaign, noSuchRelease, releaseTextRefusal, tooManyStatements } from './release.refusals.js';
import { ReleaseRepository, type ReleaseRow, type ReleaseSummaryRow } from './release.repository.js';
import { type StandingStatement, StatementRepository } from './statement.repository.js';

/** A person reviews each; more than these are no press release. */
const MOST_STATEMENTS = 2_000;

export interface ReviewedRelease {
  readonly release: ReleaseRow;
  readonly statements: readonly StandingStatement[];
}

@Injectable()
export class ReleaseService {
  constructor(
    private readonly ledger: Ledger,
    private readonly campaigns: CampaignRepository,
    private readonly releases: ReleaseRepository,
    private readonly statements: StatementRepository,
    private readonly clock: Clock,
    private readonly phrases: QuotedPhrases,
  ) {}

  /** Freezes the text and proposes what is found in it; the same text again finds the release that it made. */
  async create(campaignId: string, text: string): Promise<ReviewedRelease & { readonly created: boolean }> {
    checkText(text);
    await this.checkCampaign(campaignId);
    const sha256 = digestOf(text);
    const known = await this.releases.findByDigest(campaignId, sha256);
    const created = known === undefined && (await this.freeze(campaignId, text, sha256));
    const release = known ?? (await this.releases.findByDigest(campaignId, sha256));
    if (release === undefined) throw new Error(`Release ${sha256} is neither new nor there`);
    return { created, release, statements: await this.statements.standingIn(release.id) };
  }

  async get(id: string): Promise<ReviewedRelease> {
    const release = await this.releases.find(id);
    if (release === undefined) throw noSuchRelease(id);
    return { release, statements: await this.statements.standingIn(id) };
  }

  async list(campaignId: string, query: PageQuery): Promise<readonly ReleaseSummaryRow[]> {
    await this.checkCampaign(campaignId);
    return this.releases.page(campaignId, query);
  }

  /** Whether it was new: of two that freeze the same text at once, the second finds the first's. */
  private async freeze(campaignId: string, text: string, sha256: string): Promise<boolean> {
    const { quotations, facts, partners } = extract(text);
    const found = inTextOrder([...quotations, ...facts]);
    return this.ledger.transaction().execute(async (trx) => {
      const id = await this.releases.insert(trx, { campaignId, text, sha256, partners: [...partners] });
      if (id === undefined) return false;
      const rows = found.map((finding, position) => proposedRow(id, position, finding));
      await this.statements.insert(trx, rows);
      await this.phrases.withdraw(trx, campaignId, this.clock.now());
      return true;
    });
  }

  private async checkCampaign(id: string): Promise<void> {
    if ((await this.campaigns.find(id)) !== undefined) return;
    throw noSuchCampaign(id);
  }
}

/** Throws the refusal of a text that cannot be frozen. */
export function checkText(text: string): void {
  const fault = releaseTextFault(text);
  if (fault !== null) throw releaseTextRefusal(fault);
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Findings in the order in which they are read; throws where they are more than a person can review. */
export function inTextOrder(
  findings: readonly (ExtractedQuotation | ExtractedFact)[],
): readonly (ExtractedQuotation | ExtractedFact)[] {
  if (findings.length > MOST_STATEMENTS) throw tooManyStatements(findings.length, MOST_STATEMENTS);
  const start = ({ spans }: ExtractedQuotation | ExtractedFact): number => spans[0]?.start ?? 0;
  return findings.toSorted((one, other) => start(one) - start(other));
}
