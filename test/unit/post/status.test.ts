import { describe, expect, it } from '@jest/globals';
import {
  CLAIMABLE,
  EDITABLE,
  mayMove,
  POST_MOVES,
  POST_STATUSES,
  type PostStatus,
  UNSENT,
} from '../../../src/domain/post/status.js';

describe('the status table', () => {
  it('reaches every status from draft', () => {
    const reached = new Set<PostStatus>(['draft']);
    for (const from of reached) for (const to of POST_MOVES[from]) reached.add(to);
    expect([...reached].sort()).toEqual([...POST_STATUSES].sort());
  });

  it('lets nothing leave what is cancelled or taken down', () => {
    for (const to of POST_STATUSES) {
      expect(mayMove('cancelled', to)).toBe(false);
      expect(mayMove('taken-down', to)).toBe(false);
    }
  });

  it('comes to publishing only from where a claim may come', () => {
    const sources = POST_STATUSES.filter((from) => mayMove(from, 'publishing'));
    expect(sources.sort()).toEqual([...CLAIMABLE].sort());
  });

  it('lets nobody edit what is live, on the wire or uncertain', () => {
    for (const status of ['publishing', 'unknown', 'published', 'partly-published'] as const) {
      expect(EDITABLE).not.toContain(status);
      expect(UNSENT).not.toContain(status);
    }
  });

  it('brings every editable post back to proposed, where it is approved anew', () => {
    for (const status of EDITABLE) expect(status === 'proposed' || mayMove(status, 'proposed')).toBe(true);
  });
});
