import { expect, it } from '@jest/globals';
import { generate } from '../../../src/domain/template/generate.js';
import { accounts, input, sources, waves } from './generation-materials.js';

it('1,260 posts (21 organizations, 2 accounts each, 30 waves) are made within 2 s', () => {
  const from = input({ accounts: accounts(21), waves: waves(30), sources: sources(13, 8) });
  const startedAt = performance.now();
  const { posts } = generate(from);
  const tookMs = performance.now() - startedAt;
  expect(posts).toHaveLength(1260);
  expect(tookMs).toBeLessThan(2_000);
});
