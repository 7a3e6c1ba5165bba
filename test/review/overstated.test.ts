// By how much a pipeline is overstated: hand-computed, held against the jackknife done the long way, and covered as often
// as the interval says in made-up pipelines whose truth is known.

import { describe, expect, test } from 'vitest';
import { overstatedOf, type Sampled } from '../../src/review/overstated.ts';
import { studentT95 } from '../../src/review/student.ts';
import { randomOf } from '../support/random.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { type Design, type Kind, pipelineOf, reviewsOf } from './pipelines.ts';

test("Student's t is that of the tables", () => {
  const table = {
    1: 6.314,
    2: 2.92,
    3: 2.353,
    4: 2.132,
    5: 2.015,
    10: 1.812,
    19: 1.729,
    30: 1.697,
    120: 1.658,
  };
  for (const [degrees, t] of Object.entries(table)) {
    expect(Math.abs(studentT95(Number(degrees)) - t), degrees).toBeLessThan(0.005);
  }
});

/** Twenty deals of 100, of which so many were found to be worth that. */
const twenty = (found: readonly number[], probability = 0.2): Sampled[] =>
  Array.from({ length: 20 }, (_, at) => ({
    sheet: 'a',
    value: 100,
    reviewed: found[at] ?? 100,
    probability,
  }));

describe('the estimate', () => {
  test('of deals of one value is the mean, with its usual interval and the finite population correction', () => {
    // Losses 0 × 15 and 20, 40, 60, 80, 100: mean 15 %, s² = (22,000 − 20 × 225) ÷ 19.
    const estimate = overstatedOf(twenty([80, 60, 40, 20, 0]));
    // Squares 225 × 15, 25, 625, 2025, 4225, 7225: 17,500² ÷ 75,302,500 = 4.07 degrees of freedom.
    const half = studentT95(17_500 ** 2 / 75_302_500) * Math.sqrt(((22_000 - 4500) / 19 / 20) * 0.8);
    expect(estimate.share).toBeCloseTo(0.15, 10);
    expect(estimate.interval?.low).toBeCloseTo(0.15 - half / 100, 4);
    expect(estimate.interval?.high).toBeCloseTo(0.15 + half / 100, 4);
    expect(estimate).toMatchObject({ deals: 20, changed: 5 });
  });

  test('where all that there are were reviewed leaves nothing to chance', () => {
    const estimate = overstatedOf(twenty([80, 60, 40, 20, 0], 1));
    expect(estimate.share).toBeCloseTo(0.15, 10);
    expect(estimate.interval?.low).toBeCloseTo(0.15, 10);
    expect(estimate.interval?.high).toBeCloseTo(0.15, 10);
  });

  test('of deals drawn by value is the mean of their shares, whatever the values', () => {
    const values = [100, 200, 400, 800, 50];
    const sampled = Array.from({ length: 25 }, (_, at): Sampled => {
      const value = values[at % 5] ?? 0;
      return { sheet: 'a', value, reviewed: at < 5 ? value / 2 : value, probability: value / 1000 };
    });
    expect(overstatedOf(sampled).share).toBeCloseTo(0.1, 10); // 5 of 25 lost half
  });

  test('of deals that turned out larger is an understatement', () => {
    const estimate = overstatedOf(twenty([150, 150, 150]));
    expect(estimate.share).toBeCloseTo(-0.075, 10);
    expect(estimate.interval?.low).toBeLessThan(-0.075);
  });

  test('never says more than all of it', () => {
    expect(
      overstatedOf(twenty(Array.from({ length: 20 }, (_, at) => (at < 19 ? 0 : 100)))).interval?.high,
    ).toBe(1);
  });

  test('has no interval below 20 deals, or 3 that changed; and no share where nothing has a value', () => {
    expect(overstatedOf(twenty([0, 0, 0]).slice(0, 19)).interval).toBeUndefined();
    expect(overstatedOf(twenty([0, 0])).interval).toBeUndefined();
    expect(overstatedOf(twenty([0, 0])).share).toBeCloseTo(0.1, 10);
    expect(overstatedOf(twenty([0, 0, 0])).interval).toBeDefined();
    const nothing = twenty([]).map((deal) => ({ ...deal, value: 0, reviewed: 0 }));
    expect(overstatedOf(nothing)).toEqual({ deals: 20, changed: 0, share: undefined, interval: undefined });
    expect(overstatedOf([])).toEqual({ deals: 0, changed: 0, share: undefined, interval: undefined });
  });

  test('varies as the ratio does when each deal in turn is left out of its sheet', () => {
    const random = randomOf(1);
    const [sheets, each, tiny] = [6, 5, 1e-9];
    const sampled = Array.from({ length: sheets * each }, (_, at): Sampled => {
      const value = random.between(50, 150);
      const reviewed = random.oneIn(3) ? random.below(value) : value;
      return { sheet: `s${at % sheets}`, value, reviewed, probability: tiny };
    });
    const ratio = (deals: readonly Sampled[], weight = (_: Sampled) => 1) => {
      const of = (key: 'value' | 'reviewed') =>
        deals.reduce((sum, deal) => sum + deal[key] * weight(deal), 0);
      return of('reviewed') / of('value');
    };
    const whole = ratio(sampled);
    const parts = sampled.map((out) => {
      const left = sampled.filter((deal) => deal !== out);
      const without = ratio(left, ({ sheet }) => (sheet === out.sheet ? each / (each - 1) : 1));
      const mates = sampled
        .filter(({ sheet }) => sheet === out.sheet)
        .map((mate) => {
          const others = sampled.filter((deal) => deal !== mate);
          return ratio(others, ({ sheet }) => (sheet === out.sheet ? each / (each - 1) : 1));
        });
      const centre = mates.reduce((all, one) => all + one, 0) / each;
      return ((each - 1) / each) * (without - centre) ** 2;
    });
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
    const evenly = (of: readonly number[]) => sum(of) ** 2 / sum(of.map((one) => one ** 2));
    const variance = sum(parts);
    const { share: found, interval } = overstatedOf(sampled);
    expect(found).toBeCloseTo(1 - whole, 10);
    const weights = sampled.map(({ value }) => value ** 2);
    const degrees = Math.min(evenly(weights) - 1, evenly(parts), sheets * (each - 1));
    const half = studentT95(degrees) * Math.sqrt(variance);
    const said = ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2;
    expect(Math.abs(said / half - 1)).toBeLessThan(0.01); // centres differ by a hair
  });
});

const KINDS: Readonly<Record<string, Kind>> = {
  usual: { deals: 150, spread: 1, wrong: 0.4, by: 'anything' },
  small: { deals: 50, spread: 1, wrong: 0.4, by: 'anything' },
  giants: { deals: 150, spread: 1.4, wrong: 0.4, by: 'anything' },
  dead: { deals: 150, spread: 1, wrong: 0.4, by: 'dead' },
  either: { deals: 150, spread: 1, wrong: 0.5, by: 'either' },
  little: { deals: 150, spread: 1, wrong: 0.6, by: 'little' },
};

const DESIGNS: Readonly<Record<string, Design>> = {
  'one sheet of 20': { sheets: 1, random: 20, how: 'even' },
  'one sheet of 20 by value': { sheets: 1, random: 20, how: 'weighted' },
  '4 sheets of 5': { sheets: 4, random: 5, how: 'even' },
  '5 sheets of 4, one of each owner': { sheets: 5, random: 4, how: 'team' },
  '8 sheets of 5, a quarter not filled in': { sheets: 8, random: 5, how: 'even', silent: 0.25 },
  '13 sheets of 5': { sheets: 13, random: 5, how: 'even' },
  '13 sheets of 5 by value': { sheets: 13, random: 5, how: 'weighted' },
};

interface Counted {
  readonly told: number;
  readonly covered: number;
  /** Estimates less the truth, together. */
  readonly off: number;
}

/** How often the interval has the truth in it, over so many pipelines and reviews of each. */
function count(kind: Kind, design: Design, pipelines: number, reviews: number): Counted {
  let [told, covered, off] = [0, 0, 0];
  for (let pipeline = 1; pipeline <= pipelines; pipeline++) {
    const deals = pipelineOf(kind, pipeline * 7919);
    for (let review = 0; review < reviews; review++) {
      const { sampled, truth } = reviewsOf(deals, design, `${pipeline} ${review}`);
      const { share: found, interval } = overstatedOf(sampled);
      if (interval === undefined || found === undefined) continue;
      told++;
      off += found - truth;
      if (interval.low <= truth && truth <= interval.high) covered++;
    }
  }
  return { told, covered, off };
}

const [PIPELINES, REVIEWS] = [share(10, 25), share(24, 80)];

describe('the 90 % interval has the truth in it 85 to 95 times of 100', () => {
  test.each(Object.entries(DESIGNS))('%s', { timeout: PATIENCE_MS }, (name, design) => {
    const cells = Object.entries(KINDS).map(([kind, made]) => ({
      kind,
      ...count(made, design, PIPELINES, REVIEWS),
    }));
    const told = cells.reduce((sum, cell) => sum + cell.told, 0);
    const covered = cells.reduce((sum, cell) => sum + cell.covered, 0);
    tally(
      `overstated, ${name}`,
      Object.fromEntries(cells.map((cell) => [cell.kind, cell.covered / cell.told])),
    );
    expect(told).toBeGreaterThan(0.98 * PIPELINES * REVIEWS * cells.length);
    expect(covered / told).toBeGreaterThanOrEqual(0.85);
    expect(covered / told).toBeLessThanOrEqual(0.95);
    // Estimates are off in both directions alike.
    expect(Math.abs(cells.reduce((sum, cell) => sum + cell.off, 0) / told)).toBeLessThan(0.012);
    for (const cell of share([], cells)) {
      expect(cell.covered / cell.told, cell.kind).toBeGreaterThanOrEqual(0.85);
      expect(cell.covered / cell.told, cell.kind).toBeLessThanOrEqual(0.95);
    }
  });
});
