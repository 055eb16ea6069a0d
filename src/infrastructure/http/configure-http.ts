import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidation } from './request-validation.js';

/** All that HTTP needs, the same in main and in tests. Controllers name their paths without the prefix `api`. */
export function configureHttp(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new RequestValidation());
  app.useGlobalFilters(new ProblemFilter());
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.header('x-request-id', request.id);
      done();
    });
  serveOpenApi(app);
}
