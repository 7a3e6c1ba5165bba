// Configured probabilities against what happened: who counts, what is enough, and what only looks like a finding.

import { describe, expect, test } from 'vitest';
import { type StageLife, stageRates } from '../../src/forecast/calibrate.ts';
import { withProbabilities } from '../../src/process-change/probability-text.ts';

const lives = (won: number, lost: number, open = 0, stages = ['lead']): StageLife[] => {
  const of = (count: number, outcome: StageLife['outcome'], closed?: number) =>
    Array.from({ length: count }, (_, at) => ({
      stages: new Set(stages),
      outcome,
      closed: closed === undefined ? undefined : closed + at,
    }));
  return [...of(won, 'won', 100), ...of(lost, 'lost', 100), ...of(open, undefined)];
};

const one = (configured: number, of: readonly StageLife[], decidedIn?: { from: number; to: number }) =>
  stageRates(new Map([['lead', configured]]), of, decidedIn)[0];

describe('what happened to deals of a stage', () => {
  test('a rate is won of decided, with Wilson’s interval; open deals are in none', () => {
    const rate = one(0.3, lives(7, 23, 5));
    expect(rate).toMatchObject({ won: 7, decided: 30, open: 5, verdict: 'fits' });
    // By hand: (7/30 + 2.7055/60 ± 1.6449 √(7/30 · 23/30 ÷ 30 + 2.7055/3600)) ÷ (1 + 2.7055/30).
    expect(rate?.interval?.low).toBeCloseTo(0.1317, 3);
    expect(rate?.interval?.high).toBeCloseTo(0.3791, 3);
  });

  test('nineteen decided deals are too few, twenty are enough', () => {
    expect(one(0.9, lives(2, 17))).toMatchObject({ verdict: 'too-few', proposed: undefined });
    expect(one(0.9, lives(2, 18))).toMatchObject({ verdict: 'off', proposed: 0.1 });
    expect(one(0.9, [])).toMatchObject({ decided: 0, interval: undefined, verdict: 'too-few' });
  });

  test('what open deals could still bring in line is not off: quick wins alone are decided early', () => {
    expect(one(0.05, lives(16, 14))).toMatchObject({ verdict: 'off', proposed: 0.53 });
    expect(one(0.05, lives(16, 14, 300))).toMatchObject({ verdict: 'undecided', proposed: undefined });
    expect(one(0.9, lives(10, 20, 200))).toMatchObject({ verdict: 'undecided' });
  });

  test('nobody is certain: 1 to 99 per cent are proposed', () => {
    expect(one(0.5, lives(0, 60))?.proposed).toBe(0.01);
    expect(one(0.5, lives(60, 0))?.proposed).toBe(0.99);
  });

  test('of a period, only what was closed in it counts', () => {
    expect(one(0.5, lives(4, 4), { from: 101, to: 103 })).toMatchObject({ won: 2, decided: 4 });
  });
});

describe('the text of pipeline.yaml', () => {
  const shares = new Map([['lead', 0.12]]);

  test.each([
    [
      'stages:\n    - {id: lead, probability: 10%} # first\n',
      'stages:\n    - {id: lead, probability: 12%} # first\n',
    ],
    [
      'stages:\n    - id: lead\n      probability: 0.1 # why\n',
      'stages:\n    - id: lead\n      probability: 0.12 # why\n',
    ],
    [
      'stages:\n    - id: lead\n      label: Lead\n',
      'stages:\n    - id: lead\n      label: Lead\n      probability: 12%\n',
    ],
    ['stages: [lead, won-over]\n', 'stages: [{id: lead, probability: 12%}, won-over]\n'],
  ])('keeps every other byte, and the way it was written: %j', (before, after) => {
    expect(withProbabilities(`process:\n  ${before}\n`, shares)).toBe(`process:\n  ${after}\n`);
  });
});
