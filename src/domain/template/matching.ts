/**
 * Gives each seat one of its choices so that no two seats hold choices of one kind, as far as that is possible:
 * a seat takes the first of its choices that is free, or whose holder can move on to another (Kuhn's algorithm
 * for matching in a bipartite graph). Seats that find nothing are left out of the answer.
 *
 * `held` are choices of earlier rounds, which may move to other choices of `choices` but are never lost.
 */
export function match<Seat, Choice>(
  seats: readonly Seat[],
  choices: (seat: Seat) => Iterable<Choice>,
  kindOf: (choice: Choice) => string,
  held: ReadonlyMap<Seat, Choice> = new Map(),
): Map<Seat, Choice> {
  const taken = new Map(held);
  const holders = new Map<string, Seat>();
  for (const [seat, choice] of held) holders.set(kindOf(choice), seat);

  function seatOne(seat: Seat, visited: Set<string>): boolean {
    for (const choice of choices(seat)) {
      const kind = kindOf(choice);
      if (visited.has(kind)) continue;
      visited.add(kind);
      const holder = holders.get(kind);
      if (holder !== undefined && !seatOne(holder, visited)) continue;
      holders.set(kind, seat);
      taken.set(seat, choice);
      return true;
    }
    return false;
  }

  for (const seat of seats) if (!taken.has(seat)) seatOne(seat, new Set());
  return taken;
}
