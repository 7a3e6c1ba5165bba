// Rule date-order: days of a deal that cannot be in that order.

import { daysBetween } from '../../base/day.ts';
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
  const how = outcomeOf(stage) === 'open' ? 'Expected to close' : `Closed as ${stage}`;
  const place = keyPlace('close', context);
  return [
    {
      place,
      message: `${how} on ${close}, before it was created on ${created}.`,
      hint: hintFor(row, place, context.book, {
        ours: `Correct one of the two days: ${fieldCommand(row.id, 'close')}, or created=…`,
        elsewhere: (where) => `Correct one of the two days ${where}.`,
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
  const label = (entry: RowStage) => stageLabel(entry.stage, book);
  const more = others.length === 0 ? '' : ` It goes back ${others.length + 1} times in all.`;
  return [
    {
      place,
      message: `The record goes back: ${label(after)} on ${after.on} stands below ${label(before)} on ${before.on}.${more}`,
      hint: `Correct the day, or put the entries in order, ${whereToFix(place, row, book)}.`,
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
