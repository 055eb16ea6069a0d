import { NETWORK_RULES } from '../network/network.js';
import { daysBefore } from './candidates.js';
import type { Filled, Unfillable } from './fill.js';
import type { GenerationAccount, GenerationWave } from './generation.js';
import { isAllowed, type Template } from './template.js';

/** A candidate that was tried in vain, and the kind of statement that its template needs. */
export interface Tried {
  readonly needs: Template['needs'];
  readonly result: Filled | Unfillable;
}

const STATEMENT = { quotation: 'quotation', fact: 'fact', none: 'text' } as const;

/** What an account lacks to have a post in a wave, in words that complete "This place needs …". */
export function needsInWords(
  wave: GenerationWave,
  account: GenerationAccount,
  tried: readonly Tried[],
  templates: readonly Template[],
): string {
  const named = templates.filter((template) => isAllowed(template, wave.templates));
  if (named.length === 0) {
    const names = wave.templates === 'any' ? [] : wave.templates;
    return names.length === 0 ? 'a template' : `a template named ${names.join(' or ')}`;
  }
  const days = daysBefore(wave);
  const served = named.filter(({ networks }) => networks.includes(account.network));
  if (served.length === 0) return `a template for ${NETWORK_RULES[account.network].title}`;
  const timely = served.filter((template) => suitsDays(template, days));
  if (timely.length === 0) {
    return days === null
      ? 'a template for any day, since this wave is not bound to a day'
      : `a template for ${Math.abs(days)} days ${days < 0 ? 'after' : 'before'} the hearing`;
  }
  return (
    shorterStatement(tried) ??
    missingStatement(timely, tried) ??
    ownWords(timely, tried) ??
    firstMessage(tried)
  );
}

/** What a cell needs while all that could be said in it is under embargo; `until` in epoch milliseconds. */
export function laterWaveInWords(until: number): string {
  const [date = '', time = ''] = new Date(until).toISOString().split('T');
  return `a later wave, since the release is under embargo until ${date}, ${time.slice(0, 5)} UTC`;
}

function suitsDays({ daysBefore: range }: Template, days: number | null): boolean {
  return range === null || (days !== null && range.from <= days && days <= range.to);
}

/** The shortest cut to a post where texts were too long: the roomiest place that a statement could have. */
function shorterStatement(tried: readonly Tried[]): string | null {
  const rooms = tried.flatMap(({ needs, result }) => {
    if (result.kind !== 'refuse' || result.because !== 'too-long' || !result.size) return [];
    const { count, limit, source } = result.size;
    return [{ kind: STATEMENT[needs], room: limit - count + source, own: source > 0 }];
  });
  const [best] = rooms.filter(({ own, room }) => own && room > 0).toSorted((a, b) => b.room - a.room);
  if (best) return `a ${best.kind} of at most ${best.room} characters`;
  return rooms.length > 0 ? 'a shorter template' : null;
}

function missingStatement(templates: readonly Template[], tried: readonly Tried[]): string | null {
  const kinds = (['quotation', 'fact'] as const).filter(
    (kind) => templates.some(({ needs }) => needs === kind) && !tried.some(({ needs }) => needs === kind),
  );
  return kinds.length === 0 ? null : `an accepted ${kinds.join(' or ')}`;
}

/** The questions that the partner has not answered yet, where an answer would give it a text. */
function ownWords(templates: readonly Template[], tried: readonly Tried[]): string | null {
  if (!tried.some(({ result }) => result.kind === 'refuse' && result.because === 'missing-words'))
    return null;
  const open = templates.flatMap(({ blanks }) => blanks.filter((blank) => blank.default === undefined));
  return `own words: ${open.map(({ name, asks }) => `${name} (${asks})`).join(', or ')}`;
}

function firstMessage(tried: readonly Tried[]): string {
  const refusals = tried.map(({ result }) => result).filter((result) => result.kind === 'refuse');
  const telling = refusals.find(({ because }) => because !== 'network' && because !== 'days') ?? refusals[0];
  return telling ? `something else to say: ${telling.message}` : 'an accepted statement';
}
