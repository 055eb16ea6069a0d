import type { Outcome } from './decision.js';
import type { ReportedHearing } from './hearing.js';

/** What a wave may count from: the hearing, the campaign's launch, the end of the argument, the decision. */
export const PLAN_EVENTS = ['hearing', 'launch', 'argued', 'decided'] as const;
export type PlanEvent = (typeof PLAN_EVENTS)[number];

/** All that a campaign's waves count from, as far as it is known. Instants in epoch milliseconds. */
export interface PlanCalendar extends ReportedHearing {
  readonly launchAt: number | null;
  /** How the court decided, once two people released it; null or absent before. */
  readonly outcome?: Outcome | null | undefined;
}

/** The instant of an event, null while it is not known. */
export function eventAt(event: PlanEvent, calendar: PlanCalendar): number | null {
  switch (event) {
    case 'hearing':
      return calendar.startsAt;
    case 'launch':
      return calendar.launchAt;
    case 'argued':
      return calendar.arguedAt;
    case 'decided':
      return calendar.decidedAt;
  }
}

/** Whether nobody knows an event's instant before it has happened, so that no wave can come before it. */
export function isReported(event: PlanEvent): boolean {
  return event === 'argued' || event === 'decided';
}
