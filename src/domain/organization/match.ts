import { readSpelling, type Spelling } from './spelling.js';

/**
 * The one known organization that a name in a release means, or null. Two names mean the same organization when they
 * have the same words in the same order, whatever their case, punctuation, spaces, kind of apostrophe or dash, "&" or
 * "and", a leading "the", and a legal ending that only one of them has. A short form in brackets stands for its
 * name: "Electronic Rights Union (ERU)" is "Electronic Rights Union", and "ERU".
 *
 * Never by likeness: one word more, less or other is another organization, and so is one accent. Where several known
 * ones match, the one spelled exactly so is meant, else nobody can tell, and a person decides.
 */
export function matchOrganization<Known extends { readonly id: string; readonly name: string }>(
  name: string,
  known: readonly Known[],
): Known | null {
  const wanted = readSpelling(name);
  if (wanted === null) return null;
  const matching = known.filter((each) => {
    const spelling = readSpelling(each.name);
    return spelling !== null && meanTheSame(wanted, spelling);
  });
  const exact = matching.filter((each) => each.name.normalize('NFC') === name.normalize('NFC'));
  const [one, ...others] = matching.length > 1 ? exact : matching;
  return one !== undefined && others.length === 0 ? one : null;
}

/** A short form is compared with a name, never with another's short form: two organizations can have the same. */
function meanTheSame(one: Spelling, other: Spelling): boolean {
  if (one.ending !== null && other.ending !== null && one.ending !== other.ending) return false;
  if (one.words === other.words) return true;
  return one.shortForm === other.words || other.shortForm === one.words;
}
