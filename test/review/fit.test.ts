// Cutting a review to the time that there is.

import { describe, expect, test } from 'vitest';
import { drawSample } from '../../src/review/draw.ts';
import { fitParts } from '../../src/review/fit.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

describe('cutting to a time', () => {
  test('every part keeps a deal before any part keeps two', () => {
    expect(fitParts([{ size: 5 }, { size: 5 }, { size: 1 }, { size: 0 }, { size: 3 }], 4)).toEqual([
      1, 1, 1, 0, 1,
    ]);
  });

  test('where there is not one for each, the first parts have one', () => {
    expect(fitParts([{ size: 5 }, { size: 5 }, { size: 5 }], 2)).toEqual([1, 1, 0]);
  });

  test('parts shrink in proportion', () => {
    expect(fitParts([{ size: 20 }, { size: 10 }], 15)).toEqual([10, 5]);
  });

  const parts = fc.array(fc.record({ size: fc.nat(9) }), { maxLength: 6 });

  property([parts, fc.nat(60)])(
    'uses the time there is, gives no part more than it has, and more time only adds',
    (list, capacity) => {
      const given = fitParts(list, capacity);
      const all = list.reduce((sum, { size }) => sum + size, 0);
      expect(given.reduce((sum, count) => sum + count, 0)).toBe(Math.min(all, capacity));
      const more = fitParts(list, capacity + 1);
      for (const [index, { size }] of list.entries()) {
        expect(given[index]).toBeLessThanOrEqual(size);
        expect(more[index]).toBeGreaterThanOrEqual(given[index] ?? 0);
      }
    },
  );

  const deals = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `d${index}`,
      value: index,
      important: index === 3 ? 'asked for' : '',
    }));
  const request = (most?: number) => ({
    strata: [
      { stratum: 'open' as const, deals: deals(40), size: { largest: 5, random: 5 } },
      { stratum: 'won' as const, deals: deals(20), size: { largest: 2, random: 2 } },
    ],
    seed: 's',
    weighted: false,
    reviewed: new Set<string>(),
    most,
  });
  const picked = (most?: number) =>
    drawSample(request(most)).strata.flatMap((stratum) =>
      stratum.picked.map(({ id }) => `${stratum.stratum} ${id}`),
    );

  test('both parts stay, the important deal first, and what was left out is counted', () => {
    const sample = drawSample(request(6));
    expect(sample.cut).toBe(16 - 6);
    expect(sample.strata.map(({ picked: picks }) => picks.map(({ why }) => why))).toEqual([
      ['important', 'largest', 'random', 'random'],
      ['important', 'random'],
    ]);
  });

  test('of more important deals than there is time for, the largest are reviewed', () => {
    const marked = deals(4).map((deal) => ({ ...deal, important: 'asked for' }));
    const strata = [{ stratum: 'open' as const, deals: marked, size: { largest: 5, random: 5 } }];
    const sample = drawSample({ ...request(2), strata });
    expect(sample.strata[0]?.picked.map(({ id, why }) => `${why} ${id}`)).toEqual([
      'important d3',
      'important d2',
    ]);
    expect(sample.cut).toBe(2);
  });

  test('more time only adds deals', () => {
    for (let most = 1; most < 18; most++) {
      expect(picked(most + 1)).toEqual(expect.arrayContaining(picked(most)));
    }
    expect(picked(16)).toEqual(picked());
  });

  test('a sample that fits is not touched', () => {
    expect(drawSample(request(16))).toEqual(drawSample(request()));
    expect(drawSample(request()).cut).toBe(0);
  });
});
