// What a review found of each deal that was drawn: what it is worth and when it closes, against what was said.

import { type Day, daysBetween } from '../base/day.ts';
import { proportion } from '../base/exact.ts';
import { grouped } from '../base/grouped.ts';
import { type Decimal, type Minor, toMinor } from '../base/money.ts';
import type { Outcome } from '../deal/deal.ts';
import { givenIn } from './answer-note.ts';
import { type DealAnswer, NOTHING_SAID, type ReviewSheet, type SheetPick } from './sheet.ts';

export interface Judged {
  readonly sheet: ReviewSheet;
  readonly stratum: Outcome;
  readonly pick: SheetPick;
  /** What was filled in; undefined: nothing that says how the deal stands. */
  readonly answer: DealAnswer | undefined;
  /** As the sheet has it, in minor units of its currency; undefined without a value. */
  readonly value: Minor | undefined;
  /** What the review found it to be worth: 0 where dead. Undefined where nobody said, or nothing gives a rate. */
  readonly reviewed: Minor | undefined;
  /** The close date that the review gave, where it is another one. */
  readonly moved: { readonly to: Day; readonly days: number | undefined } | undefined;
}

/**
 * The deals of a sheet, in its order.
 * @param digits of the sheet's currency
 * @param noteOf what a deal tells of this review, '' for nothing: a date or an amount that was applied from the sheet
 *   counts also after it was taken out there
 */
export function judgedIn(sheet: ReviewSheet, digits: number, noteOf: (id: string) => string): Judged[] {
  const answers = new Map(sheet.answers.map((answer) => [answer.id, answer]));
  const { strata, currency } = sheet.draw;
  const rates = ratesIn(strata.flatMap(({ picked }) => picked));
  return strata.flatMap(({ stratum, picked }) =>
    picked.map((pick): Judged => {
      const answer = filledIn(withTold(answers.get(pick.id), pick, noteOf), stratum);
      const value = pick.value === undefined ? undefined : toMinor(pick.value, digits);
      const rate = rateOf(pick) ?? rates.get(pick.currency);
      const valued = (amount: Decimal) =>
        pick.currency === currency ? toMinor(amount, digits) : worth(amount, rate, digits);
      return {
        ...{ sheet, stratum, pick, answer, value },
        reviewed: stratum === 'open' ? reviewedValue(answer, value, valued) : undefined,
        moved: movedTo(answer?.close, pick.close),
      };
    }),
  );
}

function withTold(
  answer: DealAnswer | undefined,
  { id }: SheetPick,
  noteOf: (id: string) => string,
): DealAnswer | undefined {
  if (answer?.close !== undefined && answer.amount !== undefined) return answer;
  const { close, amount } = givenIn(noteOf(id));
  if (close === undefined && amount === undefined) return answer;
  const of = answer ?? { ...NOTHING_SAID, id };
  return { ...of, close: of.close ?? close, amount: of.amount ?? amount };
}

/** Of an open deal a verdict, an amount or a date says how it stands; of a closed one anything does. */
function filledIn(answer: DealAnswer | undefined, stratum: Outcome): DealAnswer | undefined {
  if (answer === undefined || stratum !== 'open') return answer;
  const { verdict, close, amount } = answer;
  return verdict !== undefined || close !== undefined || amount !== undefined ? answer : undefined;
}

function reviewedValue(
  answer: DealAnswer | undefined,
  value: Minor | undefined,
  valued: (amount: Decimal) => Minor | undefined,
): Minor | undefined {
  if (answer === undefined) return undefined;
  if (answer.verdict === 'dead') return 0;
  return answer.amount === undefined ? (value ?? 0) : valued(answer.amount);
}

function movedTo(to: Day | undefined, from: Day | undefined): Judged['moved'] {
  if (to === undefined || to === from) return undefined;
  return { to, days: from === undefined ? undefined : daysBetween(from, to) };
}

interface Rate {
  readonly amount: Decimal;
  readonly value: Decimal;
}

function rateOf({ amount, value }: SheetPick): Rate | undefined {
  return amount === undefined || value === undefined || Number(amount) === 0 ? undefined : { amount, value };
}

/** What the deals of each currency were valued at; of the largest, whose rounding weighs least. */
function ratesIn(picked: readonly SheetPick[]): ReadonlyMap<string, Rate> {
  const rates = new Map<string, Rate>();
  for (const pick of picked) {
    const [rate, before] = [rateOf(pick), rates.get(pick.currency)];
    if (rate === undefined) continue;
    if (before === undefined || sizeOf(rate) > sizeOf(before)) rates.set(pick.currency, rate);
  }
  return rates;
}

function sizeOf({ amount }: Rate): number {
  return Math.abs(Number(amount));
}

function worth(amount: Decimal, rate: Rate | undefined, digits: number): Minor | undefined {
  return rate === undefined ? undefined : proportion(toMinor(rate.value, digits), amount, rate.amount);
}

/**
 * Of the deals that several sheets of one day have, each once: the first that was filled in, else the first. One talk
 * about a deal is one review of it.
 */
export function onceADay(deals: readonly Judged[]): Judged[] {
  const byDay = grouped(deals, ({ sheet, pick }) => JSON.stringify([sheet.draw.on, pick.id]));
  return [...byDay.values()].flatMap((of) => of.find(({ answer }) => answer !== undefined) ?? of[0] ?? []);
}
