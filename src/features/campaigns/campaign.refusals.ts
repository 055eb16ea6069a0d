import {
  type CourtTime,
  type CourtTimeFault,
  courtTimeText,
  type Hearing,
  type HearingRefusal,
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
  current: Hearing,
  wanted: Hearing,
): Conflict | Invalid {
  if (because === 'in-the-past') {
    return dateRefusal(
      'hearing-in-the-past',
      `${dateText(wanted)} has passed: a hearing can only be set for a time to come.`,
    );
  }
  if (because === 'too-far-ahead') {
    return dateRefusal(
      'hearing-too-far-ahead',
      `${dateText(wanted)} is more than ten years ahead: check the year.`,
    );
  }
  if (because === 'not-held-yet') {
    return new Conflict(
      'hearing-not-held-yet',
      `The hearing is set for ${dateText(current)}, so it cannot be ${wanted.status} yet. ` +
        'If the date was wrong, move the hearing first.',
    );
  }
  return new Conflict(
    'hearing-cannot-become',
    `A hearing that is ${current.status} cannot become ${wanted.status}.`,
  );
}

function dateText({ startsAt, zone }: Hearing): string {
  return startsAt === null ? 'no date' : courtTimeText(startsAt, zone);
}

function dateRefusal(code: string, sentence: string): Invalid {
  return new Invalid(code, sentence, [{ field: 'date', message: sentence }]);
}
