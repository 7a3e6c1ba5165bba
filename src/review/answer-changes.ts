// What was written down about a deal → the edits of its file, and the activity that tells of them. What somebody else has
// changed since the sheet was made is not overwritten: it is named.

import type { Day } from '../base/day.ts';
import { sameAmount } from '../base/money.ts';
import { type Sayable, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { DealChange } from '../deal/change.ts';
import { type Deal, type Outcome, outcomeOf } from '../deal/deal.ts';
import { REVIEW } from '../deal/own-activities.ts';
import { activityChange } from '../entry/activity.ts';
import { nextStepChange } from '../entry/next-step.ts';
import type { DealRow } from '../snapshot/row.ts';
import {
  amountPart,
  answerNote,
  closePart,
  type EditKey,
  hasPart,
  nextStepPart,
  reasonPart,
  toldIn,
} from './answer-note.ts';
import type { DealAnswer, SheetPick } from './sheet.ts';

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

/** An answer that can't be carried out as things stand. */
export interface Clash {
  readonly key: EditKey;
  readonly message: Sayable;
  readonly hint: Sayable;
}

export interface AnswerChanges {
  readonly note: string;
  /** What the deal says of this review so far; '' where it says nothing. */
  readonly noteBefore: string;
  /** The edits of its fields; none where the same was applied before. */
  readonly fields: readonly DealChange[];
  /** Undefined where the deal tells of it already. */
  readonly activity: DealChange | undefined;
  readonly clashes: readonly Clash[];
  /** Answers that were applied and have been taken out of the sheet since, while the deal still says them. */
  readonly withdrawn: readonly EditKey[];
  /** Answers that say what the sheet says, of an applied review, where the deal says something else by now. */
  readonly overtaken: readonly { readonly key: EditKey; readonly is: string; readonly given: string }[];
}

/** The same answers again change nothing, whatever has become of the deal meanwhile. */
export function answerChanges(facts: AnswerFacts): AnswerChanges {
  const { answer, pick, deal, ref } = facts;
  const at = deal.activities.findIndex((one) => one.type === REVIEW && one.ref === ref);
  const noteBefore = deal.activities[at]?.note ?? '';
  const fields = fieldsOf(facts);
  const isOurs = ({ key, part }: Field) => part !== '' && hasPart(noteBefore, key, part);
  const isTold = ({ key, said }: Field) => said !== '' && hasPart(noteBefore, key, said);
  const note = answerNote(
    answer,
    pick,
    keptParts(
      fields.filter(({ given }) => given === ''),
      noteBefore,
    ),
  );
  const answered = fields.filter((field) => field.given !== '' && !field.isSame && !isTold(field));
  const others = answered.filter((field) => field.ended || !(field.isUntouched || isOurs(field)));
  // Nobody can tell whether what the sheet says anyway was there when it was applied: it changes nothing.
  const isOfSheet = ({ said }: Field) => noteBefore !== '' && said === '';
  return {
    note,
    noteBefore,
    fields: answered.filter((field) => !others.includes(field)).flatMap(({ change }) => change()),
    activity: note === noteBefore ? undefined : activityTelling(note, at, facts),
    clashes: others.filter((field) => !isOfSheet(field)).map((field) => clashOf(field, facts)),
    withdrawn: fields.filter((field) => field.given === '' && isOurs(field)).map(({ key }) => key),
    overtaken: others
      .filter((field) => isOfSheet(field) && !field.ended)
      .map(({ key, is, given }) => ({ key, is, given })),
  };
}

/** @param at where the deal has it already, negative where it has not */
function activityTelling(note: string, at: number, { deal, on, today, ref }: AnswerFacts): DealChange {
  const item = { on: deal.activities[at]?.on ?? on, logged: today, type: REVIEW, note, ref };
  return at < 0
    ? activityChange(deal, item, { today })
    : { kind: 'replace', key: 'activities', index: at, item };
}

/** Of answers that are empty now: what the review said stays told, unless the deal was set back to what it was. */
function keptParts(empty: readonly Field[], noteBefore: string): Partial<Record<EditKey, string>> {
  const before = toldIn(noteBefore);
  const parts = empty.map(({ key, part, isUntouched }) => {
    if (key === 'close' || key === 'amount') return [key, isUntouched ? '' : before[key]];
    return [key, part !== '' && hasPart(noteBefore, key, part) ? part : ''];
  });
  return Object.fromEntries(parts);
}

/** Whether an answer asks for an edit of the deal's fields. */
export function editsFields({ close, amount, nextStep, reason }: DealAnswer, { stage }: SheetPick): boolean {
  return (
    [close, amount, nextStep].some((value) => value !== undefined) || (reason !== '' && stage === 'lost')
  );
}

interface Field {
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

function fieldsOf(facts: AnswerFacts): Field[] {
  const outcome = outcomeOf(facts.pick.stage);
  if (outcome === 'open') return [closeField(facts), amountField(facts), nextStepField(facts)];
  return outcome === 'lost' ? [reasonField(facts)] : [];
}

function closeField({ answer, pick, deal }: AnswerFacts): Field {
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

function amountField({ answer, pick, deal, currency: own }: AnswerFacts): Field {
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

function nextStepField({ answer, deal, row, on }: AnswerFacts): Field {
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

function reasonField({ answer, deal, row }: AnswerFacts): Field {
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

function clashOf({ key, was, is, given, ended }: Field, { deal, pick }: AnswerFacts): Clash {
  if (ended) {
    const before = outcomeOf(pick.stage);
    return {
      key,
      message: said('{id} was {before} when the sheet was made, and is {now}.', {
        id: deal.id,
        before,
        now: nowOf(deal),
      }),
      hint: said('Take {key} out of the block: the review says it of a deal that was {before}.', {
        key,
        before,
      }),
    };
  }
  const then = was === undefined ? '' : `it was ${was || 'empty'} when the sheet was made, `;
  return {
    key,
    message: said('{key} of {id} has changed since: {then}it is {is} now, and the sheet says {given}.', {
      key,
      id: deal.id,
      then,
      is: is || 'empty',
      given,
    }),
    hint: said('Take {key} out of the block to leave it so; to have what the sheet says: {commandFor}', {
      key,
      commandFor: commandFor(key, deal.id, given),
    }),
  };
}

/** What makes the deal say it, so that nothing is left to overwrite. */
function commandFor(key: EditKey, id: string, given: string): string {
  if (key === 'next_step') return `pipeline next ${id} "…" --by DAY`;
  return `pipeline set ${id} ${key === 'reason' ? 'lost_reason' : key}=${shellWord(given)}`;
}

function nowOf({ stage, close }: Deal): string {
  const outcome = outcomeOf(stage);
  if (outcome === 'open') return `open now, in ${stage}`;
  return close === undefined ? `${outcome} now` : `${outcome} since ${close}`;
}
