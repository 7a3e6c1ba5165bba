// A forecast of the past knows nothing of its future: with everything of the day and later erased, not a bit differs.

import { describe, expect, test } from 'vitest';
import { backtest, periodsToTry } from '../../src/forecast/backtest.ts';
import { baselinesOf } from '../../src/forecast/baselines.ts';
import { adjustedChance } from '../../src/forecast/combine.ts';
import { courseEnds } from '../../src/forecast/course-ends.ts';
import { Forecaster } from '../../src/forecast/forecaster.ts';
import { type DealHistory, historyOf } from '../../src/forecast/history.ts';
import { knownAt } from '../../src/forecast/known.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { on, steadily } from './deals.ts';
import { randomDeal } from './random-history.ts';
import { erasedFrom, probability, SHAPES, syntheticSet, target } from './sets.ts';

const SETTINGS = { probability, scope: '', draws: 60 };

describe('leakage', () => {
  property([fc.array(randomDeal, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 700 })])(
    'whatever was written down on the day or later, the forecast and its yardsticks are the same bytes',
    (deals, days) => {
      const at = on('2025-02-01') + days;
      const history = historyOf(on('2025-01-01'), deals);
      const span = target('2026-Q1');
      const erased = erasedFrom(history, at);
      const said = (from: typeof history) =>
        JSON.stringify([
          new Forecaster(from, SETTINGS).forecast(at, span, { ends: courseEnds(span).ends }),
          baselinesOf(from, at, span, probability),
        ]);
      expect(said(erased)).toBe(said(history));
    },
  );

  const different = fc.uniqueArray(randomDeal, { minLength: 1, maxLength: 40, selector: ({ id }) => id });
  property([different, fc.integer({ min: 200, max: 700 })])(
    'a name that a deal was given later moves no figure',
    (deals, days) => {
      const renamed = deals.map((deal, place) => ({ ...deal, id: `new-${99 - place}`, seenAs: deal.id }));
      const said = (of: readonly DealHistory[]) => {
        const history = historyOf(on('2025-01-01'), of);
        const forecast = new Forecaster(history, SETTINGS).forecast(
          on('2025-02-01') + days,
          target('2026-Q1'),
        );
        return JSON.stringify({ ...forecast, deals: forecast.deals.map(({ id, ...deal }) => deal) });
      };
      expect(said(renamed)).toBe(said(deals));
    },
  );

  test('of a process with stages, at each point of each of its last quarters', () => {
    const { history, targets, ends } = syntheticSet({ ...SHAPES.staged, quarters: 12, dealsPerQuarter: 40 });
    const whole = [...backtest(history, targets.slice(-1), SETTINGS, ends)];
    expect(whole.length).toBe(3);
    for (const run of whole) {
      const alone = new Forecaster(erasedFrom(history, run.at), SETTINGS).forecast(run.at, run.target);
      expect([alone.p10, alone.p50, alone.p90]).toEqual([run.p10, run.p50, run.p90]);
      expect(alone.deals.map(({ id, chance }) => [id, adjustedChance(chance, alone.adjusted)])).toEqual(
        run.deals.map(({ id, chance }) => [id, chance]),
      );
    }
  });

  test('a win written down after the day is not known on it, though it is dated before', () => {
    const deals = steadily(4);
    const late = deals.map((one) => ({
      ...one,
      endings: one.endings.map((ending) => ({ ...ending, since: ending.since + 400 })),
    }));
    const day = on('2026-06-01');
    expect(knownAt(historyOf(0, deals), day).wonOn.size).toBeGreaterThan(0);
    expect(knownAt(historyOf(0, late), on('2025-06-01')).wonOn.size).toBe(0);
  });

  test('a backtest tries only periods that are over and began when the history was complete', () => {
    const history = historyOf(on('2025-01-01'), steadily(4));
    const known = knownAt(history, on('2026-11-10'));
    const names = periodsToTry(known, target('2026-12')).map(({ from }) => from);
    // Nothing was closed in January 2025: what was closed before is not on record.
    expect(names[0]).toBe(on('2025-03-01'));
    expect(names.at(-1)).toBe(on('2026-10-01'));
  });
});
