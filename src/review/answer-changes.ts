// What was written down about a deal → the edits of its file, and the activity that tells of them. What somebody else has
// changed since the sheet was made is not overwritten: it is named.

import { type Sayable, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import type { DealChange } from '../deal/change.ts';
import { type Deal, outcomeOf } from '../deal/deal.ts';
import { REVIEW } from '../deal/own-activities.ts';
import { activityChange } from '../entry/activity.ts';
import { type AnswerFacts, type AnswerField, fieldsOf } from './answer-fields.ts';
import { answerNote, type EditKey, hasPart, toldIn } from './answer-note.ts';
import type { DealAnswer, SheetPick } from './sheet.ts';

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
  const isOurs = ({ key, part }: AnswerField) => part !== '' && hasPart(noteBefore, key, part);
  const isTold = ({ key, said }: AnswerField) => said !== '' && hasPart(noteBefore, key, said);
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
  const isOfSheet = ({ said }: AnswerField) => noteBefore !== '' && said === '';
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
function keptParts(empty: readonly AnswerField[], noteBefore: string): Partial<Record<EditKey, string>> {
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

function clashOf({ key, was, is, given, ended }: AnswerField, { deal, pick }: AnswerFacts): Clash {
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
