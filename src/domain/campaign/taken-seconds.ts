const SECOND_MS = 1_000;

/** Which seconds are taken; whoever comes to one that is goes on to the next that is free. All in milliseconds. */
export class TakenSeconds {
  /** For each second that is taken, a later one to look at. */
  private readonly next = new Map<number, number>();

  take(at: number): void {
    const second = Math.floor(at / SECOND_MS);
    if (!this.next.has(second)) this.next.set(second, second + 1);
  }

  /** The same instant in the first second from its own on that is free. */
  find(at: number): number {
    const wanted = Math.floor(at / SECOND_MS);
    const passed: number[] = [];
    let free = wanted;
    for (let next = this.next.get(free); next !== undefined; next = this.next.get(free)) {
      passed.push(free);
      free = next;
    }
    // Whoever comes this way later need not go step by step.
    for (const second of passed) this.next.set(second, free);
    return at + (free - wanted) * SECOND_MS;
  }
}
