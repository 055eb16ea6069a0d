import type { DynamicModule, InjectionToken, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Clock } from '../../src/infrastructure/clock/clock.js';
import { Ledger } from '../../src/infrastructure/database/ledger.js';
import { configureHttp, createHttpAdapter } from '../../src/infrastructure/http/index.js';
import { SetClock } from './set-clock.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer over HTTP; `body` is its JSON, whose shape the test knows. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Body;
}

export interface TestAppOptions {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly ledger: Ledger;
  readonly clock?: SetClock;
  /** What main provides to all modules besides the ledger and the clock: the vault, the account connector, … */
  readonly provide?: ReadonlyMap<InjectionToken, unknown>;
}

/** A Nest application as main builds it, on a set clock and without a listening socket. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly clock: SetClock,
    readonly ledger: Ledger,
  ) {}

  static async start(options: TestAppOptions): Promise<TestApp> {
    const clock = options.clock ?? new SetClock();
    const provided = new Map<InjectionToken, unknown>([
      [Ledger, options.ledger],
      [Clock, clock],
      ...(options.provide ?? []),
    ]);
    const builder = Test.createTestingModule({ imports: [surroundings(provided), ...options.modules] });
    const compiled = await builder.compile();
    const nest = compiled.createNestApplication<NestFastifyApplication>(createHttpAdapter(), {
      logger: false,
    });
    configureHttp(nest);
    await nest.init();
    await nest.getHttpAdapter().getInstance().ready();
    return new TestApp(nest, clock, options.ledger);
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.request<Body>('GET', path);
  }

  post<Body = Record<string, unknown>>(path: string, body: object): Promise<Answer<Body>> {
    return this.request<Body>('POST', path, body);
  }

  put<Body = Record<string, unknown>>(path: string, body: object): Promise<Answer<Body>> {
    return this.request<Body>('PUT', path, body);
  }

  patch<Body = Record<string, unknown>>(path: string, body: object): Promise<Answer<Body>> {
    return this.request<Body>('PATCH', path, body);
  }

  delete<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.request<Body>('DELETE', path);
  }

  /** One request; a text as body is sent as it stands, as JSON. */
  async request<Body = Record<string, unknown>>(
    method: Method,
    path: string,
    body?: object | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const answer = await this.nest.inject({
      method,
      url: path,
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = answer.body;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Body,
    };
  }

  async close(): Promise<void> {
    await this.nest.close();
  }
}

class Surroundings {}

function surroundings(provided: ReadonlyMap<InjectionToken, unknown>): DynamicModule {
  return {
    module: Surroundings,
    global: true,
    providers: [...provided].map(([provide, useValue]) => ({ provide, useValue })),
    exports: [...provided.keys()],
  };
}
