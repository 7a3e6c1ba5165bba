// For how long a row stays as it is while nobody changes the deal: rows tell what has happened up to today.

import { addDays, type Day, day } from '../base/day.ts';
import type { Deal } from '../deal/deal.ts';
import { amountDiffers, earlier, stageDiffers } from './series.ts';
import { type ClockContext, clockOf } from './signs.ts';

/** From the first to the last day, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Before and after all days that files tell. */
export const FIRST_DAY = day('1000-01-01');
export const LAST_DAY = day('9999-12-31');

/**
 * The days that, taken for today, give the deal the row that it has today: from the last of its own days up to the
 * one before the next. Of a deal with an event that counts as of today, because no snapshot has dated it, today alone.
 */
export function steadySpan(deal: Deal, context: ClockContext): Span {
  const { today } = context;
  if (tellsOfToday(deal, context)) return { from: today, to: today };
  let from = FIRST_DAY;
  let to = LAST_DAY;
  for (const on of daysOf(deal, context)) {
    if (on === undefined) continue;
    if (on > today) to = on <= to ? addDays(on, -1) : to;
    else if (on > from) from = on;
  }
  return { from, to };
}

/** An undated change counts as of today; so does the clock of a deal of which nothing is dated. */
function tellsOfToday(deal: Deal, context: ClockContext): boolean {
  const { facts, currency, process } = context;
  const { nextStep, stage } = deal;
  const known = facts?.nextStep === nextStep?.what ? facts?.nextStepSince : undefined;
  const isUndatedStep = nextStep !== undefined && earlier(nextStep.agreed, known) === undefined;
  return (
    isUndatedStep ||
    amountDiffers(facts, deal.amount, currency) ||
    stageDiffers(facts, stage, process) ||
    clockOf(deal, context).event === 'now'
  );
}

function* daysOf(deal: Deal, { facts }: ClockContext): Generator<Day | undefined> {
  for (const { on } of deal.activities) yield on;
  for (const { on } of deal.stages) yield on;
  yield* [deal.close, deal.created, deal.recorded, deal.nextStep?.agreed];
  yield* [facts?.firstDay, facts?.nextStepSince, facts?.amountChanged, facts?.stageChanged];
}
