// The table of goals: what was asked of the forecast, what the prototype reached, what ours does.

import { existsSync } from 'node:fs';
import { day, epochDay } from '../../src/base/day.ts';
import { baselinesOf } from '../../src/forecast/baselines.ts';
import { Forecaster, type Steps } from '../../src/forecast/forecaster.ts';
import { bestOf, type Figures, figuresOf } from '../../src/forecast/measure.ts';
import { dayAt } from '../../src/forecast/spans.ts';
import { MAVEN, mavenHistory } from './maven.ts';
import { erasedFrom, probability, runsOf, SHAPES, syntheticSet, type TrialSet, target } from './sets.ts';

export interface Row {
  readonly what: string;
  readonly goal: string;
  readonly prototype: string;
  readonly ours: string;
  readonly isMet: boolean;
}

const STATIONARY = ['plain', 'staged', 'season'] as const;

/** A row after the other, as they are measured. @public test/bench/forecast.mjs */
export function* goalRows(): Generator<Row> {
  if (existsSync(MAVEN)) yield* mavenRows();
  else yield absent('maven_crm: ../shared/data/maven_crm is not there');
  yield* syntheticRows();
  yield leakRow();
}

/** Those of the export that everybody may look up. */
export function* mavenRows(): Generator<Row> {
  const history = mavenHistory(MAVEN);
  const ends = epochDay(day('2018-01-02'));
  const of = (names: readonly string[]): TrialSet => ({ history, ends, targets: names.map(target) });
  const months = figuresOf(
    runsOf(of(['06', '07', '08', '09', '10', '11', '12'].map((month) => `2017-${month}`))),
  );
  yield errors('maven_crm months 2017-06…12, WAPE of P50', months, [15, 12, 9], '12.6 / 9.4 / 7.1 %');
  const [own, last4] = [by(months, 'forecast'), by(months, 'mean-of-last-4')];
  yield {
    what: '… and below the mean of the last 4 months at all three',
    goal: 'yes',
    prototype: 'yes (21.7 %)',
    ours: `${own.every((error, at) => error < (last4[at] ?? 0)) ? 'yes' : 'no'} (${percents(last4)})`,
    isMet: own.every((error, at) => error < (last4[at] ?? 0)),
  };
  const quarters = figuresOf(runsOf(of(['2017-Q3', '2017-Q4'])));
  yield errors('maven_crm quarters Q3, Q4, WAPE of P50', quarters, [18, 12, 8], '14.0 / 8.1 / 4.2 %');
  const best = bestOf(quarters.horizons[0]?.methods ?? []);
  yield {
    what: '… the figures say that the mean of past quarters is better at the start',
    goal: 'said',
    prototype: 'said',
    ours: `${best} (${percents(by(quarters, 'mean-of-past').slice(0, 1))})`,
    isMet: best === 'mean-of-past',
  };
  const biases = months.horizons.map(({ methods }) => 100 * (methods[0]?.bias ?? Number.NaN));
  yield {
    what: 'bias, maven months',
    goal: 'within ±10 % at each horizon',
    prototype: '+0.7…+6.5 %',
    ours: `${percents(biases)}`,
    isMet: biases.every((one) => Math.abs(one) <= 10),
  };
  yield chances('deal chance, maven months', months, { skill: 0, error: 0.04 }, '+4.2 %; 0.019');
}

function* syntheticRows(): Generator<Row> {
  const ranges: Row[] = [];
  const staged: Row[] = [];
  for (const name of STATIONARY) {
    const figures = figuresOf(runsOf(syntheticSet(SHAPES[name])));
    const quarters = figures.runs / 3;
    if (name !== 'season')
      yield errors(
        `synthetic ${name}, ${quarters} quarters, WAPE of P50`,
        figures,
        [13, 10, 8],
        '11.2 / 8.6 / 6.1 %',
      );
    const share = (100 * figures.covered) / figures.runs;
    ranges.push({
      what: `synthetic ${name}, outcomes within P10–P90`,
      goal: '70–92 %',
      prototype: '83–86 %',
      ours: `${figures.covered} of ${figures.runs}, ${share.toFixed(0)} %`,
      isMet: share >= 70 && share <= 92,
    });
    if (name !== 'plain')
      staged.push(
        chances(`deal chance, synthetic ${name}`, figures, { skill: 20, error: 0.02 }, '+24 %, +33 %; 0.007'),
      );
  }
  yield* ranges;
  yield* staged;
}

/** Everything from the day on is erased; the forecast, its draws and the yardsticks must be the same to the bit. */
function leakRow(): Row {
  const { history, targets } = syntheticSet(SHAPES.staged);
  const settings = { probability, scope: '', draws: 200 };
  let [differ, count] = [0, 0];
  const forecaster = new Forecaster(history, settings);
  for (const span of targets.slice(-20)) {
    for (const fraction of [0, 1 / 3, 2 / 3]) {
      const at = dayAt(span, fraction);
      const erased = erasedFrom(history, at);
      const bytes = (of: Forecaster, from: typeof history) =>
        JSON.stringify([of.forecast(at, span), baselinesOf(from, at, span, probability)]);
      if (bytes(forecaster, history) !== bytes(new Forecaster(erased, settings), erased)) differ++;
      count++;
    }
  }
  return {
    what: 'leak test: everything from the as-of day on erased',
    goal: '0 differ',
    prototype: '0 of 180',
    ours: `${differ} of ${count}`,
    isMet: differ === 0 && count > 0,
  };
}

/** What each step beyond the sixth buys: the same sets with it and without. @public test/bench/forecast.mjs */
export function* stepRows(): Generator<readonly string[]> {
  const kinds: readonly [string, Steps][] = [
    ['1–6', { combine: false, widen: false }],
    ['1–7', { combine: true, widen: false }],
    ['1–8', { combine: true, widen: true }],
  ];
  for (const [name, set] of sets()) {
    for (const [steps, asked] of kinds) {
      const figures = figuresOf(runsOf(set, asked));
      yield [
        name,
        steps,
        percents(by(figures, 'forecast')),
        `${figures.covered} of ${figures.runs}`,
        percents([100 * (figures.pinball ?? Number.NaN)]),
      ];
    }
  }
}

function* sets(): Generator<[string, TrialSet]> {
  if (existsSync(MAVEN)) {
    const [history, ends] = [mavenHistory(MAVEN), epochDay(day('2018-01-02'))];
    const months = ['06', '07', '08', '09', '10', '11', '12'].map((month) => target(`2017-${month}`));
    yield ['maven months', { history, ends, targets: months }];
    yield ['maven quarters', { history, ends, targets: [target('2017-Q3'), target('2017-Q4')] }];
  }
  for (const [name, shape] of Object.entries(SHAPES)) yield [`synthetic ${name}`, syntheticSet(shape)];
}

function errors(what: string, figures: Figures, goals: readonly number[], prototype: string): Row {
  const own = by(figures, 'forecast');
  return {
    what,
    goal: `≤ ${goals.join(' / ')} %`,
    prototype,
    ours: percents(own),
    isMet: own.length === goals.length && own.every((error, at) => error <= (goals[at] ?? 0)),
  };
}

function chances(
  what: string,
  { brierSkill = Number.NaN, calibrationError = Number.NaN }: Figures,
  goal: { readonly skill: number; readonly error: number },
  prototype: string,
): Row {
  return {
    what,
    goal: `Brier skill ${goal.skill === 0 ? 'above 0' : `≥ ${goal.skill} %`}; ECE ≤ ${goal.error}`,
    prototype,
    ours: `${percents([100 * brierSkill])}; ${calibrationError.toFixed(3)}`,
    isMet: 100 * brierSkill > goal.skill && calibrationError <= goal.error,
  };
}

/** WAPE in per cent by horizon. */
function by(figures: Figures, method: string): number[] {
  return figures.horizons.map(
    ({ methods }) => 100 * (methods.find((one) => one.method === method)?.wape ?? Number.NaN),
  );
}

function percents(values: readonly number[]): string {
  return `${values.map((value) => value.toFixed(1)).join(' / ')} %`;
}

function absent(what: string): Row {
  return { what, goal: '', prototype: '', ours: 'skipped', isMet: true };
}
