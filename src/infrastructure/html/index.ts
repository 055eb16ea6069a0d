/** Pages that the server writes whole: markup in which everything foreign is escaped, instants in words, and their policy. */
export { Html, markup } from './markup.js';
export { selfContainedPolicy } from './policy.js';
export { hourInWords, instantInWords, rangeInWords, shortDay, zoneShown } from './words-of-time.js';
