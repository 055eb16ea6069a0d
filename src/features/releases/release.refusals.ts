import type { EndsFault } from '../../domain/statement/ends.js';
import type { ReleaseTextFault } from '../../domain/statement/release-text.js';
import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';

export function noSuchCampaign(id: string): NotFound {
  return new NotFound('campaign-not-found', `There is no campaign ${id}.`);
}

export function noSuchRelease(id: string): NotFound {
  return new NotFound('release-not-found', `There is no release ${id}.`);
}

export function noSuchStatement(id: string): NotFound {
  return new NotFound('statement-not-found', `There is no statement ${id}.`);
}

export function statementChangedMeanwhile(): Conflict {
  return new Conflict(
    'statement-changed-meanwhile',
    'The statement was changed after the revision that you saw: look at it again first.',
    [{ field: 'revision', message: 'This is not the latest revision.' }],
  );
}

/** Its words stand in an older version only, so that nothing is decided on them any more. */
export function statementWithdrawn(statement: { readonly decidedBy: string | null }): Conflict {
  return new Conflict(
    'statement-withdrawn',
    `The corrected release that ${statement.decidedBy ?? 'somebody'} brought in no longer says this: decide on the statements of the newest version.`,
  );
}

export function tooManyStatements(found: number, most: number): Invalid {
  return new Invalid(
    'release-too-many-statements',
    `${found} quotations and facts were found, and a release has at most ${most}: is it one press release?`,
    [{ field: 'text', message: 'Divide it, or leave out what is not the release.' }],
  );
}

export function correctedBefore({ correctedById }: { readonly correctedById: string | null }): Conflict {
  return new Conflict(
    'not-the-newest-version',
    `This version was corrected before: correct the newest one, ${correctedById}.`,
  );
}

export function sameText({ id, version }: { readonly id: string; readonly version: number }): Invalid {
  const message = `This is the text of a release that stands (${id}, version ${version}): give the corrected text.`;
  return new Invalid('release-same-text', message, [{ field: 'text', message }]);
}

const TEXT_FAULTS: Readonly<
  Record<ReleaseTextFault, { readonly code: string; readonly sentence: (line: number) => string }>
> = {
  empty: {
    code: 'release-empty',
    sentence: () => 'The release is empty: paste its text.',
  },
  'too-long': {
    code: 'release-too-large',
    sentence: () => 'The release has more than 1,000,000 bytes of text: is it one press release?',
  },
  'control-character': {
    code: 'release-not-text',
    sentence: (line) =>
      `Line ${line} holds a control character, so this is no plain text: give the release’s text and not its file.`,
  },
  'broken-character': {
    code: 'release-broken-character',
    sentence: (line) => `Line ${line} holds half a character: copy the text again.`,
  },
  'not-utf-8': {
    code: 'release-not-utf-8',
    sentence: (line) =>
      `Line ${line} holds “\uFFFD”, which stands for characters that were lost: the text was not UTF-8. Save it as UTF-8, and send it again.`,
  },
};

export function releaseTextRefusal(fault: {
  readonly because: ReleaseTextFault;
  readonly line: number;
}): Invalid {
  const { code, sentence } = TEXT_FAULTS[fault.because];
  return new Invalid(code, sentence(fault.line), [{ field: 'text', message: sentence(fault.line) }]);
}

const ENDS_FAULTS: Readonly<Record<EndsFault, string>> = {
  'out-of-bounds': 'This reaches beyond the release’s text.',
  empty: 'This holds no words.',
  'half-a-character': 'This cuts a character in half: move the end by one.',
  'out-of-order': 'This begins before the span before it ends: give spans in the release’s order.',
  'somewhere-else':
    'This has none of the statement’s words: ends may move, but another place is another statement.',
  'takes-in-a-mark':
    'This takes in a quotation mark, beyond which the words are not this speaker’s: end before the mark.',
  'overlaps-another': 'This takes in words of another statement: reject that one first, or end before it.',
  'figure-outside': 'This leaves out a figure of the fact: keep them all within it.',
  'one-span-only': 'A fact is one sentence in one piece: give one span.',
};

export function embargoInThePast(): Invalid {
  const message =
    'This instant has passed, so it would hold nothing back: give a later one, or null to lift the embargo.';
  return new Invalid('in-the-past', message, [{ field: 'until', message }]);
}

export function readsOtherwise(): Invalid {
  const message = 'The newest version of the release has other words here: keep to the words that both have.';
  return new Invalid('span-reads-otherwise', message, [{ field: 'spans', message }]);
}

export function endsRefusal(fault: { readonly because: EndsFault; readonly span: number }): Invalid {
  const message = ENDS_FAULTS[fault.because];
  return new Invalid(`span-${fault.because}`, `Span ${fault.span + 1}: ${message}`, [
    { field: `spans.${fault.span}`, message },
  ]);
}
