// How a period gets to where its forecast ends: what is won by the end of each week, in the same draws as the whole.

import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../src/base/day.ts';
import { courseEnds } from '../../src/forecast/course-ends.ts';
import { Forecaster } from '../../src/forecast/forecaster.ts';
import { type DealHistory, historyOf } from '../../src/forecast/history.ts';
import { knownAt, wonIn } from '../../src/forecast/known.ts';
import { dayAt } from '../../src/forecast/spans.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { deal, on } from './deals.ts';
import { randomDeal } from './random-history.ts';
import { probability, SHAPES, syntheticSet, target } from './sets.ts';

const SETTINGS = { probability, scope: '', draws: 60 };
const QUANTILES = ['p10', 'p50', 'p90'] as const;

function courseOf(deals: readonly DealHistory[], day: string, period: string, draws = 400) {
  const asked = target(period);
  return new Forecaster(historyOf(on('2025-01-01'), deals), { ...SETTINGS, draws }).forecast(on(day), asked, {
    ends: courseEnds(asked).ends,
  });
}

describe('the steps of a period', () => {
  test('are weeks of the calendar, cut where the period begins and ends, and longer ones where these are many', () => {
    const ends = (name: string) => {
      const { by, ends: days } = courseEnds(target(name));
      return [by, days.length, ...days.slice(0, 2).map((day) => fromEpochDay(day - 1)), last(days)];
    };
    const last = (days: readonly number[]) => fromEpochDay((days.at(-1) ?? 0) - 1);
    expect(ends('2026-11')).toEqual(['week', 6, '2026-11-01', '2026-11-08', '2026-11-30']);
    expect(ends('2026-Q4')).toEqual(['week', 14, '2026-10-04', '2026-10-11', '2026-12-31']);
    expect(ends('2026')).toEqual(['month', 12, '2026-01-31', '2026-02-28', '2026-12-31']);
    expect(ends('2026-W48')).toEqual(['week', 1, '2026-11-29', '2026-11-29']);
    expect(ends('2024-02-10..2027-02-09')).toEqual(['quarter', 13, '2024-03-31', '2024-06-30', '2027-02-09']);
    expect(ends('2010-03-01..2026-12-31')).toEqual(['year', 17, '2010-12-31', '2011-12-31', '2026-12-31']);
  });

  test('are 14 weeks at most in any quarter', () => {
    for (let year = 2000; year < 2100; year++)
      for (const quarter of [1, 2, 3, 4]) {
        const { by, ends } = courseEnds(target(`${year}-Q${quarter}`));
        expect([by, ends.length <= 14]).toEqual(['week', true]);
      }
  });
});

describe('the course of a forecast', () => {
  property([
    fc.array(randomDeal, { maxLength: 60 }),
    fc.integer({ min: 0, max: 500 }),
    fc.constantFrom('2026-02', '2026-Q1', '2026', '2025-12-20..2026-03-10'),
  ])(
    'falls in no quantile from week to week, ends as the whole does, is the same each time, and moves nothing',
    (deals, after, period) => {
      const history = historyOf(on('2025-01-01'), deals);
      const [asked, at] = [target(period), on('2025-10-01') + after];
      const { ends } = courseEnds(asked);
      const forecast = () => new Forecaster(history, SETTINGS).forecast(at, asked, { ends });
      const { course, ...whole } = forecast();
      expect(forecast().course).toEqual(course);
      expect(new Forecaster(history, SETTINGS).forecast(at, asked)).toEqual({ ...whole, course: [] });
      expect(course.at(-1)).toMatchObject({ p10: whole.p10, p50: whole.p50, p90: whole.p90 });
      const days = course.map(({ end }) => end);
      expect(days).toEqual([...new Set([...ends, ...days])].toSorted((a, b) => a - b));
      for (const key of QUANTILES) {
        const values = course.map((point) => point[key]);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
      }
      const known = knownAt(history, at);
      for (const { end, isKnown, ...range } of course) {
        expect(isKnown).toBe(end <= at);
        if (isKnown) expect(Object.values(range)).toEqual(Array(3).fill(wonIn(known, asked.from, end)));
      }
    },
  );

  test('has each deal won as long after its due date as such deals were', () => {
    // Each month ten are due on the 9th and ten on the 16th; half of either is won five days later.
    const months = Array.from({ length: 22 }, (_, at) => {
      const [year, month] = [2025 + Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0')];
      return `${year}-${month}`;
    });
    const deals = months.flatMap((month) =>
      Array.from({ length: 20 }, (_, at): DealHistory => {
        const dueDay = at < 10 ? 9 : 16;
        const day = (of: number) => `${month}-${String(of).padStart(2, '0')}`;
        const before = fromEpochDay(on(day(1)) - 20);
        const ending = at % 2 === 0 ? { won: day(dueDay + 5), amount: 100 } : { lost: day(dueDay + 5) };
        return deal({ id: `${month}-${at}`, created: before, known: 100, close: day(dueDay), ...ending });
      }),
    );
    const { course, p50 } = courseOf(deals, '2026-10-01', '2026-10');
    const middle = (until: string) => course.find(({ end }) => end === on(until) + 1)?.p50;
    expect(p50).toBeGreaterThan(500);
    expect(middle('2026-10-11')).toBe(0);
    expect((middle('2026-10-18') ?? 0) / p50).toBeCloseTo(0.5, 1);
    expect(middle('2026-10-25')).toBe(p50);
  });

  test('without history has deals won on the days that they are due, and those without one on any day', () => {
    const open = (close?: string) =>
      Array.from({ length: 40 }, (_, at) =>
        deal({ id: `${close ?? 'none'}-${at}`, created: '2026-10-01', known: 100, ...(close && { close }) }),
      );
    const due = courseOf(open('2026-11-20'), '2026-11-02', '2026-11').course.map(({ p50 }) => p50);
    expect(due.slice(0, 3)).toEqual([0, 0, 0]);
    expect(due[4]).toBe(due.at(-1));
    const [known, ...undated] = courseOf(open(), '2026-11-02', '2026-11').course.map(({ p50 }) => p50);
    // Four whole weeks; the fifth is a Monday.
    const steps = undated.slice(0, 4).map((value, at) => value - (undated[at - 1] ?? 0));
    expect([known, steps.every((step) => step > 0)]).toEqual([0, true]);
  });

  test('holds what was won by the end of past weeks as often as it is meant to', () => {
    const { history, targets, ends: complete } = syntheticSet({ ...SHAPES.staged, quarters: 20 }, 11);
    const truth = knownAt(history, complete);
    const forecaster = new Forecaster(history, { ...SETTINGS, draws: 500 });
    let [within, weeks] = [0, 0];
    for (const asked of targets.slice(-8)) {
      for (const fraction of [0, 1 / 3, 2 / 3]) {
        const { ends } = courseEnds(asked);
        const { course } = forecaster.forecast(dayAt(asked, fraction), asked, { ends });
        for (const { end, p10, p90 } of course.filter(({ isKnown }) => !isKnown)) {
          const actual = wonIn(truth, asked.from, end);
          weeks++;
          if (p10 <= actual && actual <= p90) within++;
        }
      }
    }
    expect(weeks).toBeGreaterThan(200);
    expect(within / weeks).toBeGreaterThan(0.7);
    expect(within / weeks).toBeLessThan(0.92);
  });
});
