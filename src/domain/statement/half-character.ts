/** Whether an offset stands between the two halves of a character beyond U+FFFF, where nothing can begin or end. */
export function cutsCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
