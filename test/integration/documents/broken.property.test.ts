import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocument } from '../../../src/infrastructure/documents/index.js';
import { filesOfRelease } from './one-release.js';

const FILES = Object.entries(filesOfRelease());

it('a file is read or refused, and nothing is thrown, wherever its bytes are broken or it breaks off', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      fc.option(fc.nat()),
      async ([name, content], changes, end) => {
        const bytes = Uint8Array.from(Buffer.from(content));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const kept = end === null ? bytes : bytes.subarray(0, end % bytes.length);
        const { kind } = await readDocument({ name, bytes: kept });
        expect(['read', 'refuse']).toContain(kind);
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);
