// By how much two shares differ: the published examples, and what must hold of every interval.

import { expect, test } from 'vitest';
import { wilson } from '../../src/base/wilson.ts';
import { differenceOf } from '../../src/movement/difference.ts';
import { property } from '../support/property.ts';
import { randomOf } from '../support/random.ts';
import { fc } from '../support/seeded.ts';

const Z95 = 1.959963984540054;

test("Newcombe's examples come out as he printed them", () => {
  // Table II of the paper, method 10, differences first − second.
  const cases = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const;
  for (const [k1, n1, k2, n2, low, high] of cases) {
    const found = differenceOf({ count: k2, of: n2 }, { count: k1, of: n1 }, Z95);
    expect([found.low, found.high].map((bound) => Math.round(bound * 10_000) / 10_000)).toEqual([low, high]);
  }
});

const share = fc
  .integer({ min: 1, max: 300 })
  .chain((of) => fc.record({ of: fc.constant(of), count: fc.nat(of) }));

property([share, share])('an interval holds its difference, and turns with the two', (first, second) => {
  const [there, back] = [differenceOf(first, second), differenceOf(second, first)];
  expect(there.low).toBeLessThanOrEqual(there.difference + 1e-12);
  expect(there.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
  expect(back.low).toBeCloseTo(-there.high, 12);
  expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-12);
});

property([share])('a share lies in its own interval, within 0 and 1', ({ count, of }) => {
  const { low, high } = wilson(count, of);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(high).toBeLessThanOrEqual(1);
  expect(low).toBeLessThanOrEqual(count / of + 1e-12);
  expect(high).toBeGreaterThanOrEqual(count / of - 1e-12);
});

test.each([
  [0.2, 0.2, 30, 30],
  [0.1, 0.3, 20, 40],
  [0.5, 0.4, 15, 12],
])(
  'of shares %d and %d, %d and %d deals, about 90 of 100 intervals hold the true difference',
  (p1, p2, n1, n2) => {
    const random = randomOf(1);
    const drawn = (p: number, of: number) => ({
      of,
      count: Array.from({ length: of }, () => random.below(1_000_000) / 1_000_000).filter((draw) => draw < p)
        .length,
    });
    const runs = 2_000;
    const held = Array.from({ length: runs }, () => differenceOf(drawn(p1, n1), drawn(p2, n2))).filter(
      ({ low, high }) => low <= p2 - p1 && p2 - p1 <= high,
    ).length;
    expect(held / runs).toBeGreaterThan(0.87);
    expect(held / runs).toBeLessThan(0.95);
  },
);
