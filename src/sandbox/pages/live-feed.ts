import type { FastifyReply } from 'fastify';
import type { Timeline } from '../network/timeline.js';

/** Changes within this time are told together, so that a wave of a thousand posts is a few events. */
const gatherMs = 100;

/** Tells open pages, by server-sent events, that the network has changed; they fetch what is new themselves. */
export class LiveFeed {
  readonly #startedAt = Date.now();
  readonly #readers = new Set<FastifyReply['raw']>();
  readonly #stopListening: () => void;
  #changes = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(timeline: Timeline) {
    this.#stopListening = timeline.onChange(() => {
      this.#changes += 1;
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        for (const reader of this.#readers) this.#tell(reader);
      }, gatherMs);
    });
  }

  /** Differs after each change, and after a restart. */
  get revision(): string {
    return `${this.#startedAt}.${this.#changes}`;
  }

  follow(reply: FastifyReply): void {
    reply.hijack();
    const reader = reply.raw;
    reader.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reader.write('retry: 1000\n');
    this.#readers.add(reader);
    reader.once('close', () => this.#readers.delete(reader));
    this.#tell(reader);
  }

  close(): void {
    this.#stopListening();
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const reader of this.#readers) reader.end();
  }

  #tell(reader: FastifyReply['raw']): void {
    reader.write(`data: ${this.revision}\n\n`);
  }
}
