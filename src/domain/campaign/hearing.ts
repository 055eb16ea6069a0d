/** Where the court date stands. `set` and `moved` have an instant; the others may have none. */
export const HEARING_STATUSES = ['unannounced', 'set', 'moved', 'argued', 'decided', 'cancelled'] as const;
export type HearingStatus = (typeof HEARING_STATUSES)[number];

/** Which state of a hearing may follow which: nothing follows a decision or a cancellation but a new date. */
export const HEARING_MOVES: Readonly<Record<HearingStatus, readonly HearingStatus[]>> = {
  unannounced: ['set', 'cancelled'],
  set: ['moved', 'unannounced', 'argued', 'cancelled'],
  moved: ['moved', 'unannounced', 'argued', 'cancelled'],
  argued: ['decided'],
  decided: [],
  cancelled: ['set'],
};

/** A hearing with a date: `startsAt` in epoch milliseconds, `zone` the court's IANA time zone. */
export interface ScheduledHearing {
  readonly startsAt: number;
  readonly zone: string;
}
