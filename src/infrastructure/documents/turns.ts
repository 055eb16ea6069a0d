/** Lets so many pieces of work run at once; the others wait, and begin in the order in which they came. */
export class Turns {
  private readonly most: number;
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(most: number) {
    this.most = most;
  }

  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= this.most) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever waited takes over this turn, so that nobody slips in between.
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
