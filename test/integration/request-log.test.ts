import { Controller, Get, Module } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import { createLogger, loggingModule } from '../../src/infrastructure/logging/index.js';

const lines: string[] = [];

const config = { logLevel: 'debug', dataDir: '/nowhere', database: { url: null, poolSize: 1 } } as const;

@Controller('greeting')
class GreetingController {
  constructor(private readonly log: PinoLogger) {}

  @Get()
  greet(): string {
    this.log.info('greeting somebody');
    return 'hello';
  }

  @Get('broken')
  fail(): never {
    throw new Error('out of words');
  }
}

@Module({
  imports: [loggingModule(createLogger(config, { write: (line) => lines.push(line) }))],
  controllers: [GreetingController],
})
class GreetingModule {}

interface RequestLine {
  readonly level: string;
  readonly msg: string;
  readonly req: unknown;
  readonly res?: { readonly status: number };
}

describe('the log of requests', () => {
  let app: NestFastifyApplication;

  beforeEach(async () => {
    lines.length = 0;
    const testing = await Test.createTestingModule({ imports: [GreetingModule] }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(
      new FastifyAdapter({ genReqId: () => 'request-1' }),
      {
        logger: false,
      },
    );
    app.setGlobalPrefix('api');
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });

  afterEach(() => app.close());

  const requestLines = () => lines.map((line) => JSON.parse(line) as RequestLine);

  it('names each request once, by its id and without its query, and a feature’s lines carry the id too', async () => {
    await app.inject({ url: '/api/greeting?token=hush', headers: { authorization: 'Bearer hush' } });
    expect(lines.join('')).not.toContain('hush');
    expect(requestLines()).toMatchObject([
      {
        msg: 'greeting somebody',
        level: 'info',
        req: { id: 'request-1', method: 'GET', path: '/api/greeting' },
      },
      { level: 'debug', req: { id: 'request-1' }, res: { status: 200 } },
    ]);
  });

  it('takes an answer of 500 for an error, and one of 404 for news', async () => {
    await app.inject({ url: '/api/greeting/broken' });
    await app.inject({ url: '/api/nowhere' });
    expect(requestLines().map(({ level, res }) => [level, res?.status])).toEqual([
      ['error', 500],
      ['info', 404],
    ]);
  });
});
