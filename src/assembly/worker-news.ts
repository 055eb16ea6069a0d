import type { INestApplicationContext } from '@nestjs/common';
import { DUE_CHANNEL } from '../features/posts/index.js';
import { Enqueuer, PAUSE_CHANNEL, StopFlag } from '../features/publishing/index.js';
import { Notifications } from '../infrastructure/database/notifications.js';

/**
 * Lets the worker hear at commit what cannot wait for the sweep: pauses, for its stop flag, and posts with a new
 * instant, which may be near. Answers how to stop listening.
 */
export async function followNews(
  app: INestApplicationContext,
  databaseUrl: string,
): Promise<() => Promise<void>> {
  const stopFlag = app.get(StopFlag);
  const enqueuer = app.get(Enqueuer, { strict: false });
  const pauses = new Notifications(databaseUrl, PAUSE_CHANNEL, () => stopFlag.changed());
  const due = new Notifications(databaseUrl, DUE_CHANNEL, () => void enqueuer.enqueueDue());
  stopFlag.followedBy(() => pauses.listening);
  await Promise.all([pauses.connect(), due.connect()]);
  return async () => {
    await Promise.all([pauses.close(), due.close()]);
  };
}
