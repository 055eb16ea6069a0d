import {
  LONGEST_RELEASE_BYTES,
  type ReleaseTextFault,
  releaseTextFault,
} from '../domain/statement/release-text.js';
import { CommandFault } from './fault.js';

/** Refuses in a sentence what cannot be the text of a release. */
export function checkReleaseText(name: string, text: string): void {
  const fault = releaseTextFault(text);
  if (fault !== null) throw new CommandFault(`${name} ${TEXT_FAULTS[fault.because](fault.line)}.`);
}

const TEXT_FAULTS: Readonly<Record<ReleaseTextFault, (line: number) => string>> = {
  empty: () => 'is empty: it must hold the text of a release',
  'too-long': () =>
    `is longer than ${LONGEST_RELEASE_BYTES / 1_000_000} MB: a release is a text of a few pages`,
  'control-character': (line) => `has a control character in line ${line}: save the release as plain text`,
  'broken-character': brokenCharacter,
  'not-utf-8': brokenCharacter,
};

function brokenCharacter(line: number): string {
  return `has a broken character in line ${line}: copy that line from the release again`;
}
