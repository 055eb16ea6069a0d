import { describe, expect, it } from '@jest/globals';
import { localTime } from '../../../src/features/exchange/local-time.js';
import {
  hourInWords,
  instantInWords,
  rangeInWords,
  shortDay,
  zoneShown,
} from '../../../src/infrastructure/html/index.js';

const NEW_YORK = 'America/New_York';
const at = (text: string) => Date.parse(text);

describe('times in words', () => {
  it('are those of the zone’s clock on that day', () => {
    expect(instantInWords(at('2026-03-24T14:00:00Z'), NEW_YORK)).toBe(
      'Tuesday, March 24, 2026, at 10:00 AM EDT',
    );
    expect(instantInWords(at('2026-11-03T15:00:00Z'), NEW_YORK)).toBe(
      'Tuesday, November 3, 2026, at 10:00 AM EST',
    );
    expect(localTime(at('2026-11-03T15:00:05Z'), NEW_YORK)).toBe('2026-11-03 10:00:05');
    expect(localTime(at('2026-11-03T15:00:00Z'), 'Asia/Kathmandu')).toBe('2026-11-03 20:45:00');
    expect(shortDay(at('2026-11-03T23:30:00Z'), 'Asia/Kathmandu')).toBe('Wed, Nov 4');
    expect(zoneShown(at('2026-07-01T00:00:00Z'), NEW_YORK)).toBe('EDT');
  });

  it('show seconds only where there are some, and plain spaces alone', () => {
    expect(hourInWords(at('2026-03-24T14:00:00Z'), NEW_YORK)).toBe('10:00 AM');
    expect(hourInWords(at('2026-03-24T14:00:00.400Z'), NEW_YORK)).toBe('10:00 AM');
    expect(hourInWords(at('2026-03-24T14:00:30Z'), NEW_YORK)).toBe('10:00:30 AM');
  });

  it('name a day once where a wave begins and ends on it', () => {
    const first = at('2026-03-24T14:00:00Z');
    expect(rangeInWords(first, first, NEW_YORK)).toBe(instantInWords(first, NEW_YORK));
    expect(rangeInWords(first, at('2026-03-24T14:20:00Z'), NEW_YORK)).toBe(
      'Tuesday, March 24, 2026, 10:00 AM to 10:20 AM EDT',
    );
    expect(rangeInWords(first, at('2026-03-25T14:00:00Z'), NEW_YORK)).toBe(
      'Tuesday, March 24, 2026, at 10:00 AM EDT to Wednesday, March 25, 2026, at 10:00 AM EDT',
    );
  });
});
