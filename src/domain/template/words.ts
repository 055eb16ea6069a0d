const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * How far the hearing is, in words: in 14 days, tomorrow, today, yesterday, two days ago. Numbers below ten
 * are written out, as newspapers do.
 */
export function countdownInWords(daysBefore: number): string {
  if (daysBefore === 0) return 'today';
  if (daysBefore === 1) return 'tomorrow';
  if (daysBefore === -1) return 'yesterday';
  const days = Math.abs(daysBefore);
  const text = `${SMALL[days] ?? days} days`;
  return daysBefore > 0 ? `in ${text}` : `${text} ago`;
}

/**
 * How far the hearing is in weeks, as people say it: in two weeks, in a little over two weeks, in less than three
 * weeks. Null within a week of it and after it, where days say more.
 */
export function weeksInWords(daysBefore: number): string | null {
  if (daysBefore < 7) return null;
  const [whole, more] = [Math.floor(daysBefore / 7), daysBefore % 7];
  if (more === 0) return `in ${weeks(whole)}`;
  return more <= 3 ? `in a little over ${weeks(whole)}` : `in less than ${weeks(whole + 1)}`;
}

function weeks(count: number): string {
  return count === 1 ? 'a week' : `${SMALL[count] ?? count} weeks`;
}

/** The day and the hour of a hearing as a newspaper gives them, at the court. */
export interface HearingWords {
  readonly date: string;
  readonly time: string;
}

/** E.g. `Tuesday, March 24` and `10 a.m.`; `startsAt` in epoch milliseconds, `zone` the court's IANA time zone. */
export function hearingInWords(hearing: { readonly startsAt: number; readonly zone: string }): HearingWords {
  const at = new Date(hearing.startsAt);
  const date = new Intl.DateTimeFormat('en-US', {
    timeZone: hearing.zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(at);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: hearing.zone,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  }).formatToParts(at);
  const value = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const minutes = value('minute') === '00' ? '' : `:${value('minute')}`;
  const time = `${value('hour')}${minutes} ${value('dayPeriod') === 'AM' ? 'a.m.' : 'p.m.'}`;
  return { date, time: time === '12 p.m.' ? 'noon' : time };
}
