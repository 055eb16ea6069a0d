/** How the plan's own time is run in another. Instants in epoch milliseconds; `from` never after `until`. */
export interface Scale {
  readonly planFrom: number;
  readonly planUntil: number;
  readonly runsFrom: number;
  readonly runsUntil: number;
}

/** When an instant of the plan comes in the rehearsal: order and proportions stay, to the millisecond. */
export function runsAt(plannedAt: number, scale: Scale): number {
  return Math.round(mapped(plannedAt, scale.planFrom, scale.planUntil, scale.runsFrom, scale.runsUntil));
}

/** Which instant of the plan an instant of the rehearsal stands for. */
export function standsForAt(at: number, scale: Scale): number {
  return Math.round(mapped(at, scale.runsFrom, scale.runsUntil, scale.planFrom, scale.planUntil));
}

/** A span without length maps to where the other begins. */
function mapped(at: number, from: number, until: number, toFrom: number, toUntil: number): number {
  return until === from ? toFrom : toFrom + ((at - from) * (toUntil - toFrom)) / (until - from);
}
