/** How a court may decide, as the campaign sees it. */
export const OUTCOMES = ['won', 'lost', 'mixed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Whether two names are of one person, for a release that takes two. Names are all that there is until people sign in,
 * so those that differ in case, spaces or the form of their characters only are taken for the same.
 */
export function isSamePerson(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
