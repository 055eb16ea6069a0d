import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../src/infrastructure/documents/turns.js';

/** Work that ends when it is told to, and notes that it began. */
function worksOf(turns: Turns, count: number) {
  const began: number[] = [];
  const works = Array.from({ length: count }, () => Promise.withResolvers<void>());
  const ended = works.map(({ promise }, index) =>
    turns.take(() => {
      began.push(index);
      return promise;
    }),
  );
  return { began, works, ended };
}

const pass = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('turns', () => {
  it('are for so many at once, and for the others in the order in which they came', async () => {
    const { began, works, ended } = worksOf(new Turns(2), 5);
    await pass();
    expect(began).toEqual([0, 1]);
    works[1]?.resolve();
    await ended[1];
    await pass();
    expect(began).toEqual([0, 1, 2]);
    for (const { resolve } of works) resolve();
    await Promise.all(ended);
    expect(began).toEqual([0, 1, 2, 3, 4]);
  });

  it('are given back by work that fails', async () => {
    const turns = new Turns(1);
    await expect(turns.take(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    const { began, works, ended } = worksOf(turns, 2);
    works[0]?.reject(new Error('lost'));
    await expect(ended[0]).rejects.toThrow('lost');
    works[1]?.resolve();
    await ended[1];
    expect(began).toEqual([0, 1]);
  });
});
