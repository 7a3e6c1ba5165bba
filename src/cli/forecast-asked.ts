// What a forecast and a backtest are asked, as their commands and the report ask it.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { digitsOf } from '../base/money.ts';
import { type Period, type PeriodUnit, periodAround } from '../base/period.ts';
import { asItIs, said } from '../base/said.ts';
import type { Method } from '../forecast/measure.ts';
import type { HumanCall } from '../human-calls/human-call.ts';
import { type BacktestAsked, backtestTargets } from '../report/backtest.ts';
import type { ForecastAsked, ForecastView } from '../report/forecast.ts';
import { answerBy } from '../report/forecast-answer.ts';
import { type Bases, type Basis, type BasisFacts, groupedBases } from '../report/forecast-basis.ts';
import { targetOn } from '../report/forecast-scope.ts';
import { groupingBy } from '../report/groups.ts';
import { saidAmounts } from '../report/said-amounts.ts';
import type { Message } from '../words/message.ts';
import { callsIn } from './human-calls.ts';
import type { Call } from './verb.ts';

export interface ForecastWords {
  readonly period: Period;
  /** The key of one. */
  readonly owner: string | undefined;
  /** It stands at the start of the day that the facts are of. */
  readonly ofThePast: boolean;
}

export function forecastAsked(call: Call, facts: BasisFacts, words: ForecastWords): ForecastAsked {
  const { period, owner, ofThePast } = words;
  const { settings, today: asOf } = facts;
  const calls = readableCalls(call, facts);
  const said = saidAmounts(calls, { settings, today: asOf, digits: digitsOf(settings.currency) });
  return { settings, period, asOf, ofThePast, owner, target: targetOn(facts, period, owner), calls, said };
}

export interface BacktestWords {
  readonly every: PeriodUnit;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly owner: string | undefined;
}

export function backtestAsked(
  call: Call,
  facts: BasisFacts,
  { digits }: Pick<Basis, 'digits'>,
  { every, ...words }: BacktestWords,
): BacktestAsked {
  const { settings, today } = facts;
  const { fiscalYearStarts } = settings;
  return {
    // A later one, so that the one that is over today is among those before it.
    ...{ kind: periodAround(today, every, fiscalYearStarts, 1), fiscalYearStarts, ...words },
    calls: saidAmounts(readableCalls(call, facts), { settings, today, digits }),
    tick: () => {},
  };
}

/**
 * The view with what the way says for its answer.
 * @throws Failure `nothing-to-look-at` where that has nothing to go by, or nothing is left to foresee
 */
export function answeredBy(view: ForecastView, method: Method): ForecastView {
  if (method === 'forecast') return view;
  const { period, over } = view;
  if (over) {
    throw new Failure(
      'nothing-to-look-at',
      said('{period} is over: nothing of it is left to foresee.', { period }),
      {
        hint: 'How each way did before: pipeline forecast backtest',
      },
    );
  }
  const value = answerBy(method, view);
  if (value !== null) return { ...view, answer: { by: method, value } };
  if (method === 'human-calls') {
    throw new Failure('nothing-to-look-at', said('Nobody has called {period} for these deals.', { period }), {
      hint: asItIs(`pipeline forecast call 450k --period ${period}`),
    });
  }
  throw new Failure(
    'nothing-to-look-at',
    said('No complete period is on record that {method} could go by.', { method }),
    {
      hint: 'pipeline backfill makes past snapshots.',
    },
  );
}

const NONE_COMPLETE = {
  week: 'The snapshots reach no complete week that could be tried.',
  month: 'The snapshots reach no complete month that could be tried.',
  quarter: 'The snapshots reach no complete quarter that could be tried.',
  year: 'The snapshots reach no complete year that could be tried.',
} as const satisfies Readonly<Record<PeriodUnit, Message>>;

/** @throws Failure `nothing-to-look-at` where there is none */
export function targetsToTry(
  basis: Basis,
  asked: BacktestAsked,
  every: PeriodUnit,
): ReturnType<typeof backtestTargets> {
  const targets = backtestTargets(basis, asked);
  if (targets.length > 0) return targets;
  throw new Failure('nothing-to-look-at', said(NONE_COMPLETE[every]), {
    hint:
      every === 'month'
        ? 'pipeline backfill makes past snapshots.'
        : 'A shorter one: --every month. pipeline backfill makes past snapshots.',
  });
}

/** All deals and each group of them. @throws Failure `usage` beside --owner, and for what deals are not grouped by */
export function basesBy(word: string, facts: BasisFacts, owner: string | undefined): Bases {
  if (owner === undefined) return groupedBases(facts, groupingBy(word, facts));
  throw new Failure('usage', '--by is of all deals: --owner has no say there.', {
    hint: 'Leave out --owner, or --by.',
  });
}

function readableCalls(call: Call, { settings }: BasisFacts): readonly HumanCall[] {
  const { calls, problems } = callsIn(call, settings);
  if (problems.length > 0)
    call.note('What people said is left out where it is damaged: pipeline forecast call');
  return calls;
}
