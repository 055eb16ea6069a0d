import { describe, expect, it } from '@jest/globals';
import { retryInMsOf } from '../../../src/publishers/http/rate-limit.js';

describe('how long a rate limit asks to wait', () => {
  const date = 'Tue, 24 Nov 2026 10:00:00 GMT';
  const serverNow = Date.parse(date);
  const ownNow = serverNow + 90_000;

  it('takes a duration as it stands, whatever either clock says', () => {
    expect(retryInMsOf({ date, 'retry-after': '42', 'ratelimit-reset': '9999999999' }, ownNow)).toBe(42_000);
  });

  it('reads an instant against the clock of the server that named it', () => {
    const reset = String(serverNow / 1000 + 15);
    expect(retryInMsOf({ date, 'ratelimit-reset': reset }, ownNow)).toBe(15_000);
    expect(retryInMsOf({ date, 'x-rate-limit-reset': reset }, ownNow)).toBe(15_000);
    expect(retryInMsOf({ date, 'retry-after': 'Tue, 24 Nov 2026 10:01:00 GMT' }, ownNow)).toBe(60_000);
  });

  it('reads an instant against its own clock where the server names no date', () => {
    expect(retryInMsOf({ 'ratelimit-reset': String(ownNow / 1000 + 15) }, ownNow)).toBe(15_000);
  });

  it('takes a small reset for a number of seconds', () => {
    expect(retryInMsOf({ 'ratelimit-reset': '30' }, ownNow)).toBe(30_000);
  });

  it('never asks to go back in time', () => {
    expect(retryInMsOf({ date, 'ratelimit-reset': String(serverNow / 1000 - 5) }, ownNow)).toBe(0);
  });

  it('waits a minute where nothing usable is said', () => {
    expect(retryInMsOf({}, ownNow)).toBe(60_000);
    expect(retryInMsOf({ 'retry-after': 'soon', 'ratelimit-reset': '' }, ownNow)).toBe(60_000);
  });
});
