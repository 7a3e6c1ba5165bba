// The histories that the goals are measured on, and how they are measured.

import { day } from '../../src/base/day.ts';
import { parsePeriod } from '../../src/base/period.ts';
import { backtest, periodsToTry, type Run } from '../../src/forecast/backtest.ts';
import type { Steps } from '../../src/forecast/forecaster.ts';
import { type History, historyOf } from '../../src/forecast/history.ts';
import { knownAt } from '../../src/forecast/known.ts';
import { type Target, targetOf } from '../../src/forecast/spans.ts';
import { type Shape, synthetic } from './synthetic.ts';

const PROBABILITIES: Readonly<Record<string, number>> = {
  engaging: 0.5,
  open: 0.3,
  lead: 0.1,
  qualified: 0.25,
  proposal: 0.5,
  negotiation: 0.75,
};

/** As a person would have configured them before knowing better. */
export const probability = (stage: string): number => PROBABILITIES[stage] ?? 0.5;

export function target(name: string): Target {
  return targetOf(parsePeriod(name, { today: day('2018-01-02'), fiscalYearStarts: 1 }), 1);
}

/** About a hundred wins a quarter, but for `few`. 52 quarters of each can be tried. */
export const SHAPES: Readonly<Record<'plain' | 'staged' | 'season' | 'few' | 'break', Shape>> = {
  plain: { quarters: 58, dealsPerQuarter: 300, winRate: 0.33, staged: false, spread: 0.8 },
  staged: { quarters: 58, dealsPerQuarter: 300, winRate: 0.33, staged: true, spread: 0.8 },
  season: { quarters: 58, dealsPerQuarter: 300, winRate: 0.33, staged: true, spread: 0.8, season: 2 },
  few: { quarters: 58, dealsPerQuarter: 60, winRate: 0.25, staged: true, spread: 1.2 },
  break: {
    quarters: 58,
    dealsPerQuarter: 300,
    winRate: 0.4,
    staged: true,
    spread: 0.8,
    breakAt: { quarter: 30, winRate: 0.2 },
  },
};

export const SEED = 7;
/** The first periods have too little before them to be judged by. */
const LEARNING = 4;

export interface TrialSet {
  readonly history: History;
  readonly targets: readonly Target[];
  /** The day from which on nothing is known. */
  readonly ends: number;
}

export function syntheticSet(shape: Shape, seed = SEED): TrialSet {
  const { history, ends } = synthetic(shape, seed);
  const targets = periodsToTry(knownAt(history, ends), target('2099-Q1')).slice(LEARNING);
  return { history, ends, targets };
}

/** @param steps that run beyond the sixth; all where nothing is said */
export function runsOf({ history, targets, ends }: TrialSet, steps?: Steps): Run[] {
  const settings = { probability, scope: '', draws: 500, ...(steps && { steps }) };
  return [...backtest(history, targets, settings, ends)];
}

/** The history with everything from a day on erased: not what the forecast itself looks through. */
export function erasedFrom(history: History, day: number): History {
  const deals = history.deals.flatMap((deal) => {
    const states = deal.states.filter(({ since }) => since <= day);
    const endings = deal.endings.filter(({ since }) => since <= day);
    const changed = deal.changed?.filter(({ since }) => since <= day) ?? [];
    return states.length + endings.length === 0 ? [] : [{ ...deal, states, endings, changed }];
  });
  return { ...history, deals };
}

/** The history as snapshots of these days tell it: of what happened between two, the later one has what is left of it. */
export function throughSnapshots(history: History, days: readonly number[]): History {
  const next = (since: number) => days.find((one) => one >= since);
  const seen = <Change extends { readonly since: number }>(changes: readonly Change[]): Change[] => [
    ...new Map(
      changes.flatMap((change) => {
        const since = next(change.since);
        return since === undefined ? [] : [[since, { ...change, since }] as const];
      }),
    ).values(),
  ];
  const deals = history.deals.map((deal) => {
    const endings = seen(deal.endings);
    const isOpenThen = ({ since }: { since: number }) => endings.every((ending) => ending.since > since);
    return { ...deal, endings, states: seen(deal.states).filter(isOpenThen) };
  });
  return historyOf(days[0] ?? history.since, deals, days);
}
