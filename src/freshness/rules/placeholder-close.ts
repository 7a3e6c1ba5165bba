// Rule placeholder-close: an open deal closes on a day that systems fill in by themselves.

import { type Day, isMonthEnd } from '../../base/day.ts';
import { dayValue, inTurn, said } from '../../base/said.ts';
import type { Message } from '../../words/message.ts';

import { fieldCommand, hintFor } from '../mend-commands.ts';
import { keyPlace } from '../place.ts';
import type { DealRule } from '../rule.ts';
import { seriesFacts } from '../series-facts.ts';

export const placeholderClose: DealRule<'placeholder-close'> = {
  id: 'placeholder-close',
  title: 'Close date looks like a default',
  severity: 'info',
  what: 'An open deal is expected to close on the last day of a month, as quarters and years end too, and that date never moved, or only ever from one such day to another.',
  why: 'Systems fill in the end of a period by themselves: a date that nobody chose says nothing about when the customer signs.',
  fix: 'Ask the customer for the day, and write that one.',
  over: 'open deals',
  check(row, context) {
    const { close, closeFirst, closeMoves } = row;
    if (close === undefined || !isMonthEnd(close)) return [];
    const { book } = context;
    const hasMoved = closeMoves > 0 || closeFirst !== close; // a reopened deal's new date is no move
    if (hasMoved && seriesFacts(row, book)?.monthEndsOnly !== true) return [];
    const place = keyPlace('close', context);
    const period = periodEnding(close, book.settings.fiscalYearStarts);
    const moves: Message = hasMoved
      ? 'It moved, and only ever from one such day to another.'
      : 'No snapshot shows another date.';
    return [
      {
        place,
        message: inTurn(said(period, { close: dayValue(close) }), moves),
        hint: hintFor(row, place, book, {
          ours: said('Ask for the day, and set it: {command}', { command: fieldCommand(row.id, 'close') }),
          elsewhere: (where) => said('Ask for the day, and set it {where}.', { where }),
        }),
      },
    ];
  },
};

/** With the longest period that ends on that last day of a month. */
function periodEnding(close: Day, fiscalYearStarts: number): Message {
  const months = (Number(close.slice(5, 7)) - fiscalYearStarts + 13) % 12;
  if (months === 0) return 'Expected to close on {close}, the last day of a fiscal year.';
  return months % 3 === 0
    ? 'Expected to close on {close}, the last day of a quarter.'
    : 'Expected to close on {close}, the last day of a month.';
}
