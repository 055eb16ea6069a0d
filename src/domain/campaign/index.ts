/** The hearing and the other events that a campaign counts from, and the instant of each wave before and after them. */
export * from './court-time.js';
export * from './decision.js';
export * from './event.js';
export * from './fate.js';
export * from './free-time.js';
export * from './freeze.js';
export * from './hearing.js';
export * from './label.js';
export * from './naming.js';
export * from './quiet-hours.js';
export * from './room.js';
export * from './seating.js';
export * from './wave.js';
