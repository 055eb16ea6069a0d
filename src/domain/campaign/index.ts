/** The hearing, and the instant of each wave before and after it. */
export * from './hearing.js';
export * from './wave.js';
