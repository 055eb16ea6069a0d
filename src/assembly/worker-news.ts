import type { INestApplicationContext } from '@nestjs/common';
import { PAUSE_CHANNEL, StopFlag } from '../features/publishing/index.js';
import { Notifications } from '../infrastructure/database/notifications.js';

/** Lets the worker's stop flag hear of pauses the moment they are committed. */
export async function followPauses(
  app: INestApplicationContext,
  databaseUrl: string,
): Promise<Notifications> {
  const stopFlag = app.get(StopFlag);
  const news = new Notifications(databaseUrl, PAUSE_CHANNEL, () => stopFlag.changed());
  stopFlag.followedBy(() => news.listening);
  await news.connect();
  return news;
}
