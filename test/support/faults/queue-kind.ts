/** What rings the alarms. */
export type QueueKind = 'redis' | 'postgres';
