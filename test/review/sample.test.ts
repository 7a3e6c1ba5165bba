// The sampling key: whom a review picks, and that nobody can bend it.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/deal/deal.ts';
import { drawSample } from '../../src/review/draw.ts';
import { type Candidate, type Draw, drawStratum, type Pick } from '../../src/review/sample.ts';
import { defaultSeed, SAMPLER } from '../../src/review/stream.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const deal = (id: string, value: number | undefined, important = ''): Candidate => ({ id, value, important });
const draw = (deals: readonly Candidate[], more: Partial<Draw> = {}) =>
  drawStratum({
    stratum: 'open',
    deals,
    size: { largest: 2, random: 2 },
    reviewed: new Set(),
    seed: '7f3a-21c9',
    weighted: false,
    ...more,
  });
const ids = (picked: readonly Pick[], why?: Pick['why']) =>
  picked.filter((pick) => why === undefined || pick.why === why).map((pick) => pick.id);

const numbered = (count: number, value: (index: number) => number | undefined = (index) => index * 100) =>
  Array.from({ length: count }, (_, index) => deal(`deal-${String(index).padStart(2, '0')}`, value(index)));

describe('the key', () => {
  test('important deals come first, then the largest of the others, then random ones', () => {
    const sample = draw([...numbered(10), deal('small', 1, 'the board asked')]);
    expect(sample.picked.map(({ why, rank }) => `${why} ${rank}`)).toEqual([
      'important 1',
      'largest 1',
      'largest 2',
      'random 1',
      'random 2',
    ]);
    expect(ids(sample.picked).slice(0, 3)).toEqual(['small', 'deal-09', 'deal-08']);
    expect(sample).toMatchObject({ population: 11, excluded: 0, drawnFrom: 8 });
  });

  test('an important deal does not use up a place among the largest', () => {
    const sample = draw([...numbered(10), deal('giant', 99_999, 'reference')]);
    expect(ids(sample.picked, 'largest')).toEqual(['deal-09', 'deal-08']);
  });

  test('every important deal is picked, however many there are', () => {
    const sample = draw(
      numbered(9).map((one) => ({ ...one, important: 'asked for' })),
      { size: { largest: 1, random: 1 } },
    );
    expect(ids(sample.picked, 'important')).toHaveLength(9);
  });

  test('ties of value are settled by id', () => {
    const sample = draw([deal('c', 5), deal('a', 5), deal('d', 5), deal('b', 5)], {
      size: { largest: 2, random: 0 },
    });
    expect(ids(sample.picked)).toEqual(['a', 'b']);
  });

  test('a deal without a value is never called one of the largest, but chance may find it', () => {
    const sample = draw([deal('a', undefined), deal('b', 7), deal('c', undefined)], {
      size: { largest: 3, random: 5 },
    });
    expect(ids(sample.picked, 'largest')).toEqual(['b']);
    expect(ids(sample.picked, 'random').sort()).toEqual(['a', 'c']);
  });

  test('a small stratum is picked whole, and an empty one gives nothing', () => {
    expect(ids(draw(numbered(3)).picked).sort()).toEqual(['deal-00', 'deal-01', 'deal-02']);
    expect(draw([])).toMatchObject({ population: 0, drawnFrom: 0, picked: [] });
  });

  test('the random ones say what chance they had, the others were certain', () => {
    const { picked, drawnFrom } = draw(numbered(12), { size: { largest: 2, random: 4 } });
    expect(drawnFrom).toBe(10);
    expect(picked.map(({ probability }) => probability)).toEqual([1, 1, 0.4, 0.4, 0.4, 0.4]);
  });

  test('deals reviewed lately are left out of the random part only, and counted', () => {
    const reviewed = new Set(['deal-09', 'deal-03', 'deal-04']);
    const sample = draw(numbered(10), { reviewed, size: { largest: 1, random: 20 } });
    expect(ids(sample.picked, 'largest')).toEqual(['deal-09']);
    expect(sample).toMatchObject({ excluded: 2, drawnFrom: 7 });
    expect(ids(sample.picked)).not.toContain('deal-03');
  });
});

describe('the draw', () => {
  test('each stratum draws from a stream of its own', () => {
    const size = { largest: 0, random: 10 };
    const orders = (['open', 'won', 'lost'] as const).map((stratum) =>
      ids(draw(numbered(10), { stratum, size }).picked).join(' '),
    );
    expect(new Set(orders).size).toBe(3);
  });

  test('the default seed follows from name, day and owner, and is the same on every machine', () => {
    expect(defaultSeed('acme-sales', '2026-11-23', '')).toBe('2712-ca4f');
    expect(defaultSeed('acme-sales', '2026-11-23', 'anna')).toBe('6358-7927');
    expect(defaultSeed('acme-sales', '2026-11-30', '')).not.toBe('2712-ca4f');
  });

  const deals = fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,5}$/), { maxLength: 25 })
    .chain((names) =>
      fc.tuple(
        ...names.map((id) =>
          fc.record({
            id: fc.constant(id),
            value: fc.option(fc.integer({ min: -1000, max: 9e15 }), { nil: undefined, freq: 5 }),
            important: fc.constantFrom('', '', '', 'asked for'),
          }),
        ),
      ),
    );
  const sizes = fc.record({ largest: fc.nat(8), random: fc.nat(12) });
  const seeds = fc.string();

  property([deals, sizes, seeds, fc.boolean()])(
    'nobody is picked twice, none more than asked for, and the order of the deals does not matter',
    (candidates, size, seed, weighted) => {
      const sample = draw(candidates, { size, seed, weighted });
      expect(new Set(ids(sample.picked)).size).toBe(sample.picked.length);
      expect(ids(sample.picked, 'random')).toHaveLength(Math.min(size.random, sample.drawnFrom));
      const again = draw([...candidates].reverse(), { size, seed, weighted });
      expect(again).toEqual(sample);
    },
  );

  property([deals, sizes, seeds, fc.nat(10)])(
    'a larger number of random deals only adds to the smaller',
    (candidates, size, seed, more) => {
      const small = draw(candidates, { size, seed });
      const large = draw(candidates, { size: { ...size, random: size.random + more }, seed });
      expect(ids(large.picked).slice(0, small.picked.length)).toEqual(ids(small.picked));
    },
  );

  property([deals, sizes, seeds, fc.nat(10)])(
    'a larger number of largest deals never drops a deal that was picked',
    (candidates, size, seed, more) => {
      const small = draw(candidates, { size, seed });
      const large = draw(candidates, { size: { ...size, largest: size.largest + more }, seed });
      expect(ids(large.picked)).toEqual(expect.arrayContaining(ids(small.picked)));
    },
  );

  property([deals, sizes, seeds])(
    'leaving out who was reviewed lately moves up the next ones and changes no other place',
    (candidates, size, seed) => {
      const all = ids(draw(candidates, { size: { ...size, random: 99 }, seed }).picked, 'random');
      const reviewed = new Set(all.filter((_, index) => index % 3 === 0));
      const without = ids(
        draw(candidates, { size: { ...size, random: 99 }, seed, reviewed }).picked,
        'random',
      );
      expect(without).toEqual(all.filter((id) => !reviewed.has(id)));
    },
  );
});

describe('the fixture of twenty seeds', () => {
  interface Fixture {
    readonly sampler: number;
    readonly size: { readonly largest: number; readonly random: number };
    readonly strata: Readonly<Record<Outcome, { id: string; value: number | null; important: string }[]>>;
    readonly judged: Readonly<Record<Outcome, string[]>>;
    readonly samples: readonly {
      readonly seed: string;
      readonly random: Readonly<Record<Outcome, string[]>>;
      readonly weighted: Readonly<Record<Outcome, string[]>>;
    }[];
  }
  const fixture: Fixture = JSON.parse(readFileSync('fixtures/review-samples.json', 'utf8'));
  const strata = (['open', 'won', 'lost'] as const).map((stratum) => ({
    stratum,
    deals: fixture.strata[stratum].map((one) => ({ ...one, value: one.value ?? undefined })),
    size: fixture.size,
  }));

  test('is of this sampler', () => {
    expect(fixture.sampler).toBe(SAMPLER.version);
    expect(fixture.samples).toHaveLength(20);
  });

  test.each(fixture.samples)('seed $seed picks what it always picked', ({ seed, random, weighted }) => {
    for (const [isWeighted, expected] of [
      [false, random],
      [true, weighted],
    ] as const) {
      const sample = drawSample({ strata, seed, weighted: isWeighted, reviewed: new Set() });
      for (const { stratum, picked } of sample.strata) {
        expect(ids(picked, 'random')).toEqual(expected[stratum]);
        const judged = picked.filter(({ why }) => why !== 'random');
        expect(judged.map(({ why, rank, id }) => `${why} ${rank} ${id}`)).toEqual(fixture.judged[stratum]);
      }
    }
  });
});
