/** Pages have some dozens of levels; parsers go down one call a level. */
const DEEPEST = 300;
const TAG = /<(\/?)([a-z][^\s/>]*)/gi;
/** Elements that have no end, or often do without it. */
const UNENDED = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr option'.split(' '),
);

export interface Outline {
  readonly elements: number;
  readonly isTooDeep: boolean;
}

/** How many elements a page has and whether they are nested beyond reason, told from its tags alone. */
export function outlineOf(html: string): Outline {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (slash === '') elements += 1;
    if (UNENDED.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return { elements, isTooDeep: deepest > DEEPEST };
}
