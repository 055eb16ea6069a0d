import { describe, expect, it } from '@jest/globals';
import { nearCopy } from '../../../src/domain/post/near-copy/index.js';
import { HELD_BACK, MISSED, TUNED } from './near-copy-pairs.js';
import { written } from './near-copy-written.js';

describe('near copies that the thresholds were chosen on', () => {
  it.each(TUNED)('%s: %s', (_what, verdict, one, other) => {
    expect(nearCopy(written(one), written(other))).toMatchObject({ verdict });
  });
});

describe('near copies that were held back while the thresholds were chosen', () => {
  it.each(HELD_BACK)('%s: %s', (_what, verdict, one, other) => {
    expect(nearCopy(written(one), written(other))).toMatchObject({ verdict });
  });
});

describe('near copies that are missed, so that nobody relies on them', () => {
  it.each(MISSED)('%s: %s', (_what, verdict, one, other, people) => {
    expect(nearCopy(written(one), written(other))).toMatchObject({ verdict });
    expect(verdict).not.toBe(people);
  });
});
