/** The alarm clock: BullMQ, on Redis or on PostgreSQL, behind what Chorus needs of it. */
export { AlarmQueue, type Alarm, type AlarmData, type AlarmWorker } from './alarm-queue.js';
export { createQueueBackend } from './backend.js';
