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
  test('of deals of one value, dead or as said, is the share of the dead with its likelihood-ratio interval', () => {
    const { share: found, interval, ...counts } = overstatedOf(twenty([0, 0, 0, 0, 0], 1e-12));
    expect(found).toBeCloseTo(0.25, 10);
    expect(counts).toEqual({ deals: 20, changed: 5 });
    // Were so many dead, five of twenty would be less likely than a quarter by as much as Student's t has it.
    const drop = (dead: number) => 2 * (5 * Math.log(0.25 / dead) + 15 * Math.log(0.75 / (1 - dead)));
    const { low, high } = interval ?? { low: Number.NaN, high: Number.NaN };
    expect(drop(low)).toBeCloseTo(studentT95(19) ** 2, 6);
    expect(drop(high)).toBeCloseTo(studentT95(19) ** 2, 6);
    expect([low, high].map((limit) => Math.round(1000 * limit))).toEqual([112, 436]);
  });

  test('is surer by the finite population correction', () => {
    const wide = overstatedOf(twenty([80, 60, 40, 20, 0], 1e-12)).interval;
    const narrow = overstatedOf(twenty([80, 60, 40, 20, 0], 0.2)).interval;
    expect((narrow?.low ?? 0) - 0.15).toBeCloseTo(((wide?.low ?? 0) - 0.15) * Math.sqrt(0.8), 10);
    expect((narrow?.high ?? 0) - 0.15).toBeCloseTo(((wide?.high ?? 0) - 0.15) * Math.sqrt(0.8), 10);
  });

  test('leans to where the few are that were found: more may be overstated than less', () => {
    const { low, high } = overstatedOf(twenty([0, 0, 50])).interval ?? { low: 0, high: 0 };
    expect(low).toBeGreaterThan(0);
    expect(high - 0.125).toBeGreaterThan(1.5 * (0.125 - low));
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
    const dead = (deals: number, value: number) =>
      Array.from({ length: deals }, () => ({ value, reviewed: 0 }));
    const sampled = [...dead(12, 10), ...dead(7, 100), { value: 400, reviewed: 100 }].map(
      (deal): Sampled => ({ ...deal, sheet: 'a', probability: 0.01 }),
    );
    expect(overstatedOf(sampled).share).toBeLessThan(0.92);
    expect(overstatedOf(sampled).interval?.high).toBe(1);
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

  test('is as sure as the ratios are alike when each deal in turn is left out of its sheet', () => {
    const random = randomOf(1);
    const [sheets, each, tiny] = [6, 5, 1e-9];
    const sampled = Array.from({ length: sheets * each }, (_, at): Sampled => {
      const value = random.between(50, 150);
      const reviewed = random.oneIn(3) ? random.below(value) : value;
      return { sheet: `s${at % sheets}`, value, reviewed, probability: tiny };
    });
    const without = (out: Sampled | undefined) => {
      const again = ({ sheet }: Sampled) => (sheet === out?.sheet ? each / (each - 1) : 1);
      const left = sampled.filter((deal) => deal !== out);
      const of = (key: 'value' | 'reviewed') => sum(left.map((deal) => deal[key] * again(deal)));
      return 1 - of('reviewed') / of('value');
    };
    const changes = sampled.map((out) => {
      const mates = sampled.filter(({ sheet }) => sheet === out.sheet);
      return Math.sqrt((each - 1) / each) * (sum(mates.map(without)) / each - without(out));
    });
    const values = changes.map((change) => change * Math.sqrt(changes.length * (changes.length - 1)));
    const { share: found, interval } = overstatedOf(sampled);
    expect(found).toBeCloseTo(without(undefined), 10);
    const squares = sampled.map(({ value }) => value ** 2);
    const degrees = Math.min(
      sum(squares) ** 2 / sum(squares.map((one) => one ** 2)) - 1,
      sheets * (each - 1),
    );
    for (const limit of [interval?.low, interval?.high]) {
      // Centres differ by a hair.
      const drop = dropOf(values, (limit ?? Number.NaN) - without(undefined));
      expect(Math.abs(drop / studentT95(degrees) ** 2 - 1)).toBeLessThan(0.02);
    }
  });
});

/** What twice the empirical log-likelihood of some values loses, were their mean another one; by Lagrange's multiplier. */
function dropOf(values: readonly number[], mean: number): number {
  const from = values.map((value) => value - mean);
  let [low, high] = [-1 / Math.max(...from), -1 / Math.min(...from)];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (sum(from.map((one) => one / (1 + middle * one))) > 0) low = middle;
    else high = middle;
  }
  return 2 * sum(from.map((one) => Math.log(1 + low * one)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

const KINDS: Readonly<Record<string, Kind>> = {
  usual: { deals: 150, spread: 1, wrong: 0.4, by: 'anything' },
  small: { deals: 50, spread: 1, wrong: 0.4, by: 'anything' },
  giants: { deals: 150, spread: 1.4, wrong: 0.4, by: 'anything' },
  dead: { deals: 150, spread: 1, wrong: 0.4, by: 'dead' },
  either: { deals: 150, spread: 1, wrong: 0.5, by: 'either' },
  little: { deals: 150, spread: 1, wrong: 0.6, by: 'little' },
  rare: { deals: 150, spread: 1, wrong: 0.2, by: 'anything' },
  'rare, large': { deals: 400, spread: 1.2, wrong: 0.15, by: 'dead' },
  most: { deals: 250, spread: 1, wrong: 0.85, by: 'anything' },
};

const DESIGNS: Readonly<Record<string, Design>> = {
  '1 sheet of 20': { sheets: 1, random: 20, how: 'even' },
  '1 sheet of 20 by value': { sheets: 1, random: 20, how: 'weighted' },
  '4 sheets of 5': { sheets: 4, random: 5, how: 'even' },
  '4 sheets of 5 by value': { sheets: 4, random: 5, how: 'weighted' },
  '5 sheets of 4, one of each owner': { sheets: 5, random: 4, how: 'team' },
  '1 sheet of 30': { sheets: 1, random: 30, how: 'even' },
  '1 sheet of 30 by value': { sheets: 1, random: 30, how: 'weighted' },
  '8 sheets of 5, a quarter not filled in': { sheets: 8, random: 5, how: 'even', silent: 0.25 },
  '8 sheets of 5': { sheets: 8, random: 5, how: 'even' },
  '8 sheets of 5 by value': { sheets: 8, random: 5, how: 'weighted' },
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

/** By how much so many draws may be off by themselves. */
const CHANCE = 0.005;

const [PIPELINES, REVIEWS] = [share(10, 300), share(16, 15)];

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
    expect(told).toBeGreaterThan(0.9 * PIPELINES * REVIEWS * cells.length);
    expect(covered / told).toBeGreaterThanOrEqual(0.85);
    expect(covered / told).toBeLessThanOrEqual(0.95);
    // Estimates are off in both directions alike.
    expect(Math.abs(cells.reduce((sum, cell) => sum + cell.off, 0) / told)).toBeLessThan(0.012);
    for (const cell of share([], cells)) {
      expect(cell.covered / cell.told, cell.kind).toBeGreaterThanOrEqual(0.85 - CHANCE);
      expect(cell.covered / cell.told, cell.kind).toBeLessThanOrEqual(0.95 + CHANCE);
    }
  });
});
