// What a series warns of, on hand-made series with known answers: who is told, who is not, and when it is too few to judge.

import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, daysBetween } from '../../src/base/day.ts';
import { periodAround } from '../../src/base/period.ts';
import { STAGE_NOT_KNOWN } from '../../src/deal/deal.ts';
import { chanceOfMore } from '../../src/movement/chance.ts';
import { compare, movementsOf } from '../../src/movement/compare.ts';
import { ConversionFellWatch } from '../../src/movement/conversion-fell.ts';
import { PushedAtEndsWatch } from '../../src/movement/pushed-at-ends.ts';
import { openAndRead, type SeriesStep } from '../../src/movement/series-step.ts';
import { ShrinksLateWatch } from '../../src/movement/shrinks-late.ts';
import type { Side } from '../../src/movement/side.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { type SideGiven, side } from './sides.ts';

type DealGiven = NonNullable<SideGiven['deals']>[number];

/** Every week from one day to another, both included where the weeks end there. */
function weeks(from: string, to: string): Day[] {
  const days: Day[] = [];
  for (let on = day(from); on <= to; on = addDays(on, 7)) days.push(on);
  return days;
}

/** A snapshot on each of the days, with the deals as they are then. */
function series(days: readonly Day[], dealsOn: (on: Day, at: number) => readonly DealGiven[]): Side[] {
  return days.map((on, at) => side({ deals: dealsOn(on, at) }, on));
}

function steps(sides: readonly Side[]): SeriesStep[] {
  return sides.slice(1).map((b, at) => {
    const a = sides[at] ?? b;
    const comparison = compare(a, b);
    return {
      from: a.on,
      to: b.on,
      snapshot: b.on,
      a,
      b,
      open: openAndRead(comparison),
      moved: movementsOf(comparison),
    };
  });
}

const lastOf = (sides: readonly Side[]) => sides.at(-1)?.on ?? day('2026-01-01');

/** The end of the quarter after the one that the day is in. */
function nextEnd(on: Day, fiscalYearStarts = 1): Day {
  return periodAround(on, 'quarter', fiscalYearStarts, 1).to;
}

describe('pushed at each of the last quarter ends', () => {
  const found = (sides: readonly Side[], fiscalYearStarts = 1) => {
    const watch = new PushedAtEndsWatch(fiscalYearStarts);
    for (const step of steps(sides)) watch.add(step);
    const { deals, seen } = watch.found(lastOf(sides));
    return {
      seen,
      deals: deals.map(({ id, pushes, tooFew }) => [id, pushes.map(({ quarter }) => quarter), tooFew]),
    };
  };
  /** Due at the end of its quarter, until it is moved to the end of the next one, so many days before. */
  const pushedBefore =
    (days: number, fiscalYearStarts = 1) =>
    (on: Day) => {
      const { to } = periodAround(on, 'quarter', fiscalYearStarts);
      return daysBetween(on, to) < days ? nextEnd(on, fiscalYearStarts) : to;
    };

  test('is who was moved beyond each of the last three in the two weeks around it, and nobody else', () => {
    const atEnd = pushedBefore(5);
    const mid = pushedBefore(50);
    const after = (on: Day) => {
      const { from, to } = periodAround(on, 'quarter', 1);
      return daysBetween(from, on) < 8 ? addDays(from, -1) : to;
    };
    const sides = series(weeks('2025-12-01', '2026-10-19'), (on) => [
      { id: 'at-end', close: atEnd(on) },
      { id: 'just-after', close: after(on) },
      { id: 'in-the-middle', close: mid(on) },
      {
        id: 'but-one',
        close: on < '2026-05-01' ? '2026-06-30' : on < '2026-09-20' ? '2026-09-30' : '2026-12-31',
      },
      { id: 'never', close: '2027-01-15' },
    ]);
    expect(found(sides)).toEqual({
      seen: 3,
      deals: [
        ['at-end', ['2026-Q1', '2026-Q2', '2026-Q3'], false],
        ['just-after', ['2026-Q1', '2026-Q2', '2026-Q3'], false],
      ],
    });
  });

  test('goes by fiscal quarters', () => {
    const calendar = pushedBefore(5);
    const fiscal = pushedBefore(5, 2);
    const sides = series(weeks('2025-12-01', '2026-11-09'), (on) => [
      { id: 'calendar', close: calendar(on) },
      { id: 'fiscal', close: fiscal(on) },
    ]);
    expect(found(sides, 2).deals.map(([id]) => id)).toEqual(['fiscal']);
    expect(found(sides, 1).deals.map(([id]) => id)).toEqual(['calendar']);
  });

  test('counts the end of the running quarter for who was pushed at it already', () => {
    const atEnd = pushedBefore(12);
    const sides = series(weeks('2026-05-04', '2026-12-21'), (on) => [
      { id: 'hel', close: on < '2026-06-01' ? '2026-06-30' : atEnd(on) },
    ]);
    expect(found(sides).deals).toEqual([['hel', ['2026-Q2', '2026-Q3', '2026-Q4'], false]]);
  });

  test('is too few to judge where a gap hides one of the three, and nothing where it hides two', () => {
    const atEnd = pushedBefore(5);
    const days = weeks('2025-12-01', '2026-10-19');
    const without = (from: string, to: string) => days.filter((on) => on < from || on > to);
    const deals = (on: Day): DealGiven[] => [{ id: 'hel', close: atEnd(on) }];
    expect(found(series(without('2026-06-01', '2026-08-01'), deals))).toEqual({
      seen: 2,
      deals: [['hel', ['2026-Q1', '2026-Q3'], true]],
    });
    expect(found(series(without('2026-03-01', '2026-08-01'), deals))).toEqual({ seen: 1, deals: [] });
  });

  test('is nobody of whom a made snapshot does not know the close date, or assumes it', () => {
    const atEnd = pushedBefore(5);
    const days = weeks('2025-12-01', '2026-10-19');
    const made = (sides: readonly Side[], more: Partial<Side>) =>
      sides.map((one) => (one.on < '2026-08-01' ? { ...one, ...more } : one));
    const known = series(days, (on) => [{ id: 'hel', close: atEnd(on) }]);
    const unknown = known.map((one) => ({
      ...one,
      deals: one.deals.map((row) => (one.on < '2026-08-01' ? { ...row, close: undefined } : row)),
    }));
    expect(found(made(unknown, { origin: 'backfill-dates' }))).toEqual({ seen: 1, deals: [] });
    expect(found(made(known, { origin: 'backfill-history', assumed: ['close'] }))).toEqual({
      seen: 1,
      deals: [],
    });
  });

  test('is one deal under all its ids', () => {
    const atEnd = pushedBefore(5);
    const sides = series(weeks('2025-12-01', '2026-10-19'), (on) => [
      on < '2026-05-01' ? { id: 'hel', close: atEnd(on) } : { id: 'hel-wms', was: 'hel', close: atEnd(on) },
    ]);
    expect(found(sides).deals).toEqual([['hel-wms', ['2026-Q1', '2026-Q2', '2026-Q3'], false]]);
  });

  property([
    fc.array(fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 50 }),
  ])('is never who did not slip out of each of the quarters that it names', (closes) => {
    const first = day('2025-12-01');
    const days = closes.map((_, at) => addDays(first, 7 * at));
    const sides = series(days, (_, at) =>
      (closes[at] ?? []).map((after, deal) => ({ id: `d${deal}`, close: addDays(first, after) })),
    );
    const watch = new PushedAtEndsWatch(1);
    for (const step of steps(sides)) watch.add(step);
    for (const { id, pushes } of watch.found(lastOf(sides)).deals) {
      for (const { quarter, snapshot, from, to } of pushes) {
        const at = sides.findIndex(({ on }) => on === snapshot);
        const closeIn = (one: Side | undefined) => one?.deals.find((row) => row.id === id)?.close;
        expect([closeIn(sides[at - 1]), closeIn(sides[at])]).toEqual([from, to]);
        const { to: end } = periodAround(from, 'quarter', 1);
        expect(from <= end && to !== undefined && to > end).toBe(true);
        expect(quarter).toMatch(/^202\d-Q\d$/);
      }
    }
  });
});

describe('shrinking in the last two weeks of a quarter', () => {
  const found = (sides: readonly Side[], fiscalYearStarts = 1) => {
    const watch = new ShrinksLateWatch(fiscalYearStarts, (owner) => owner.toLowerCase());
    for (const step of steps(sides)) watch.add(step);
    return watch.found();
  };
  const isLate = (on: Day, fiscalYearStarts = 1) =>
    daysBetween(on, periodAround(on, 'quarter', fiscalYearStarts).to) < 14;
  /** Four deals that lose a tenth each week that counts. */
  function company(days: readonly Day[], shrinks: (owner: string, on: Day) => boolean): Side[] {
    const amounts = new Map<string, number>();
    return series(days, (on) =>
      ['Anna', 'Bob'].flatMap((owner) =>
        [1, 2, 3, 4].map((number) => {
          const id = `${owner.toLowerCase()}-${number}`;
          const amount = (amounts.get(id) ?? 1000) - (shrinks(owner, on) && number < 3 ? 10 : 0);
          amounts.set(id, amount);
          return { id, owner, amount: String(amount) };
        }),
      ),
    );
  }

  test('is an owner for whom it is more than chance, with how often, of how many, by how much and which deals', () => {
    const sides = company(weeks('2026-01-05', '2026-10-05'), (owner, on) => owner === 'Anna' && isLate(on));
    const { owners, judged } = found(sides);
    expect(judged).toBe(true);
    expect(owners).toMatchObject([
      {
        owner: 'anna',
        // Two deals in each of the two weeks of three quarters; four were open.
        late: { shrunk: 12, of: 24, value: -12_000, deals: ['anna-1', 'anna-2'] },
        otherwise: { shrunk: 0, of: 132 },
        quarters: ['2026-Q1', '2026-Q2', '2026-Q3'],
        tooFew: false,
      },
    ]);
    expect(owners[0]?.chance).toBeLessThan(0.001);
  });

  test('is nobody whose deals shrink all the time, and goes by fiscal quarters', () => {
    expect(found(company(weeks('2026-01-05', '2026-10-05'), () => true)).owners).toEqual([]);
    const sides = company(weeks('2026-01-05', '2026-10-05'), (owner, on) => owner === 'Bob' && isLate(on, 2));
    expect(found(sides, 1).owners).toEqual([]);
    expect(found(sides, 2).owners.map(({ owner }) => owner)).toEqual(['bob']);
  });

  test('is too few to judge at one quarter end, and not told where it was once', () => {
    const atOne = company(weeks('2026-04-13', '2026-07-13'), (owner, on) => owner === 'Anna' && isLate(on));
    expect(found(atOne).owners).toMatchObject([{ owner: 'anna', late: { shrunk: 4 }, tooFew: true }]);
    const once = series(weeks('2026-04-13', '2026-07-13'), (on) => [
      { id: 'hel', owner: 'Anna', amount: on < '2026-06-22' ? '100' : '90' },
    ]);
    expect(found(once).owners).toEqual([]);
  });

  test('can’t be told by months, nor by what a made snapshot does not know', () => {
    const months = weeks('2026-01-05', '2026-10-05').filter((_, at) => at % 4 === 0);
    const shrinking = (owner: string, on: Day) => owner === 'Anna' && isLate(on);
    expect(found(company(months, shrinking))).toEqual({ owners: [], judged: false });
    const made = company(weeks('2026-01-05', '2026-10-05'), shrinking).map((one) => ({
      ...one,
      origin: 'backfill-dates',
      deals: one.deals.map((row) => (isLate(one.on) ? { ...row, amount: undefined } : row)),
    }));
    expect(found(made).owners).toEqual([]);
  });
});

describe('a stage that conversion left', () => {
  const found = (sides: readonly Side[]) => {
    const watch = new ConversionFellWatch((stage) => stage);
    for (const step of steps(sides)) watch.add(step);
    return watch.found(lastOf(sides));
  };
  /** A deal a week that enters the stage, and a week later goes on or is lost. */
  function company(count: number, goesOn: (at: number) => boolean): Side[] {
    const days = weeks('2026-01-05', '2026-12-31').slice(0, count);
    return series(days, (_, at) => [
      { id: `d${at}`, stage: 'qualified' },
      ...(at === 0 ? [] : [{ id: `d${at - 1}`, stage: goesOn(at) ? 'proposal' : 'lost' }]),
      ...(at < 2 ? [] : [{ id: `d${at - 2}`, stage: goesOn(at - 1) ? 'proposal' : 'lost' }]),
    ]);
  }

  test('is one that fewer deals leave for a later one, with both halves and who dropped out', () => {
    const { stages } = found(company(31, (at) => at <= 15));
    expect(stages.find(({ stage }) => stage === 'qualified')).toMatchObject({
      stage: 'qualified',
      before: { from: '2026-01-06', to: '2026-04-20', movedOn: 15, of: 15 },
      after: { from: '2026-04-21', to: '2026-08-03', movedOn: 0, of: 15 },
      tooFew: false,
    });
  });

  test('is none of deals whose stage nobody knows', () => {
    const days = weeks('2026-01-05', '2026-12-31').slice(0, 31);
    const closed = (at: number) => ({ id: `d${at - 1}`, stage: at <= 15 ? 'won' : 'lost' });
    const sides = series(days, (_, at) => [
      { id: `d${at}`, stage: STAGE_NOT_KNOWN },
      ...(at === 0 ? [] : [closed(at)]),
      ...(at < 2 ? [] : [closed(at - 1)]),
    ]);
    expect(found(sides)).toEqual({ stages: [], judged: false });
  });

  test('is none that stayed as it was, or got better', () => {
    expect(found(company(31, (at) => at % 2 === 0)).stages.map(({ stage }) => stage)).not.toContain(
      'qualified',
    );
    expect(found(company(31, (at) => at > 15)).stages.map(({ stage }) => stage)).not.toContain('qualified');
  });

  test('is too few to judge below ten decided in each half, and not told below three', () => {
    const few = found(company(11, (at) => at <= 5)).stages.find(({ stage }) => stage === 'qualified');
    expect(few).toMatchObject({ before: { of: 5 }, after: { of: 5 }, tooFew: true });
    expect(found(company(5, (at) => at <= 2)).stages.map(({ stage }) => stage)).not.toContain('qualified');
  });

  test('does not judge a series in which nothing was decided in one of the halves', () => {
    expect(found(series(weeks('2026-01-05', '2026-03-02'), () => [{ id: 'hel' }]))).toEqual({
      stages: [],
      judged: false,
    });
  });
});

describe('the chance of a difference', () => {
  test('is that of Fisher’s tea: 3 of 4 against 1 of 4', () => {
    expect(chanceOfMore(3, 4, 1, 4)).toBeCloseTo(17 / 70, 10);
    expect(chanceOfMore(4, 4, 0, 4)).toBeCloseTo(1 / 70, 10);
    expect(chanceOfMore(0, 4, 3, 4)).toBeCloseTo(1, 10);
  });

  test('of many is as exact: 30 of 300 against 300 of 9,000', () => {
    // By hypergeometric sums in exact integers.
    expect(chanceOfMore(30, 300, 300, 9000)).toBeCloseTo(exact(30, 300, 300, 9000), 10);
  });

  const group = fc.nat({ max: 40 }).chain((n) => fc.tuple(fc.nat({ max: n }), fc.constant(n)));
  property([group, group])('is what counting all ways gives', ([k1, n1], [k2, n2]) => {
    expect(chanceOfMore(k1, n1, k2, n2)).toBeCloseTo(exact(k1, n1, k2, n2), 9);
  });

  /** Of all ways to choose k1 + k2 of n1 + n2, those with at least k1 in the first group. */
  function exact(k1: number, n1: number, k2: number, n2: number): number {
    const all = k1 + k2;
    let ways = 0n;
    for (let k = k1; k <= Math.min(all, n1); k++) ways += choose(n1, k) * choose(n2, all - k);
    return Number((ways * 10n ** 15n) / choose(n1 + n2, all)) / 1e15;
  }

  function choose(n: number, k: number): bigint {
    if (k < 0 || k > n) return 0n;
    let ways = 1n;
    for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
    return ways;
  }
});
