import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestChorus } from '../../support/chorus.js';

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
}

let chorus: TestChorus;
let operations: (readonly [name: string, operation: Operation])[];
beforeAll(async () => {
  chorus = await TestChorus.start(null, '2026-03-01T15:00:00Z');
  const { body } = await chorus.app.get<{ paths: Record<string, Record<string, Operation>> }>(
    '/api/docs-json',
  );
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
});
afterAll(() => chorus.close());

const wrong = (is: (operation: Operation, name: string) => boolean) =>
  operations.filter(([name, operation]) => !is(operation, name)).map(([name]) => name);

describe('the description of the whole API', () => {
  it('names every route under /api', () => {
    expect(operations.length).toBeGreaterThan(30);
    expect(wrong((_, name) => / \/api\//.test(name))).toEqual([]);
  });

  it('gives the shape of every answer', () => {
    expect(
      wrong(({ responses }) => {
        const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
        const shapes = Object.values(response?.content ?? {}).map(({ schema }) => schema);
        return status === '204' || shapes.some((schema) => schema !== undefined);
      }),
    ).toEqual([]);
  });

  it('gives the shape of every body and the id of every address', () => {
    expect(
      wrong(({ requestBody }, name) =>
        /^(post|put|patch) /.test(name)
          ? Object.values(requestBody?.content ?? {}).some(({ schema }) => schema !== undefined)
          : requestBody === undefined,
      ),
    ).toEqual([]);
    expect(
      wrong(({ parameters = [] }, name) =>
        [...name.matchAll(/\{(\w+)\}/g)].every(([, id]) =>
          parameters.some((parameter) => parameter.in === 'path' && parameter.name === id),
        ),
      ),
    ).toEqual([]);
  });
});
