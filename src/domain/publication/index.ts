/** The rules of sending: whether a post goes out now, and what each outcome does to it. */
export * from './decide.js';
export * from './outcome.js';
