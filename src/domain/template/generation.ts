import type { WaveOffset } from '../campaign/index.js';
import type { Network } from '../network/network.js';
import type { Part } from '../post/segment.js';
import type { SourcedStatement } from '../statement/proof.js';
import type { CampaignFacts } from './context.js';
import type { Template } from './template.js';

/** An account that takes part, with what its posts may say of its organization. */
export interface GenerationAccount {
  readonly id: string;
  readonly organizationId: string;
  /** The organization's name. */
  readonly organization: string;
  readonly network: Network;
  /** The server's own limit of a text, where it states one. */
  readonly textLimit?: number | undefined;
  /** The organization's own words, by the name of the blank that they fill. */
  readonly blanks: Readonly<Record<string, string>>;
}

/** A wave without its instant: the texts depend on its place and its offset only. */
export interface GenerationWave {
  readonly id: string;
  /** Its place among the waves; waves of one position go by id. */
  readonly position: number;
  readonly offset: WaveOffset;
  /** The instant of its first post (epoch milliseconds); null or absent while no date is known. */
  readonly leavesAt?: number | null;
  /** Names of the templates that may be used; they take turns. */
  readonly templates: readonly string[] | 'any';
}

export interface GenerationInput {
  readonly campaign: CampaignFacts;
  readonly waves: readonly GenerationWave[];
  readonly accounts: readonly GenerationAccount[];
  /** Only accepted statements among them are used. */
  readonly sources: readonly SourcedStatement[];
  readonly templates: readonly Template[];
  /** Decides where nothing else does: another seed deals the statements out anew. */
  readonly seed: string;
}

export interface GeneratedPost {
  readonly waveId: string;
  readonly accountId: string;
  readonly templateName: string;
  readonly parts: readonly Part[];
  readonly statementIds: readonly string[];
  /** Whether the text names the date or the hour of the hearing, so that moving it changes the text. */
  readonly dependsOnDate: boolean;
}

/** An account that has nothing to say in a wave, and what it would take, e.g. `an accepted quotation`. */
export interface EmptyCell {
  readonly waveId: string;
  readonly accountId: string;
  readonly needs: string;
}

export interface Generation {
  readonly posts: readonly GeneratedPost[];
  readonly empty: readonly EmptyCell[];
}
