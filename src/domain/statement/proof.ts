import type { Statement } from './statement.js';

/** A statement together with the frozen text of the release that its spans point into. */
export interface SourcedStatement {
  readonly statement: Statement;
  readonly releaseText: string;
  /** When the embargo on its release ends (epoch milliseconds); null or absent where there is none. */
  readonly embargoedUntil?: number | null;
}

/** Statements by id. Only those in it whose status is `accepted` prove anything. */
export type StatementLookup = ReadonlyMap<string, SourcedStatement>;

export type Unproved =
  | 'nothing-said'
  | 'unknown-statement'
  | 'not-accepted'
  | 'wrong-kind'
  | 'not-the-release'
  | 'not-a-whole-quotation'
  | 'cut-not-agreed'
  | 'speaker-unknown'
  | 'speaker-not-named'
  | 'two-speakers'
  | 'figure-cut'
  | 'runs-together'
  | 'quotation-mark'
  | 'hidden-character'
  | 'bad-link';

/** Where in a post: both count from 0; `segment` is null where the whole part, or a picture of it, is meant. */
export interface Place {
  readonly part: number;
  readonly segment: number | null;
}

/** What stands against a post, with a sentence for the person who can repair it. */
export interface Objection {
  readonly because: Unproved;
  readonly message: string;
}

export type Proof =
  { readonly kind: 'proved' } | ({ readonly kind: 'refuse'; readonly where: Place } & Objection);
