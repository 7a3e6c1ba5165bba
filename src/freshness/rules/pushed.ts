// Rule pushed: the expected close date of an open deal was put off again and again.

import { daysBetween } from '../../base/day.ts';
import { dayValue, type Said, said } from '../../base/said.ts';
import type { DealRow } from '../../snapshot/row.ts';

import { hintFor } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { seriesFacts } from '../series-facts.ts';
import { numberInForce } from '../severity.ts';

export const pushed: DealRule<'pushed'> = {
  id: 'pushed',
  title: 'Pushed again and again',
  severity: 'warning',
  what: 'The expected close date of an open deal moved later rules.pushed.times times or more, as the snapshots and the working set show; a date taken away is later than any.',
  why: 'A date that has slipped so often was never agreed with the customer, and it will not be the last one.',
  fix: 'Ask the customer what has to happen before they sign and by when, and set the date by that, or close the deal.',
  over: 'open deals',
  check(row, context) {
    const { book } = context;
    const times = numberInForce('pushed', 'times', row, book.settings);
    if (row.closeMoves < times) return []; // most deals: without a look at the snapshots
    const slips = seriesFacts(row, book)?.slips ?? 0;
    if (slips < times) return [];
    const place = keyPlace('close', context);
    return [
      {
        place,
        message: said('Slipped {slips} times (limit {limit}): {moved}.', {
          slips,
          limit: times,
          moved: moved(row),
        }),
        hint: hintFor(row, place, book, {
          ours: said('Set a date that the customer has agreed to: {command} (or lost)', {
            command: `pipeline set ${row.id} close=…`,
          }),
          elsewhere: (where) =>
            said('Set a date that the customer has agreed to {where}, or close the deal.', { where }),
        }),
      },
    ];
  },
};

function moved({ close, closeFirst }: DealRow): Said {
  if (closeFirst === undefined) return said('the first date is not known');
  if (close === undefined)
    return said('first due on {first}, now without a date', { first: dayValue(closeFirst) });
  const days = daysBetween(closeFirst, close);
  if (days === 0) return said('due on {close} again, as at first', { close: dayValue(close) });
  const values = { first: dayValue(closeFirst), close: dayValue(close), days: Math.abs(days) };
  return days > 0
    ? said(
        'first due on {first}, now on {close}, {days, plural, one {{days} day} other {{days} days}} later',
        values,
      )
    : said(
        'first due on {first}, now on {close}, {days, plural, one {{days} day} other {{days} days}} earlier',
        values,
      );
}
