/** The one clock, anchored on the database's, and the timers that hold until an instant. */
export { Clock } from './clock.js';
export { DatabaseClock } from './database-clock.js';
