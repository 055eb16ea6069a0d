import { createHash, randomUUID } from 'node:crypto';
import type { LedgerReader } from '../../../src/infrastructure/database/ledger.js';
import type { FaultPost } from './fault-posts.js';

/** A release whose quotation a post is made of, with the consent of the speaker's organization. */
export interface FaultSource {
  readonly releaseId: string;
  readonly statementId: string;
  readonly consentId: string;
  readonly organizationId: string;
}

const WORDS = 'We will not stop asking.';

/** To be written before the post is armed: what it is made of is asked for at its claim. */
export async function writeSource(ledger: LedgerReader, post: FaultPost): Promise<FaultSource> {
  const releaseId = randomUUID();
  const statementId = randomUUID();
  const consentId = randomUUID();
  const { campaignId, organizationId } = post;
  const text = `“${WORDS}” said Ada Finch, Director of the River Alliance.`;
  const sha256 = createHash('sha256').update(text).digest('hex');
  await ledger
    .insertInto('release')
    .values({ id: releaseId, campaignId, text, sha256, partners: [] })
    .execute();
  await ledger
    .insertInto('statement')
    .values({
      id: statementId,
      releaseId,
      kind: 'quotation',
      position: 0,
      spans: JSON.stringify([{ start: 1, end: 1 + WORDS.length }]),
      figures: '[]',
      speaker: 'Ada Finch',
      consentOrganizationId: organizationId,
      rule: 'said-after',
      confidence: 'high',
      doubts: [],
      status: 'accepted',
    })
    .execute();
  await ledger
    .insertInto('consent')
    .values({ id: consentId, statementId, cutId: null, organizationId, givenBy: 'Noor', givenAt: new Date() })
    .execute();
  await ledger
    .insertInto('postStatement')
    .values({ postId: post.id, statementId, statementRevision: 1, cuts: '[]' })
    .execute();
  return { releaseId, statementId, consentId, organizationId };
}
