import { NestFactory } from '@nestjs/core';
import { Logger as NestLogger } from 'nestjs-pino';
import { AppModule } from './assembly/app.module.js';
import { runProcess } from './assembly/run-process.js';
import { followNews } from './assembly/worker-news.js';
import { loggingModule } from './infrastructure/logging/index.js';

await runProcess('worker', async ({ surroundings, logger, closeLater, say }) => {
  const app = await NestFactory.createApplicationContext(
    { module: AppModule, imports: [loggingModule(logger), AppModule.of(surroundings, 'worker')] },
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(NestLogger));
  closeLater(() => app.close());
  closeLater(await followNews(app, surroundings.databaseUrl));
  say(`The worker ${surroundings.workerName} is ready.`);
});
