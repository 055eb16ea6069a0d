import { describe, expect, it } from '@jest/globals';
import { countdownInWords, hearingInWords, weeksInWords } from '../../../src/domain/template/words.js';

describe('a countdown in words', () => {
  it.each([
    [30, 'in 30 days'],
    [10, 'in 10 days'],
    [9, 'in nine days'],
    [2, 'in two days'],
    [1, 'tomorrow'],
    [0, 'today'],
    [-1, 'yesterday'],
    [-2, 'two days ago'],
    [-14, '14 days ago'],
  ])('of %d days is %j', (days, words) => {
    expect(countdownInWords(days)).toBe(words);
  });
});

describe('a countdown in weeks', () => {
  it.each([
    [84, 'in 12 weeks'],
    [21, 'in three weeks'],
    [20, 'in less than three weeks'],
    [17, 'in a little over two weeks'],
    [14, 'in two weeks'],
    [8, 'in a little over a week'],
    [7, 'in a week'],
    [6, null],
    [0, null],
    [-14, null],
  ])('of %d days is %j', (days, words) => {
    expect(weeksInWords(days)).toBe(words);
  });
});

describe('a hearing in words', () => {
  it('is told in the court’s zone, whatever the day is elsewhere', () => {
    const startsAt = Date.UTC(2026, 2, 24, 14, 0);
    expect(hearingInWords({ startsAt, zone: 'America/New_York' })).toEqual({
      date: 'Tuesday, March 24',
      time: '10 a.m.',
    });
    expect(hearingInWords({ startsAt, zone: 'Pacific/Auckland' })).toEqual({
      date: 'Wednesday, March 25',
      time: '3 a.m.',
    });
  });

  it('gives minutes where there are any, and noon its name', () => {
    expect(hearingInWords({ startsAt: Date.UTC(2026, 0, 5, 13, 30), zone: 'UTC' }).time).toBe('1:30 p.m.');
    expect(hearingInWords({ startsAt: Date.UTC(2026, 0, 5, 12, 0), zone: 'UTC' }).time).toBe('noon');
    expect(hearingInWords({ startsAt: Date.UTC(2026, 0, 5, 0, 0), zone: 'UTC' }).time).toBe('12 a.m.');
  });
});
