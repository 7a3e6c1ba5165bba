// What the owner will do next, and by when.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import type { DealChange } from '../deal/change.ts';
import type { Deal } from '../deal/deal.ts';
import { activityChange } from './activity.ts';
import { isClosed } from './closed.ts';
import type { EntryContext } from './context.ts';

/**
 * Sets the next step. One of the same text is not agreed anew, however often its day is moved (docs/method.md).
 * @param by where it is left out, only a step of the same text keeps its day
 * @throws Failure `usage` for a closed deal, no text or no day, `bad-date` for a day that has passed
 */
export function nextStepChange(
  deal: Deal,
  { what, by }: { readonly what: string; readonly by: Day | undefined },
  { today }: Pick<EntryContext, 'today'>,
): DealChange {
  if (isClosed(deal)) {
    throw new Failure(
      'usage',
      said('{id} is {stage}: nothing comes next.', { id: deal.id, stage: deal.stage }),
      {
        hint: asItIs(`pipeline reopen ${deal.id} --why "…"`),
      },
    );
  }
  const text = what.trim();
  if (text === '')
    throw new Failure('usage', 'What is to be done?', {
      hint: asItIs('pipeline next ID "send the offer" --by fri'),
    });
  const isSame = deal.nextStep?.what === text;
  const day = by ?? (isSame ? deal.nextStep?.by : undefined);
  if (day === undefined) throw new Failure('usage', 'By when?', { hint: `Give its day: --by fri` });
  if (by !== undefined && by < today) {
    throw new Failure(
      'bad-date',
      said('A next step by {by} is late before it begins: today is {today}.', { by, today }),
      {
        hint: 'What was done already: pipeline log ID "…" --on DAY',
      },
    );
  }
  const agreed = isSame ? deal.nextStep?.agreed : today;
  return { kind: 'set-next-step', step: { by: day, what: text, agreed } };
}

export interface AskedDone {
  readonly on: Day;
  readonly type: string;
  /** What came of it; undefined: the text of the step. */
  readonly note: string | undefined;
  readonly next: string | undefined;
  readonly by: Day | undefined;
}

/**
 * The next step becomes an activity, and another one takes its place, or none.
 * @throws Failure `usage` where the deal has none, or --by stands alone; as activityChange and nextStepChange do
 */
export function doneChanges(deal: Deal, asked: AskedDone, context: EntryContext): DealChange[] {
  const { on, type, note, next, by } = asked;
  if (deal.nextStep === undefined) {
    throw new Failure('usage', said('{id} has no next step that could be done.', { id: deal.id }), {
      hint: said('What happened: pipeline log {id} "…"', { id: deal.id }),
    });
  }
  if (next === undefined && by !== undefined) {
    throw dayWithoutStep();
  }
  const happened = activityChange(deal, { on, type, note: note ?? deal.nextStep.what }, context);
  if (next === undefined) return [happened, { kind: 'remove', key: 'next_step' }];
  // The step of before is done, so that the same text is another one.
  return [happened, nextStepChange({ ...deal, nextStep: undefined }, { what: next, by }, context)];
}

/** Where a day is given and no step that it is the day of. */
export function dayWithoutStep(): Failure {
  return new Failure('usage', '--by says by when, and nothing says what.', {
    hint: asItIs('--next "…" --by fri'),
  });
}
