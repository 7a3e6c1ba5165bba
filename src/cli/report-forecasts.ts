// The forecast and its backtest in a report, of one reading of the snapshots, as their own commands make them.

import { once } from '../base/once.ts';
import { backtestView } from '../report/backtest.ts';
import { forecastView } from '../report/forecast.ts';
import { basisOf } from '../report/forecast-basis.ts';
import { ownerScope, periodNamed } from '../report/forecast-scope.ts';
import { backtestAsked, forecastAsked, targetsToTry } from './forecast-asked.ts';
import { forecastFacts } from './forecast-facts.ts';
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
        const words = { period: periodNamed(undefined, facts), owner: scope.owner, ofThePast: false };
        return forecastView(basis, forecastAsked(call, facts, words));
      },
    },
    backtest: {
      command: `pipeline forecast backtest${of}`,
      make: async () => {
        const { facts, scope, basis } = await known();
        const words = { every: 'quarter', from: undefined, to: undefined, owner: scope.owner } as const;
        const asked = backtestAsked(call, facts, basis, words);
        return backtestView(basis, targetsToTry(basis, asked, words.every), asked);
      },
    },
  };
}
