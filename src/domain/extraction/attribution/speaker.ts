import { DOUBTS } from '../doubts.js';
import type { Confidence } from '../extraction.js';
import { surnameOf } from '../people/person-name.js';

/** Who said a quotation, as far as the release tells, with how it was found and what is doubtful. */
export interface Speaker {
  readonly name: string | null;
  readonly role: string | null;
  readonly organization: string | null;
  readonly coSpeakers: readonly string[];
  readonly candidates: readonly string[];
  readonly rule: string;
  readonly confidence: Confidence;
  readonly doubts: readonly string[];
}

export const NOBODY: Omit<Speaker, 'rule'> = {
  name: null,
  role: null,
  organization: null,
  coSpeakers: [],
  candidates: [],
  confidence: 'low',
  doubts: [DOUBTS.nobody],
};

/** Nobody can be named; the doubt says what a person has to do. */
export function nobody(rule: string, doubt: string = DOUBTS.nobody): Speaker {
  return { ...NOBODY, rule, doubts: [doubt] };
}

/** The same people, as far as two readings name them. */
export function sameSpeaker(one: Speaker, other: Speaker): boolean {
  if (one.name === null || other.name === null)
    return one.name === other.name && one.organization === other.organization;
  return surnameOf(one.name) === surnameOf(other.name);
}
