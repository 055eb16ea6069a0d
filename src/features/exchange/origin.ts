import type { FastifyRequest } from 'fastify';

/** Where Chorus answers, as whoever asks reaches it, such as `http://127.0.0.1:3000`. */
export function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
