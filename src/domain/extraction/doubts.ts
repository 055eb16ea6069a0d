import type { Repair } from './marks/passages.js';

/** What a coordinator reads beside a statement. Each sentence says what is odd, and what to look at. */
const REPAIRS: Readonly<Record<Repair, string>> = {
  'no-closing-mark': 'The closing quotation mark is missing in the release: check where the words end.',
  'no-opening-mark': 'The opening quotation mark is missing in the release: check where the words begin.',
  'mixed-marks': 'The release opens and closes this quotation with marks of two kinds.',
  'turned-mark':
    'One of the quotation marks is turned the wrong way in the release: check where the words begin and end.',
  'no-marks-between':
    'The quotation runs over several paragraphs without marks between them: check where it ends.',
};

export function repairDoubt(repair: Repair): string {
  return REPAIRS[repair];
}

/** Repairs that change what is read; marks of two kinds alone leave no question. */
export function isGrave(repair: Repair): boolean {
  return repair !== 'mixed-marks';
}

export const DOUBTS = {
  nobody: 'The release does not say who said this: set the speaker, or reject it.',
  unnamed: 'The release does not name the speaker: set the name, or reject it.',
  document: 'A document is quoted here, not a person: set whose words these are.',
  partial: 'Only part of a sentence is quoted: check that it stands on its own.',
  unfinished:
    'These words look unfinished in the release: do not use them before the publisher has completed them.',
  bareName: (name: string): string => `The release gives no full name for “${name}”: add it.`,
  severalNames: (name: string, all: readonly string[]): string =>
    `“${name}” can be ${all.join(' or ')}: choose who said this.`,
  pronoun: (pronoun: string, name: string): string =>
    `The release only says “${pronoun}”; the person spoken of before is ${name}: confirm.`,
  office: (office: string, name: string): string =>
    `The release only says “the ${office}”; the one it names is ${name}: confirm.`,
  following: (name: string): string =>
    `No speaker is named here; the quotation right before is ${name}’s, so these are probably the same person’s words: confirm.`,
  sameParagraph: (name: string): string =>
    `No speaker is named here; ${name} is quoted earlier in the same paragraph: confirm.`,
  mentioned: (name: string): string =>
    `No speaker is named here; ${name} is the only person mentioned right before: confirm.`,
  suggested: (name: string): string =>
    `The release names ${name} beside these words without saying “said”: confirm.`,
  conflict: (all: readonly string[]): string =>
    `The release can be read in more than one way: ${all.join(' or ')} may have said this. Choose.`,
  joint: (all: readonly string[]): string =>
    `${all.join(' and ')} say this together: name them all, or none.`,
  askForSource: (source: string): string =>
    `The source is only “${source}”: ask which one it is before using the figure.`,
} as const;
