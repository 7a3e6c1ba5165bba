// Closed deals at the rates of the days on which they were closed (docs/decisions/02-money.md): a rate that moved later changes no
// result.

import { outcomeOf } from '../deal/deal.ts';
import { copyOf, type DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { minorValue } from '../snapshot/take-row.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';

/**
 * The rows with the value that they had on the day of closing; as they are where they are open, no rate of that day is known, or
 * where the state reports in another currency than the settings.
 */
export function atClosing<Row extends DealRow>(
  rows: readonly Row[],
  { reportingCurrency, digits }: Pick<Snapshot, 'reportingCurrency' | 'digits'>,
  settings: Pick<Settings, 'currency' | 'rates'>,
): readonly Row[] {
  if (reportingCurrency !== settings.currency) return rows;
  return rows.map((row) => {
    const isOpen = outcomeOf(row.stage) === 'open';
    if (isOpen || row.currency === reportingCurrency || row.close === undefined) return row;
    const value = minorValue(row.amount, row.currency, { rates: ratesOn(settings, row.close), digits });
    return value === undefined || value === row.value ? row : { ...copyOf(row), value };
  });
}

/** The same of a whole state: what was won by it is what results tell. */
export function valuedAtClosing<State extends Snapshot>(
  state: State,
  settings: Pick<Settings, 'currency' | 'rates'>,
): State {
  return {
    ...state,
    deals: atClosing(state.deals, state, settings),
    archived: atClosing(state.archived, state, settings),
  };
}
