// Steps up out of a stage in which nothing is on record: what rule undocumented-stage finds, and discipline counts.

import { isWithCustomer } from '../deal/own-activities.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { DealContext } from './rule.ts';
import { type StepUp, stageNow, stepsUp } from './stage-steps.ts';

/** The steps up since documented_since that left a stage without one activity in it, the earliest first. */
export function undocumentedSteps(row: DealRow, context: StepContext): StepUp[] {
  return stepsUp(row, context.book).filter((step) => !hasActivity(step, row, context));
}

/** `deal`: undefined where no file tells of it; then a row that counts activities of that day is believed. */
export type StepContext = Pick<DealContext, 'book' | 'deal'>;

/** In the stage that it left, or on the day of the move, which a row counts to the stage entered. */
function hasActivity({ from, to }: StepUp, { stages, activities }: DealRow, context: StepContext): boolean {
  const { book } = context;
  const counts = (stage: string) =>
    activities.some((one) => stageNow(one.stage, book) === stageNow(stage, book));
  if (counts(from.stage)) return true;
  const mayBeThatDay = stages.some(({ stage, on }) => on === to.on && counts(stage));
  if (!mayBeThatDay) return false; // without a look at the file
  const { deal } = context;
  return deal === undefined || deal.activities.some((one) => one.on === to.on && isWithCustomer(one));
}
