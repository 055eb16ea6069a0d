const DATELINE =
  /^(?:\([^)]{2,40}\)|\p{Lu}[\p{L}.,'’ ]{1,60}?(?:,\s[\p{L}.]+\s?\d{0,2}(?:,\s\d{4})?)?)(?:\s?(?:--|[–—]{1,2})\s?|\s-\s)(?=["“\p{Lu}])/u;

/** How long the dateline is that a paragraph opens with ("HARBOR CITY, N.Y. – "), 0 where there is none. */
export function datelineLength(opening: string): number {
  return DATELINE.exec(opening)?.[0].length ?? 0;
}
