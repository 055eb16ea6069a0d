import { applyDecorators } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FileAnswer, fileAnswer, type FileQuery } from '../../contract/exchange.js';
import { problem } from '../../contract/problem.js';

/** A file that is made when it is asked for. Its name is of letters, digits, dots and hyphens. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
  /** Shown by a browser rather than saved. */
  readonly shown?: boolean;
}

/** Answers a file, or within JSON. What is in it is nobody else's, so nobody on the way keeps it. */
export function answerFile(
  reply: FastifyReply,
  { name, mediaType, content, shown = false }: MadeFile,
  as: FileQuery['as'],
): Buffer | FileAnswer {
  const bytes = Buffer.from(content);
  void reply.header('cache-control', 'private, no-store');
  if (as === 'json') return { name, mediaType, base64: bytes.toString('base64') };
  void reply.header('content-type', mediaType).header('x-content-type-options', 'nosniff');
  void reply.header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename="${name}"`);
  return bytes;
}

/** Describes in OpenAPI a route that answers a file, or with `as=json` the file within JSON. */
export function AnswersFile(mediaType: string, description: string): MethodDecorator {
  return applyDecorators(
    ApiProduces('application/json', mediaType),
    ApiResponse({ status: 200, description, standardSchema: fileAnswer }),
    ApiResponse({ status: '4XX', description: 'Refused, with the reason', standardSchema: problem }),
  );
}

/** Letters, digits and hyphens alone, for the name of a file. */
export function fileNameOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9]+/gu, '-');
  return plain.replace(/^-+|-+$/g, '').toLowerCase() || 'file';
}
