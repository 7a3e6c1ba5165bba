// The forecast and its backtest in a report, of one reading of the snapshots, as their own commands make them.

import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import { periodAround } from '../base/period.ts';
import { backtestTargets, backtestView } from '../report/backtest.ts';
import { forecastView } from '../report/forecast.ts';
import { basisOf } from '../report/forecast-basis.ts';
import { ownerScope, periodNamed, targetOn } from '../report/forecast-scope.ts';
import { saidAmounts } from '../report/said-amounts.ts';
import { forecastFacts } from './forecast-facts.ts';
import { callsIn } from './human-calls.ts';
import type { Makers } from './report-makers.ts';
import type { Call } from './verb.ts';

/** @param owner as typed @param of the same as options of a command */
export function forecastMakers(
  call: Call,
  owner: string | undefined,
  of: string,
): Pick<Makers, 'forecast' | 'backtest'> {
  const known = once(async () => {
    const facts = await forecastFacts(call, undefined);
    const scope = ownerScope(owner, facts);
    return { facts, scope, basis: basisOf(facts, scope.owner ?? '', scope.isChosen) };
  });
  return {
    forecast: {
      command: `pipeline forecast${of}`,
      make: async () => {
        const { facts, scope, basis } = await known();
        const period = periodNamed(undefined, facts);
        return forecastView(basis, {
          ...{ period, fiscalYearStarts: facts.settings.fiscalYearStarts },
          ...{ asOf: facts.today, ofThePast: false, owner: scope.owner },
          target: targetOn(facts, period, scope.owner),
        });
      },
    },
    backtest: {
      command: `pipeline forecast backtest${of}`,
      make: async () => {
        const { facts, scope, basis } = await known();
        const { settings, today } = facts;
        const { fiscalYearStarts } = settings;
        const asked = {
          ...{ kind: periodAround(today, 'quarter', fiscalYearStarts, 1), fiscalYearStarts },
          ...{ from: undefined, to: undefined, owner: scope.owner, tick: () => {} },
          calls: saidAmounts(callsIn(call, settings).calls, { ...facts, digits: basis.digits }),
        };
        const targets = backtestTargets(basis, asked);
        if (targets.length > 0) return backtestView(basis, targets, asked);
        const message = 'The snapshots reach no complete quarter that could be tried.';
        throw new Failure('nothing-to-look-at', message, { hint: 'pipeline backfill makes past snapshots.' });
      },
    },
  };
}
