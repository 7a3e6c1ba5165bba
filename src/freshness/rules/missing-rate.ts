// Rule missing-rate: an open or won deal is in a currency that nothing converts to the reporting currency. It
// looks at the archive too: no snapshot is taken where a deal there counts money that nothing converts.

import { dayValue, said } from '../../base/said.ts';
import { lacksRate } from '../../snapshot/rates-missing.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';

export const missingRate: DealRule<'missing-rate'> = {
  id: 'missing-rate',
  title: 'No exchange rate',
  severity: 'error',
  what: 'An open or won deal is in a currency without a rate in force.',
  why: 'It has no value: every sum leaves it out, and no snapshot can be taken.',
  fix: 'Add the rate to `rates:` in pipeline.yaml, or correct the currency.',
  over: 'deals',
  inArchive: true,
  check(row, context) {
    const { state, today } = context.book;
    if (!lacksRate(row, state)) return [];
    return [
      {
        place: keyPlace('currency', context),
        message: said('There is no rate from {from} to {to} in force on {on}.', {
          ...{ from: row.currency, to: state.reportingCurrency },
          on: dayValue(today),
        }),
        hint: said('Add one to pipeline.yaml under rates: {example}', {
          example: `- {on: ${today}, ${row.currency}: "…"}`,
        }),
      },
    ];
  },
};
