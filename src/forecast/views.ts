// Step 7's four views of what the rest of a period brings: two from what became of deals, two from what such periods
// brought whatever stood open. What one does not see, another may.

import { meanOf } from '../base/quantile.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type Cohort, cohortOf, type Drawing } from './cohort.ts';
import type { StageProbability } from './fit.ts';
import { type Known, wonIn } from './known.ts';
import type { Target } from './spans.ts';
import { seedOf } from './stream.ts';
import { cycleWindows, periodWindows, referenceWindows, type Window } from './windows.ts';

/** Cohorts: by all references; by those at the same point of the cycle. Means: of the last four; of the last two at that point. */
export type ViewName = 'cohort' | 'cohort-in-cycle' | 'mean-of-last' | 'mean-in-cycle';

export const VIEW_NAMES: readonly ViewName[] = ['cohort', 'cohort-in-cycle', 'mean-of-last', 'mean-in-cycle'];

export interface Views {
  readonly cohort: Cohort;
  /** What each says that the rest of the period brings, in the middle; absent where it lacks history. */
  readonly rest: Readonly<Partial<Record<ViewName, number>>>;
  /** How many complete periods there are to learn from. */
  readonly periods: number;
}

export interface ViewsAsked extends Drawing {
  readonly known: Known;
  readonly target: Target;
  readonly probability: StageProbability;
  readonly scope: string;
  /** Whether all views are asked for, or the cohort alone. */
  readonly all: boolean;
}

const LAST = 4;
const LAST_IN_CYCLE = 2;

export function viewsOf(asked: ViewsAsked): Views {
  const { known, target } = asked;
  const complete = periodWindows(known, target);
  const inCycle = asked.all ? cycleWindows(known, target) : [];
  const seed = seedOf(known.at, target.from, target.to, asked.scope);
  const amounts = amountsFor(known, target);
  const cohort = cohortOf({ ...asked, amounts, references: referenceWindows(known, target), seed });
  const rest = {
    cohort: cohort.isConfigured ? undefined : cohort.median,
    'cohort-in-cycle':
      inCycle.length === 0
        ? undefined
        : cohortOf({ ...asked, ends: [], amounts, references: inCycle, seed: `${seed} in cycle` }).median,
    'mean-of-last': meanRest(known, asked.all ? complete.slice(0, LAST) : []),
    'mean-in-cycle': meanRest(known, inCycle.slice(0, LAST_IN_CYCLE)),
  };
  const there = VIEW_NAMES.filter((name) => rest[name] !== undefined);
  return {
    cohort,
    rest: Object.fromEntries(there.map((name) => [name, rest[name] ?? 0])),
    periods: complete.length,
  };
}

/** Amounts as a forecast of the target takes them: deals close half a window after they are looked at. */
export function amountsFor(known: Known, target: Target): Amounts {
  return amountsOf(known, Math.round(Math.max(target.to - known.at, 0) / 2));
}

function meanRest(known: Known, windows: readonly Window[]): number | undefined {
  return meanOf(windows.map(({ from, to }) => wonIn(known, from, to)));
}
