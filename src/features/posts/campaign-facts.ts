import type { CampaignFacts } from '../../domain/template/context.js';
import { hearingInWords } from '../../domain/template/words.js';

interface CampaignRow {
  readonly name: string;
  readonly link: string | null;
  readonly hashtags: readonly string[];
  readonly caseName: string | null;
  readonly court: string | null;
  readonly docket: string | null;
  readonly startsAt: number | null;
  readonly zone: string;
}

/** What a campaign's posts may mention. */
export function campaignFacts({
  name,
  link,
  hashtags,
  caseName,
  court,
  docket,
  startsAt,
  zone,
}: CampaignRow): CampaignFacts {
  const hearing = startsAt === null ? null : hearingInWords({ startsAt, zone });
  return { name, link, hashtags, caseName, docket, court, hearing };
}
