// Rule date-order: days of a deal that cannot be in that order.

import { daysBetween } from '../../base/day.ts';
import { dayValue, said } from '../../base/said.ts';
import { outcomeOf } from '../../deal/deal.ts';
import type { DealRow, RowStage } from '../../snapshot/row.ts';
import { fieldCommand, hintFor } from '../mend-commands.ts';
import { entryPlace, keyPlace, whereToFix } from '../place.ts';
import type { DealContext, DealRule, Hit } from '../rule.ts';
import { stageLabel } from '../stage-steps.ts';

export const dateOrder: DealRule<'date-order'> = {
  id: 'date-order',
  title: 'Dates in the wrong order',
  severity: 'error',
  what: 'A deal was closed before it was created, or while it is open is expected to close before that; or the days of its stages go backwards from one line of its record to the next. Deals in the archive are not looked at.',
  why: 'How long it took, and in which quarter it ended, is wrong in every figure that counts it.',
  fix: 'Correct the day that is mistyped, or put the entry where it belongs.',
  over: 'deals',
  check: (row, context) => [...closesTooEarly(row, context), ...goesBack(row, context)],
};

function closesTooEarly(row: DealRow, context: DealContext): Hit[] {
  const { created, close, stage } = row;
  if (created === undefined || close === undefined || close >= created) return [];
  const days = { close: dayValue(close), created: dayValue(created) };
  const place = keyPlace('close', context);
  return [
    {
      place,
      message:
        outcomeOf(stage) === 'open'
          ? said('Expected to close on {close}, before it was created on {created}.', days)
          : said('Closed as {stage} on {close}, before it was created on {created}.', { stage, ...days }),
      hint: hintFor(row, place, context.book, {
        ours: said('Correct one of the two days: {command}, or created=…', {
          command: fieldCommand(row.id, 'close'),
        }),
        elsewhere: (where) => said('Correct one of the two days {where}.', { where }),
      }),
      days: daysBetween(close, created),
    },
  ];
}

function goesBack(row: DealRow, context: DealContext): Hit[] {
  const [first, ...others] = stepsBack(row.stages);
  if (first === undefined) return [];
  const { before, after } = first;
  const { book } = context;
  const place = entryPlace(after, row, context);
  const back = {
    ...{ after: stageLabel(after.stage, book), after_on: dayValue(after.on) },
    ...{ before: stageLabel(before.stage, book), before_on: dayValue(before.on) },
  };
  return [
    {
      place,
      message:
        others.length === 0
          ? said('The record goes back: {after} on {after_on} stands below {before} on {before_on}.', back)
          : said(
              'The record goes back: {after} on {after_on} stands below {before} on {before_on}. It goes back {times} times in all.',
              { ...back, times: others.length + 1 },
            ),
      hint: said('Correct the day, or put the entries in order, {where}.', {
        where: whereToFix(place, row, book),
      }),
      days: daysBetween(after.on, before.on),
    },
  ];
}

/** Where an entry is dated before the one in the line above it. */
function stepsBack(stages: readonly RowStage[]): { before: RowStage; after: RowStage }[] {
  return stages.flatMap((after, at) => {
    const before = stages[at - 1];
    return before !== undefined && after.on < before.on ? [{ before, after }] : [];
  });
}
