// Rule past-close: an open deal was expected to close on a day that is over.

import { daysBetween } from '../../base/day.ts';
import { dayValue, said } from '../../base/said.ts';
import { hintFor } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';

export const pastClose: DealRule<'past-close'> = {
  id: 'past-close',
  title: 'Expected close date is past',
  severity: 'error',
  what: 'An open deal has an expected close date before today.',
  why: 'The date is wrong for certain, and so is every plan and forecast of the period that it lies in.',
  fix: 'Ask the customer for a new date, or close the deal as won or lost.',
  over: 'open deals',
  evidence: {
    among: 'open deals',
    has: (row) => row.close !== undefined,
    missing: 'no close dates',
  },
  check(row, context) {
    const { today } = context.book;
    if (row.close === undefined || row.close >= today) return [];
    const days = daysBetween(row.close, today);
    const place = keyPlace('close', context);
    return [
      {
        place,
        message: said(
          'Expected to close on {close}, {days, plural, one {{days} day} other {{days} days}} ago.',
          { close: dayValue(row.close), days },
        ),
        hint: hintFor(row, place, context.book, {
          ours: said('New close date: {command} (or won, lost)', {
            command: `pipeline set ${row.id} close=…`,
          }),
          elsewhere: (where) => said('Set a new close date {where}, or close the deal.', { where }),
        }),
        days,
      },
    ];
  },
};
