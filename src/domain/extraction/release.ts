import type { Roster } from './people/roster.js';
import type { Word } from './text/words.js';

/** A release as the rules read it: its text, its words, and the people whom it names in full. */
export interface Release {
  readonly text: string;
  readonly words: readonly Word[];
  readonly roster: Roster;
}
