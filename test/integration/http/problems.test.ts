import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { DatabaseError } from 'pg';
import * as z from 'zod';
import { problem } from '../../../src/contract/problem.js';
import { Ledger } from '../../../src/infrastructure/database/ledger.js';
import { BODY_LIMIT_BYTES, Conflict, Forbidden, NotFound } from '../../../src/infrastructure/http/index.js';
import { TestApp } from '../../support/app.js';

const greeting = z.strictObject({
  name: z.string().min(1).max(10),
  tags: z.array(z.strictObject({ word: z.string() })).max(2),
  mood: z.enum(['glad', 'sad']),
  at: z.iso.datetime({ offset: true }).optional(),
});
const byId = z.object({ id: z.uuid() });
const page = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });

@Controller('greetings')
class GreetingsController {
  @Post()
  greet(@Body({ schema: greeting }) body: z.infer<typeof greeting>): object {
    return { greeted: body.name };
  }

  @Get()
  list(@Query({ schema: page }) { limit }: z.infer<typeof page>): object {
    return { limit };
  }

  @Get('failing/:with')
  fail(@Param('with') kind: string): never {
    throw failure(kind);
  }

  @Get(':id')
  get(@Param({ schema: byId }) { id }: z.infer<typeof byId>): object {
    return { id };
  }
}

function failure(kind: string): Error {
  switch (kind) {
    case 'not-found':
      return new NotFound('no-such-greeting', 'There is no such greeting.');
    case 'forbidden':
      return new Forbidden('not-yours', 'This is not yours.');
    case 'conflict':
      return new Conflict('taken', 'It is taken.', [{ field: 'name', message: 'Choose another.' }]);
    case 'plain':
      return new Error('select secret from /srv/chorus');
    default: {
      const error = new DatabaseError('duplicate key value violates "greeting_name_key"', 10, 'error');
      error.code = kind;
      return error;
    }
  }
}

@Module({ controllers: [GreetingsController] })
class GreetingsModule {}

const noDatabase = new Ledger({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ modules: [GreetingsModule], ledger: noDatabase });
});
afterAll(() => app.close());

const good = { name: 'Ada', tags: [], mood: 'glad' };

describe('a request that does not fit the contract', () => {
  it('answers 422 with every fault, its dotted path and a sentence', async () => {
    const answer = await app.post('/api/greetings', {
      name: '',
      tags: [{ word: 3 }],
      mood: 'odd',
      at: 'yesterday',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problem.parse(answer.body)).toEqual(answer.body);
    expect(answer.body).toMatchObject({
      type: 'urn:chorus:problem:invalid-request',
      title: 'Unprocessable Entity',
      code: 'invalid-request',
      detail: 'name: This is too short: give at least 1 character. (and 3 more)',
      fields: [
        { field: 'name', message: 'This is too short: give at least 1 character.' },
        { field: 'tags.0.word', message: 'This must be a text.' },
        { field: 'mood', message: 'This must be one of “glad”, “sad”.' },
        { field: 'at', message: 'This must be an instant with its offset, such as 2026-11-03T15:00:00Z.' },
      ],
    });
  });

  it('names missing and unknown fields', async () => {
    const answer = await app.post('/api/greetings', { name: 'Ada', tags: [], moood: 'glad' });
    expect(answer.body['fields']).toEqual([
      { field: 'mood', message: 'This is missing: give one of “glad”, “sad”.' },
      { field: 'moood', message: 'There is no field “moood” here: check the spelling, or leave it out.' },
    ]);
  });

  it('names the body when there is none', async () => {
    const answer = await app.request('POST', '/api/greetings');
    expect(answer).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'body', message: 'This is missing: give an object.' }] },
    });
  });

  it('checks queries and path parameters alike', async () => {
    expect(await app.get('/api/greetings?limit=201')).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'limit', message: 'This is too large: give at most 200.' }] },
    });
    expect((await app.get('/api/greetings?limit=many')).body['fields']).toEqual([
      { field: 'limit', message: 'This must be a number.' },
    ]);
    expect((await app.get('/api/greetings/first')).body).toMatchObject({
      status: 422,
      fields: [{ field: 'id', message: 'This must be an id, such as 3f0c3a52-6d0e-4c36-9d0e-0d6a5f1b7a11.' }],
    });
  });
});

describe('a request that cannot be read', () => {
  it('answers 400 to malformed JSON', async () => {
    const answer = await app.request('POST', '/api/greetings', '{"name":');
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
  });

  it('answers 400 to a JSON that would replace a prototype', async () => {
    const answer = await app.request('POST', '/api/greetings', '{"__proto__":{"admin":true}}');
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
  });

  it('answers 400 to an address that is no address', async () => {
    const answer = await app.get('/api/greetings/%zz');
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('answers 413 beyond the limit, and reads up to it', async () => {
    const body = (bytes: number) => ' '.repeat(bytes - JSON.stringify(good).length) + JSON.stringify(good);
    expect((await app.request('POST', '/api/greetings', body(BODY_LIMIT_BYTES))).status).toBe(201);
    expect(await app.request('POST', '/api/greetings', body(BODY_LIMIT_BYTES + 1))).toMatchObject({
      status: 413,
      body: { code: 'request-too-large' },
    });
  });

  it('answers 415 to a body that is not JSON', async () => {
    const answer = await app.request('POST', '/api/greetings', '<a/>', { 'content-type': 'application/xml' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it('answers 404 where there is nothing', async () => {
    for (const path of ['/api/nothing', '/nothing', '/']) {
      expect(await app.get(path)).toMatchObject({ status: 404, body: { code: 'no-such-route' } });
    }
  });
});

describe('a refusal and a failure', () => {
  it.each([
    ['not-found', 404, 'no-such-greeting', 'There is no such greeting.'],
    ['forbidden', 403, 'not-yours', 'This is not yours.'],
    ['conflict', 409, 'taken', 'It is taken.'],
  ])('%s answers its status, code and sentence', async (kind, status, code, detail) => {
    const answer = await app.get(`/api/greetings/failing/${kind}`);
    expect(answer).toMatchObject({ status, body: { status, code, detail } });
  });

  it.each([
    ['23505', 409, 'already-exists'],
    ['23503', 409, 'in-use'],
    ['23514', 409, 'not-allowed-now'],
    ['40P01', 409, 'try-again'],
    ['42601', 500, 'unexpected'],
    ['plain', 500, 'unexpected'],
  ])('%s answers %i without a word of its cause', async (kind, status, code) => {
    const answer = await app.get(`/api/greetings/failing/${kind}`);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(answer.body)).not.toMatch(/select|greeting_name_key|srv/);
  });
});

describe('the request id', () => {
  it('is the caller’s where it is harmless, on answers of every kind', async () => {
    const headers = { 'x-request-id': 'run-7.step:2' };
    for (const path of ['/api/greetings', '/api/nothing', '/api/greetings/%zz', '/api/greetings?limit=x']) {
      const answer = await app.request('GET', path, undefined, headers);
      expect(answer.headers['x-request-id']).toBe('run-7.step:2');
      if (answer.status !== 200) expect(answer.body['requestId']).toBe('run-7.step:2');
    }
  });

  it.each(['', 'two words', 'line\tbreak', 'x'.repeat(101), '{"a":1}'])(
    'is a new one for %j',
    async (given) => {
      const answer = await app.request('GET', '/api/greetings', undefined, { 'x-request-id': given });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('the description of the API', () => {
  it('is made from the schemas that validate', async () => {
    const answer = await app.get<{ paths: Record<string, Record<string, object>> }>('/api/docs-json');
    expect(answer.status).toBe(200);
    const { post, get } = answer.body.paths['/api/greetings'] ?? {};
    expect(post).toMatchObject({
      requestBody: {
        content: {
          'application/json': { schema: { properties: { name: { type: 'string', maxLength: 10 } } } },
        },
      },
    });
    expect(get).toMatchObject({ parameters: [{ name: 'limit', in: 'query', schema: { maximum: 200 } }] });
  });

  it('is readable as a page', async () => {
    const answer = await app.nest.inject({ method: 'GET', url: '/api/docs' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Chorus API');
  });
});
