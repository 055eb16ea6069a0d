import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger as NestLogger } from 'nestjs-pino';
import { AppModule } from './assembly/app.module.js';
import { loadExample } from './commands/example/load-example.js';
import { runProcess } from './assembly/run-process.js';
import { followNews } from './assembly/worker-news.js';
import { loggingModule } from './infrastructure/logging/index.js';
import { configureHttp, createHttpAdapter } from './infrastructure/http/index.js';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const role = values.only === 'web' ? 'web' : 'all';

await runProcess(role, async ({ surroundings, logger, closeLater, say }) => {
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: AppModule, imports: [loggingModule(logger), AppModule.of(surroundings, role)] },
    createHttpAdapter(),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(NestLogger));
  configureHttp(app);
  closeLater(() => app.close());
  if (role === 'all') {
    closeLater(await followNews(app, surroundings.databaseUrl));
  }
  const { host, port } = surroundings.config.http;
  await app.listen(port, host);
  const address = await app.getUrl();
  if (role === 'all') await loadExample(address, say);
  say(`Chorus is ready at ${address}`);
  say(`  the API, to try out:      ${address}/api/docs`);
  say(`  the sandbox network:      ${surroundings.sandboxUrl}`);
  say('Press Ctrl-C to stop.');
});
