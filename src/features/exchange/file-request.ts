import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { fileBody } from '../../contract/exchange.js';
import { Invalid, TAKES_A_FILE } from '../../infrastructure/http/index.js';

/** A route whose body is a CSV file as it is, or a JSON that holds one. */
export function TakesCsv(): MethodDecorator {
  return applyDecorators(
    RouteConfig(TAKES_A_FILE),
    ApiConsumes('text/csv', 'application/octet-stream', 'application/json'),
    ApiBody({ description: 'The file as it is', schema: { type: 'string', format: 'binary' } }),
  );
}

/** The bytes of the file that a request brings. */
export function fileIn({ body, headers }: FastifyRequest): Uint8Array {
  if (headers['content-type']?.startsWith('multipart/') === true) {
    throw new Invalid(
      'csv-not-a-file',
      'This is a form: send the CSV file itself as the body, with the content type text/csv.',
    );
  }
  if (body instanceof Uint8Array) return body;
  if (body === undefined || body === null) return new Uint8Array();
  const inJson = fileBody.safeParse(body);
  if (inJson.success) return Buffer.from(inJson.data.base64, 'base64');
  throw new Invalid(
    'csv-not-a-file',
    'This JSON holds no file: send the CSV file itself as the body, or {"base64": "…"} with its bytes.',
  );
}
