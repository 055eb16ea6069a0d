/** The hearing, and the instant of each wave before and after it. */
export * from './court-time.js';
export * from './hearing.js';
export * from './naming.js';
export * from './wave.js';
