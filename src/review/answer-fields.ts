// The fields of a deal that a review can change: what was answered, what the sheet had, what the deal says now.

import type { Day } from '../base/day.ts';
import { sameAmount } from '../base/money.ts';
import type { DealChange } from '../deal/change.ts';
import { type Deal, type Outcome, outcomeOf } from '../deal/deal.ts';
import { nextStepChange } from '../entry/next-step.ts';
import type { DealRow } from '../snapshot/row.ts';
import { amountPart, closePart, type EditKey, nextStepPart, reasonPart } from './answer-note.ts';
import type { DealAnswer, SheetPick } from './sheet.ts';

/** What an answer is held against. */
export interface AnswerFacts {
  readonly answer: DealAnswer;
  readonly pick: SheetPick;
  /** As it stands now. */
  readonly deal: Deal;
  /** As the sheet's snapshot has it; undefined where that is not there any more. */
  readonly row: Pick<DealRow, 'nextStep' | 'nextStepBy' | 'lostReason'> | undefined;
  /** The review's day, and today. */
  readonly on: Day;
  readonly today: Day;
  /** The sheet's name without `.md`. */
  readonly ref: string;
  /** Of the workspace. */
  readonly currency: string;
}

export interface AnswerField {
  readonly key: EditKey;
  /** What was answered, '' for nothing; what it was when the sheet was made, undefined where nobody knows; what it is. */
  readonly given: string;
  readonly was: string | undefined;
  readonly is: string;
  /** Whether the deal says what was answered, or still what it said when the sheet was made. */
  readonly isSame: boolean;
  readonly isUntouched: boolean;
  /** Whether the deal is no longer open, or no longer lost, as the answer has it. */
  readonly ended: boolean;
  /** What a note tells where it was this review that made the deal say what it says. */
  readonly part: string;
  /** What a note tells of the answer; '' where it is what the sheet says anyway. */
  readonly said: string;
  change(): readonly DealChange[];
}

/** Of an open deal the close date, the amount and the next step; of a lost one the reason. */
export function fieldsOf(facts: AnswerFacts): AnswerField[] {
  const outcome = outcomeOf(facts.pick.stage);
  if (outcome === 'open') return [closeField(facts), amountField(facts), nextStepField(facts)];
  return outcome === 'lost' ? [reasonField(facts)] : [];
}

function closeField({ answer, pick, deal }: AnswerFacts): AnswerField {
  const { close } = answer;
  return {
    key: 'close',
    given: close ?? '',
    was: pick.close ?? '',
    is: deal.close ?? '',
    isSame: deal.close === close,
    isUntouched: deal.close === pick.close,
    ended: isNo('open', deal),
    part: deal.close === undefined ? '' : closePart(pick, deal.close),
    said: close === undefined || close === pick.close ? '' : closePart(pick, close),
    change: () => (close === undefined ? [] : [{ kind: 'set', key: 'close', value: close }]),
  };
}

function amountField({ answer, pick, deal, currency: own }: AnswerFacts): AnswerField {
  const { amount } = answer;
  const currency = deal.currency === '' ? own : deal.currency;
  const says = (other: SheetPick['amount']) =>
    deal.amount === undefined || other === undefined
      ? deal.amount === other
      : currency === pick.currency && sameAmount(deal.amount, other);
  return {
    key: 'amount',
    given: amount === undefined ? '' : `${amount} ${pick.currency}`,
    was: pick.amount === undefined ? '' : `${pick.amount} ${pick.currency}`,
    is: deal.amount === undefined ? '' : `${deal.amount} ${currency}`,
    isSame: says(amount),
    isUntouched: says(pick.amount),
    ended: isNo('open', deal),
    part: deal.amount === undefined ? '' : amountPart(pick, deal.amount),
    said:
      amount === undefined || (pick.amount !== undefined && sameAmount(amount, pick.amount))
        ? ''
        : amountPart(pick, amount),
    change: () => (amount === undefined ? [] : [{ kind: 'set', key: 'amount', value: amount }]),
  };
}

function nextStepField({ answer, deal, row, on }: AnswerFacts): AnswerField {
  const { nextStep: given } = answer;
  const { nextStep: step } = deal;
  const text = (one: { readonly what: string; readonly by?: Day | undefined } | undefined) =>
    one === undefined ? '' : `${one.by ?? ''} ${one.what}`.trim();
  const was = row && text(row.nextStep === '' ? undefined : { what: row.nextStep, by: row.nextStepBy });
  return {
    key: 'next_step',
    given: text(given),
    was,
    is: text(step),
    isSame: text(step) === text(given),
    isUntouched: step === undefined || text(step) === was,
    ended: isNo('open', deal),
    part: step === undefined ? '' : nextStepPart(step),
    said: given === undefined ? '' : nextStepPart(given),
    // It was agreed in the review, whenever it is written down.
    change: () => (given === undefined ? [] : [nextStepChange(deal, given, { today: on })]),
  };
}

function reasonField({ answer, deal, row }: AnswerFacts): AnswerField {
  const { reason } = answer;
  return {
    key: 'reason',
    given: reason,
    was: row?.lostReason,
    is: deal.lostReason,
    isSame: deal.lostReason === reason,
    isUntouched: deal.lostReason === '' || deal.lostReason === row?.lostReason,
    ended: isNo('lost', deal),
    part: deal.lostReason === '' ? '' : reasonPart(deal.lostReason),
    said: reason === '' ? '' : reasonPart(reason),
    change: () => [{ kind: 'set', key: 'lost_reason', value: reason }],
  };
}

function isNo(outcome: Outcome, { stage }: Deal): boolean {
  return outcomeOf(stage) !== outcome;
}
