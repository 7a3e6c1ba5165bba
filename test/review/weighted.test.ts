// The weighted part: proportional to value, and in the small exactly so.

import { describe, expect, test } from 'vitest';
import { drawStratum } from '../../src/review/sample.ts';
import { streamOf } from '../../src/review/stream.ts';
import { drawWeighted, inclusionOf } from '../../src/review/weighted.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

describe('the weighted part', () => {
  test('takes for certain who would be, and again among the rest', () => {
    // 3 × 20,000 of 30,000 is certain, then 2 × 6,000 of 10,000, then one of the two that are left.
    const inclusion = inclusionOf(
      [
        { id: 'a', value: 20_000 },
        { id: 'b', value: 6000 },
        { id: 'c', value: 1000 },
        { id: 'd', value: 3000 },
      ],
      3,
    );
    expect(inclusion).toEqual([
      { id: 'a', probability: 1 },
      { id: 'b', probability: 1 },
      { id: 'c', probability: 0.25 },
      { id: 'd', probability: 0.75 },
    ]);
  });

  test('always draws one of two, wherever it starts', () => {
    const two = [
      { id: 'a', value: 1 },
      { id: 'b', value: 1 },
    ];
    const drawn = Array.from({ length: 100 }, (_, seed) => drawWeighted(two, 1, streamOf(`${seed}`, 'open')));
    expect(drawn.every((picks) => picks.length === 1)).toBe(true);
    expect(new Set(drawn.flat().map(({ id }) => id))).toEqual(new Set(['a', 'b']));
  });

  test('never draws a deal worth nothing or less, and says how many those are', () => {
    const sample = drawStratum({
      stratum: 'open',
      deals: [100, 250, 20_000, 0, -300, undefined].map((value, index) => ({
        id: `d${index}`,
        value,
        important: '',
      })),
      size: { largest: 0, random: 99 },
      reviewed: new Set(),
      seed: '1',
      weighted: true,
    });
    expect(sample.picked).toHaveLength(3);
    expect(sample.picked.every(({ probability }) => probability === 1)).toBe(true);
    expect(sample).toMatchObject({ drawnFrom: 3, neverDrawn: 3 });
  });

  const weighted = fc
    .array(fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9e15 })), { maxLength: 30 })
    .map((list) => list.map((value, index) => ({ id: `d${index}`, value })));

  property([weighted, fc.nat(35), fc.string()])(
    'draws exactly as many as asked, and the chances add up to that number',
    (list, count, seed) => {
      const drawn = drawWeighted(list, count, streamOf(seed, 'open'));
      expect(drawn).toHaveLength(Math.min(count, list.length));
      const inclusion = inclusionOf(list, count);
      const sum = inclusion.reduce((total, { probability }) => total + probability, 0);
      expect(sum).toBeCloseTo(drawn.length, 9);
      expect(inclusion.every(({ probability }) => probability >= 0 && probability <= 1)).toBe(true);
      for (const pick of drawn) expect(inclusion).toContainEqual(pick);
    },
  );

  property([
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 7 }),
    fc.integer({ min: 1, max: 4 }),
  ])('over all random starts a deal is drawn exactly n × value ÷ total of the time', (list, count) => {
    const set = list.map((value, index) => ({ id: `d${index}`, value }));
    const inclusion = inclusionOf(set, count);
    const certain = set.filter((_, index) => inclusion[index]?.probability === 1);
    const total =
      list.reduce((sum, value) => sum + value, 0) - certain.reduce((sum, { value }) => sum + value, 0);
    const hits = new Map<string, number>();
    for (let start = 0; start < Math.max(1, total); start++) {
      for (const { id } of drawWeighted(set, count, startAt(start))) hits.set(id, (hits.get(id) ?? 0) + 1);
    }
    for (const { id, probability } of inclusion) {
      expect((hits.get(id) ?? 0) / Math.max(1, total)).toBeCloseTo(probability, 12);
    }
  });
});

/** A stream whose first number is `start`, for small ranges. */
function startAt(start: number) {
  const stream = { next: () => start - 2 ** 31, clone: () => stream, getState: () => [] };
  return stream;
}
