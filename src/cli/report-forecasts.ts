// The forecast and its backtest in a report, of one reading of the snapshots, as their own commands make them.

import { addDays, type Day } from '../base/day.ts';
import { once } from '../base/once.ts';
import { type BacktestView, backtestView } from '../report/backtest.ts';
import { type ForecastView, forecastView } from '../report/forecast.ts';
import { basisOf } from '../report/forecast-basis.ts';
import { ownerScope, periodNamed } from '../report/forecast-scope.ts';
import { backtestAsked, forecastAsked, targetsToTry } from './forecast-asked.ts';
import { forecastFacts } from './forecast-facts.ts';
import type { Making } from './report-making.ts';
import type { Call } from './verb.ts';

export interface ForecastsAsked {
  readonly timeZone: string;
  /** As typed. */
  readonly owner: string | undefined;
  /** The day of the past whose end is stood at; undefined: today's. */
  readonly until: Day | undefined;
}

/** @param of the owner as an option of a command */
export function forecastMakers(
  call: Call,
  { owner, until, timeZone }: ForecastsAsked,
  of: string,
): { readonly forecast: Making<ForecastView>; readonly backtest: Making<BacktestView> } {
  const knownOn = async (asOf: Day | undefined) => {
    const facts = await forecastFacts(call, asOf);
    const scope = ownerScope(owner, facts);
    return { facts, scope, basis: basisOf(facts, scope.owner ?? '', scope.isChosen) };
  };
  const now = once(() => knownOn(undefined));
  // A forecast of the past stands at the start of a day: what that day's snapshot holds is known on the next one.
  const asOf = until && until < call.today(timeZone) ? addDays(until, 1) : undefined;
  return {
    forecast: {
      command: `pipeline forecast${asOf === undefined ? '' : ` --as-of ${asOf}`}${of}`,
      make: async () => {
        const { facts, scope, basis } = await (asOf === undefined ? now() : knownOn(asOf));
        const period = periodNamed(undefined, facts);
        const words = { period, owner: scope.owner, ofThePast: asOf !== undefined };
        return forecastView(basis, forecastAsked(call, facts, words));
      },
    },
    backtest: {
      command: `pipeline forecast backtest${until === undefined ? '' : ` --until ${until}`}${of}`,
      make: async () => {
        const { facts, scope, basis } = await now();
        const words = { every: 'quarter', from: undefined, to: until, owner: scope.owner } as const;
        const asked = backtestAsked(call, facts, basis, words);
        return backtestView(basis, targetsToTry(basis, asked, words.every), asked);
      },
    },
  };
}
