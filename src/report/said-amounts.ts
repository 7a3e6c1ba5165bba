// People's calls as a backtest holds them against what came: by day, in minor units.

import { type Day, epochDay } from '../base/day.ts';
import { toMinor } from '../base/money.ts';
import { parsePeriod } from '../base/period.ts';
import type { SaidAmount } from '../forecast/calls.ts';
import { targetOf } from '../forecast/spans.ts';
import { type HumanCall, knownOn } from '../human-calls/human-call.ts';
import type { Settings } from '../workspace/settings.ts';

/** Those in the reporting currency, ascending by the day on which they were said; another currency's are no figure here. */
export function saidAmounts(
  calls: readonly HumanCall[],
  asked: { readonly settings: Settings; readonly today: Day; readonly digits: number },
): SaidAmount[] {
  const { settings, today, digits } = asked;
  const { currency, fiscalYearStarts } = settings;
  return calls
    .filter((call) => call.currency === currency)
    .sort((a, b) => epochDay(a.on) - epochDay(b.on))
    .map((call) => {
      const { from, to } = targetOf(parsePeriod(call.period, { today, fiscalYearStarts }), fiscalYearStarts);
      const { owner, amount } = call;
      return { from, to, owner, on: epochDay(knownOn(call)), amount: Number(toMinor(amount, digits)) };
    });
}
