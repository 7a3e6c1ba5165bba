// What an import says of currencies that nothing converts.

import { asItIs, said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import { ratesMissing, ratesToPaste } from '../snapshot/rates-missing.ts';
import { noRate, whatOneIsWorth } from '../snapshot/rates-told.ts';
import type { Call } from './verb.ts';

/** What has no rate is in no total: whoever reads one next must know it, and has the lines to paste. */
export function noteRates(call: Call, { state, settings, today }: Book): void {
  const missing = ratesMissing(state);
  if (missing.length === 0) return;
  const to = settings.currency;
  const currencies = missing.map(({ currency }) => currency);
  call.note(noRate(to, today, currencies.map(asItIs)));
  call.note(said('Totals leave the amount out, and no snapshot is taken.'));
  call.note(whatOneIsWorth(to));
  for (const line of ratesToPaste(today, currencies)) call.note(asItIs(`  ${line}`));
}
