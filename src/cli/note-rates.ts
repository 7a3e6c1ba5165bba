// What an import says of currencies that nothing converts.

import { asItIs, dayValue, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';
import type { Book } from '../book/book.ts';
import { ratesMissing, ratesToPaste } from '../snapshot/rates-missing.ts';
import type { Call } from './verb.ts';

/** What has no rate is in no total: whoever reads one next must know it, and has the lines to paste. */
export function noteRates(call: Call, { state, settings, today }: Book): void {
  const missing = ratesMissing(state);
  if (missing.length === 0) return;
  const to = settings.currency;
  const currencies = missing.map(({ currency }) => currency);
  call.note(
    said('There is no rate to {to} on {on} for {currencies}.', {
      ...{ to, on: dayValue(today) },
      currencies: listed(currencies.map(asItIs)),
    }),
  );
  call.note(said('Totals leave the amount out, and no snapshot is taken.'));
  call.note(
    said('Say in pipeline.yaml what one unit is worth in {to}, from the day on since when it holds:', { to }),
  );
  for (const line of ratesToPaste(today, currencies)) call.note(asItIs(`  ${line}`));
}
