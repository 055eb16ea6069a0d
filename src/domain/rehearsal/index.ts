/** A rehearsal: the plan's weeks run within a minute, and what there is to say about how it went. */
export * from './report.js';
export * from './scale.js';
