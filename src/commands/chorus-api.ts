import * as z from 'zod';
import { problem, type Problem } from '../contract/problem.js';
import { CommandFault } from './fault.js';

/** Moving a hearing under ten thousand posts takes seconds; nothing takes this long. */
const ANSWER_LIMIT_MS = 120_000;
const PAGE_SIZE = 200;

type Query = Readonly<Record<string, string | undefined>>;

const anyPage = z.looseObject({ items: z.array(z.unknown()), nextCursor: z.string().nullable() });

/** A running Chorus over its HTTP API; every answer is checked against the contract. */
export class ChorusApi {
  /** `address` is asked for at the first request, so that a command that needs no server asks nobody. */
  constructor(private readonly address: () => string) {}

  get<Answer>(path: string, answer: z.ZodType<Answer>, query: Query = {}): Promise<Answer> {
    return this.request('GET', withQuery(path, query), undefined, answer);
  }

  post<Answer>(path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer> {
    return this.request('POST', path, body, answer);
  }

  patch<Answer>(path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer> {
    return this.request('PATCH', path, body, answer);
  }

  put<Answer>(path: string, body: object, answer: z.ZodType<Answer>): Promise<Answer> {
    return this.request('PUT', path, body, answer);
  }

  delete<Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer> {
    return this.request('DELETE', path, undefined, answer);
  }

  /** All pages of a list as one. */
  async all<Item>(path: string, item: z.ZodType<Item>, query: Query = {}): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.get(path, anyPage, { ...query, limit: String(PAGE_SIZE), cursor });
      for (const one of page.items) items.push(checked(one, item, path));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  private async request<Answer>(
    method: string,
    path: string,
    body: object | undefined,
    answer: z.ZodType<Answer>,
  ): Promise<Answer> {
    const response = await this.send(method, path, body);
    const content = parsed(response.text);
    if (response.status >= 400) throw new CommandFault(refusalText(response.status, content));
    return checked(content, answer, path);
  }

  private async send(method: string, path: string, body: object | undefined) {
    const address = this.address();
    try {
      const response = await fetch(new URL(`api/${path}`, address), {
        method,
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (error instanceof TypeError) {
        throw new CommandFault(
          `Chorus does not answer at ${address}: start it with npm start, or give its address with --url.`,
        );
      }
      if (error instanceof DOMException && error.name === 'TimeoutError') {
        throw new CommandFault(
          `Chorus did not answer within ${ANSWER_LIMIT_MS / 1_000} s at ${address}: look there before trying again, since it may have done what was asked.`,
        );
      }
      throw error;
    }
  }
}

function withQuery(path: string, query: Query): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, value);
  return given.size === 0 ? path : `${path}?${given.toString()}`;
}

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function checked<Answer>(content: unknown, answer: z.ZodType<Answer>, path: string): Answer {
  const result = answer.safeParse(content);
  if (result.success) return result.data;
  throw new CommandFault(
    `What answers ${path} is not this version of Chorus: check the address that is given with --url.`,
  );
}

function refusalText(status: number, content: unknown): string {
  const read = problem.safeParse(content);
  if (read.success) return problemText(read.data);
  return `The answer was ${status} without a reason: check that the address given with --url is Chorus.`;
}

function problemText({ detail, fields, status, requestId }: Problem): string {
  const places = fields.map(({ field, message }) => `  ${field}: ${message}`);
  const trace = status >= 500 ? [`  (request ${requestId})`] : [];
  return [detail, ...places, ...trace].join('\n');
}
