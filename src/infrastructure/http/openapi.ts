import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Serves the API's description at /api/docs, and as JSON at /api/docs-json; made when first asked for. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Chorus')
    .setDescription(
      'Turns a coalition’s press release into posts that partners approve and that go out in concert. ' +
        'Refused requests answer application/problem+json with a stable code. Instants are ISO 8601 in UTC.',
    )
    .setVersion('1')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'api/docs-json',
    customSiteTitle: 'Chorus API',
  });
}
