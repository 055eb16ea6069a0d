import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  releaseText,
  type ReleaseTextAnswer,
  type ReleaseTextQuery,
  releaseTextQuery,
} from '../../contract/release-texts.js';
import { extract } from '../../domain/extraction/index.js';
import { readDocument } from '../../infrastructure/documents/index.js';
import { Answers, Invalid, TAKES_A_FILE } from '../../infrastructure/http/index.js';
import { checkText, digestOf } from './release.service.js';

const FILE_TYPES = [
  'text/plain',
  'text/markdown',
  'text/html',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
];

/** Reads a release out of a file, so that a person sees the text before it is frozen. Keeps nothing. */
@ApiTags('releases')
@Controller('release-texts')
export class ReleaseTextsController {
  @Post()
  @HttpCode(200)
  @RouteConfig(TAKES_A_FILE)
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ description: 'The file as it is', schema: { type: 'string', format: 'binary' } })
  @Answers(200, releaseText, 'The text of the file, and what to check in it')
  async read(
    @Query({ schema: releaseTextQuery }) { name }: ReleaseTextQuery,
    @Req() request: FastifyRequest,
  ): Promise<ReleaseTextAnswer> {
    const outcome = await readDocument({
      bytes: fileIn(request),
      name,
      mediaType: request.headers['content-type'],
    });
    if (outcome.kind === 'refuse') throw new Invalid(`document-${outcome.because}`, outcome.message);
    const { format, text, notes } = outcome;
    checkText(text);
    const { quotations, facts, partners } = extract(text);
    return {
      format,
      text,
      sha256: digestOf(text),
      characters: text.length,
      notes: [...notes],
      found: { quotations: quotations.length, facts: facts.length, partners: partners.length },
    };
  }
}

function fileIn({ body }: FastifyRequest): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (body === undefined || body === null) return new Uint8Array();
  throw new Invalid(
    'document-not-a-file',
    'This is JSON or a form: send the file itself as the body, with its own content type.',
  );
}
