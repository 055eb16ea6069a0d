import type { Readable } from 'node:stream';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';

/** The largest file that a route takes, in bytes. */
export const LARGEST_FILE_BYTES = 20_000_000;

/** Config of a route whose body is a file of any type; `request.body` is then its bytes. All others take JSON. */
export const TAKES_A_FILE = { takesAFile: true } as const;

/**
 * Lets routes take files. On all other routes a body that is no JSON is refused before any of it is read, and on
 * all routes JSON is still parsed as such, with its own limit.
 */
export function acceptFiles(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  instance.addContentTypeParser('*', fileOf);
}

async function fileOf(request: FastifyRequest, payload: Readable): Promise<Buffer> {
  if (!takesAFile(request)) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_FILE_BYTES) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function takesAFile({ routeOptions: { config } }: FastifyRequest): boolean {
  return 'takesAFile' in config && config.takesAFile === true;
}
