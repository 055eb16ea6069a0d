import {
  type CourtTime,
  type CourtTimeFault,
  courtTimeText,
  type Hearing,
  type HearingNews,
  type HearingRefusal,
  type ReportedHearing,
  type WaveRoom,
} from '../../domain/campaign/index.js';
import { Conflict, Invalid, NotFound } from '../../infrastructure/http/index.js';

export function noSuchCampaign(id: string): NotFound {
  return new NotFound('campaign-not-found', `There is no campaign ${id}.`);
}

export function noSuchWave(id: string): NotFound {
  return new NotFound('wave-not-found', `There is no wave ${id}.`);
}

/** A court's time that no calendar or clock shows. */
export function courtTimeRefusal(fault: CourtTimeFault, local: CourtTime): Invalid {
  const { field, sentence } = COURT_TIME_FAULTS[fault];
  return new Invalid(fault, sentence(local), [{ field, message: sentence(local) }]);
}

const COURT_TIME_FAULTS: Readonly<
  Record<CourtTimeFault, { readonly field: keyof CourtTime; readonly sentence: (local: CourtTime) => string }>
> = {
  'unknown-zone': { field: 'zone', sentence: ({ zone }) => unknownZone(zone) },
  'no-such-date': {
    field: 'date',
    sentence: ({ date }) => `There is no ${date} in the calendar: check the day and the month.`,
  },
  'no-such-time': {
    field: 'time',
    sentence: ({ time }) => `There is no ${time} on a clock: write it like 09:30.`,
  },
  'skipped-time': {
    field: 'time',
    sentence: ({ date, time, zone }) =>
      `On ${date} the clocks of ${zone} go forward past ${time}: check the time with the court.`,
  },
};

function unknownZone(zone: string): string {
  return `There is no time zone “${zone}”: give the IANA name of the court’s zone, such as America/New_York.`;
}

export function unknownZoneRefusal(zone: string): Invalid {
  return new Invalid('unknown-zone', unknownZone(zone), [{ field: 'zone', message: unknownZone(zone) }]);
}

/** News that the hearing, as it stands, cannot take. */
export function hearingRefusal(
  because: HearingRefusal,
  current: ReportedHearing,
  news: HearingNews,
  now: number,
): Conflict | Invalid {
  const { zone } = current;
  const wanted = news.kind === 'dated' ? 'set' : news.kind;
  const reportedAt = 'at' in news && news.at !== undefined ? news.at : now;
  switch (because) {
    case 'in-the-past':
      return dateRefusal(
        'hearing-in-the-past',
        `${newsText(news)} has passed: a hearing can only be set for a time to come.`,
      );
    case 'too-far-ahead':
      return dateRefusal(
        'hearing-too-far-ahead',
        `${newsText(news)} is more than ten years ahead: check the year.`,
      );
    case 'not-held-yet':
      return new Conflict(
        'hearing-not-held-yet',
        `The hearing is set for ${dateText(current)}, so it cannot be ${wanted} at ${courtTimeText(reportedAt, zone)}. ` +
          'If the date was wrong, move the hearing first.',
      );
    case 'not-yet-argued-then':
      return atRefusal(
        'decided-before-argued',
        `The argument ended at ${courtTimeText(current.arguedAt ?? now, zone)}, so it cannot be decided at ${courtTimeText(reportedAt, zone)}: give a later time.`,
      );
    case 'in-the-future':
      return atRefusal(
        'reported-too-early',
        `${courtTimeText(reportedAt, zone)} is still to come: report that it is ${wanted} once it is.`,
      );
    case 'not-from-here':
      return new Conflict(
        'hearing-cannot-become',
        `A hearing that is ${current.status} cannot become ${wanted}.`,
      );
  }
}

/** A wave for which the campaign has no room. */
export function roomRefusal(room: Exclude<WaveRoom, 'room'>, { status }: Hearing): Conflict | Invalid {
  switch (room) {
    case 'before-its-event': {
      const message =
        'Nobody knows when the argument ends or the decision comes before it does, so a wave can only come after it: give 0 or more.';
      return new Invalid('wave-before-its-event', message, [{ field: 'timing', message }]);
    }
    case 'outcome-of-no-decision': {
      const message = 'Only a wave that counts from the decision is written for one outcome: leave it out.';
      return new Invalid('outcome-of-no-decision', message, [{ field: 'outcome', message }]);
    }
    case 'decision-known':
      return new Conflict(
        'decision-known',
        'The case is decided, so nothing more is written for one outcome: leave the outcome out.',
      );
    case 'hearing-ended':
      return new Conflict(
        'hearing-ended',
        `The hearing is ${status}, so its plan is over and takes no waves.`,
      );
    case 'before-argued-hearing':
      return new Conflict(
        'wave-before-argued-hearing',
        'The hearing has been argued, so a wave before it can no longer leave: choose a time after it.',
      );
  }
}

/** The words of its posts were approved for that outcome. */
export function outcomeIsFixed(): Conflict {
  const message = 'The wave has posts, which are written for its outcome: add another wave instead.';
  return new Conflict('wave-has-posts', message, [{ field: 'outcome', message }]);
}

export function spreadOrTogether(): Invalid {
  const message =
    'A wave is either spread over a time or leaves all together: leave out one of spreadSeconds and together.';
  return new Invalid('spread-or-together', message, [{ field: 'together', message }]);
}

export function launchTooFarAhead(): Invalid {
  const message = 'This is more than ten years ahead: check the year.';
  return new Invalid('launch-too-far-ahead', message, [{ field: 'launchAt', message }]);
}

function newsText(news: HearingNews): string {
  return news.kind === 'dated' ? dateText(news) : news.kind;
}

function dateText({ startsAt, zone }: Pick<Hearing, 'startsAt' | 'zone'>): string {
  return startsAt === null ? 'no date' : courtTimeText(startsAt, zone);
}

function dateRefusal(code: string, sentence: string): Invalid {
  return new Invalid(code, sentence, [{ field: 'date', message: sentence }]);
}

function atRefusal(code: string, sentence: string): Invalid {
  return new Invalid(code, sentence, [{ field: 'at', message: sentence }]);
}
