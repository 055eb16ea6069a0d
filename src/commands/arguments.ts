import { InvalidArgumentError } from 'commander';

/** Reads a whole number that is not negative. */
export function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('Give a whole number, such as 15.');
  return Number(given);
}

/** Gathers an option that may be given more than once. */
export function several(given: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), given];
}

export function isId(given: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given);
}
