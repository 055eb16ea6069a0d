import type { ExtractedFact, ExtractedQuotation } from '../extraction.js';
import type { Findings } from './findings.js';
import type { ChangedBecause, Found } from './reanchoring.js';

/** What the corrected text says otherwise of the same words: the rest of a sentence that begins with them. */
export interface Change {
  readonly because: ChangedBecause;
  readonly what: string;
}

/**
 * What two versions say otherwise of a finding with the same words, or null: who says it, in what role, for which
 * organization, who else it could be; of a fact its figures and its source. Names are compared as the rules complete
 * them: "said Ruiz" is Ana Ruiz where the text names her.
 */
export function changeOf(old: Findings, before: Found, now: Findings, after: Found): Change | null {
  if (before.kind === 'quotation' && after.kind === 'quotation') {
    const what = speakerChange(before, after);
    return what === null ? null : { because: 'speaker-changed', what };
  }
  if (before.kind !== 'fact' || after.kind !== 'fact') return KIND_CHANGED;
  if (before.source !== after.source) return { because: 'source-changed', what: sourceChange(before, after) };
  return sameNames(figuresOf(old, before), figuresOf(now, after)) ? null : FIGURES_CHANGED;
}

export function sourceChange(before: ExtractedFact, after: ExtractedFact): string {
  return `now has the source ${quoted(after.source)} (was ${quoted(before.source)})`;
}

/** The name under which a quotation stands: its speaker's, or else its organization's. */
export function voiceOf({ speaker, organization }: ExtractedQuotation): string | null {
  return speaker ?? organization;
}

/** Whether the text itself says who speaks; else a person decided, by what stands around the words. */
export function isSure(finding: Found): boolean {
  return finding.kind === 'fact' || (voiceOf(finding) !== null && finding.confidence !== 'low');
}

function speakerChange(before: ExtractedQuotation, after: ExtractedQuotation): string | null {
  const voice = speakers(after);
  const toAnother = `is now said by ${voice} (was ${speakers(before)})`;
  if (!sameNames([before.speaker, ...before.coSpeakers], [after.speaker, ...after.coSpeakers]))
    return toAnother;
  if (before.role !== after.role)
    return `is said by ${voice}, whose role is now ${quoted(after.role)} (was ${quoted(before.role)})`;
  if (before.organization !== after.organization && after.speaker === null) return toAnother;
  if (before.organization !== after.organization)
    return `is said by ${voice}, whose organization is now ${quoted(after.organization)} (was ${quoted(before.organization)})`;
  if (sameNames(before.candidates, after.candidates)) return null;
  return `can now be said by ${choice(after)} (was ${choice(before)})`;
}

function figuresOf({ text }: Findings, { figures }: ExtractedFact): string[] {
  return figures.map(({ start, end }) => text.slice(start, end));
}

function sameNames(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

function speakers(quotation: ExtractedQuotation): string {
  const voice = voiceOf(quotation);
  return voice === null ? 'nobody whom the text names' : [voice, ...quotation.coSpeakers].join(' and ');
}

function choice(quotation: ExtractedQuotation): string {
  return quotation.candidates.length > 0 ? quotation.candidates.join(' or ') : speakers(quotation);
}

function quoted(name: string | null): string {
  return name === null ? 'not given' : `“${name}”`;
}

const KIND_CHANGED: Change = { because: 'words-changed', what: 'is read as a statement of another kind' };
const FIGURES_CHANGED: Change = { because: 'words-changed', what: 'is read with other figures' };
