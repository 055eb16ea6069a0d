/** How alike posts of several accounts are: networks refuse substantially similar ones, and readers tire of them. */
export { adviceFor } from './advice.js';
export { nearCopiesAmong, type AlikePair } from './among.js';
export { nearCopy, type Likeness } from './near-copy.js';
export { nearCopiesOf } from './of.js';
export type { Verdict } from './measure.js';
export type { Passage, Place } from './passages.js';
export type { Written } from './reading.js';
