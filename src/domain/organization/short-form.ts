/** Words whose first letter a short form may leave out. */
const SMALL = new Set('a an and at by de for from in of on the to with'.split(' '));
/** From here on a name's place may follow: "Legal Aid Society of Marlow" is LAS. Two letters would be a place themselves. */
const BEFORE_PLACE = new Set(['of', 'in']);
const SHORTEST_WITHOUT_PLACE = 3;

/**
 * Whether a word is made of the first letters of a name's words, in order: ERU of "Electronic Rights Union". Any other
 * word in brackets tells two organizations apart ("Teamsters (Marlow)"). Both in lower case.
 */
export function isShortFormOf(short: string, name: string): boolean {
  if (!/^\p{L}{2,}$/u.test(short)) return false;
  const letters = Array.from(short);
  let reached = new Set([0]);
  for (const word of name.split(' ')) {
    const whole = reached.has(letters.length) && letters.length >= SHORTEST_WITHOUT_PLACE;
    if (whole && BEFORE_PLACE.has(word)) return true;
    reached = afterWord(reached, letters, word);
  }
  return reached.has(letters.length);
}

/** How many letters can be read after one word more. */
function afterWord(reached: ReadonlySet<number>, letters: readonly string[], word: string): Set<number> {
  const next = new Set<number>();
  const [initial] = word;
  for (const count of reached) {
    if (letters[count] === initial) next.add(count + 1);
    if (SMALL.has(word)) next.add(count);
  }
  return next;
}
