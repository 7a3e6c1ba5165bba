// What a review said of a deal, as one line of its file. It follows from the block and from how the deal stood when the
// sheet was made, so that the same answers are the same line whenever they are applied.

import { type Day, toDay } from '../base/day.ts';
import { type Decimal, sameAmount, toDecimal } from '../base/money.ts';
import { type DealAnswer, type PromisedAction, type SheetPick, VERDICTS } from './sheet.ts';

const BETWEEN = ' · ';

/** Answers that are edits of the deal's fields, each a part of the note. */
export type EditKey = 'close' | 'amount' | 'next_step' | 'reason';

/**
 * `corrected · close 2026-12-15 → 2027-01-20 · amount 100000 → 80000 · lesson: ask for the budget first`
 * @param kept parts that stay though their answers were taken out of the sheet
 */
export function answerNote(
  answer: DealAnswer,
  pick: SheetPick,
  kept: Readonly<Partial<Record<EditKey, string>>> = {},
): string {
  const { verdict, close, amount, nextStep, reason, actions, lesson, tags } = answer;
  const parts = [
    verdict ?? '',
    close === undefined || close === pick.close ? (kept.close ?? '') : closePart(pick, close),
    amount === undefined || isSame(amount, pick.amount) ? (kept.amount ?? '') : amountPart(pick, amount),
    nextStep === undefined ? (kept.next_step ?? '') : nextStepPart(nextStep),
    reason === '' ? (kept.reason ?? '') : reasonPart(reason),
    ...actions.map(actionPart),
    lesson === '' ? '' : `lesson: ${lesson}`,
    tags.length === 0 ? '' : `tags: ${tags.join(', ')}`,
  ];
  const said = parts.filter((part) => part !== '');
  // Who writes down what stands there already has looked at it.
  return said.length === 0 ? 'as it stands' : said.map(onOneLine).join(BETWEEN);
}

export function closePart({ close }: Pick<SheetPick, 'close'>, now: Day): string {
  return `close ${close ?? NOTHING} → ${now}`;
}

export function amountPart({ amount }: Pick<SheetPick, 'amount'>, now: Decimal): string {
  return `amount ${amount ?? NOTHING} → ${now}`;
}

export function nextStepPart({ what, by }: { readonly what: string; readonly by?: Day | undefined }): string {
  return `next step${by === undefined ? '' : ` ${by}`}: ${what}`;
}

export function reasonPart(reason: string): string {
  return `reason: ${reason}`;
}

function actionPart({ what, owner, by }: PromisedAction): string {
  const whose = [owner, by ?? ''].filter((text) => text !== '').join(', ');
  return whose === '' ? `promised: ${what}` : `promised: ${what} (${whose})`;
}

/** What a note tells of close date and amount, '' for nothing, and the text behind them. */
export interface Told {
  readonly close: string;
  readonly amount: string;
  readonly rest: string;
}

/** Words of people stand behind date and amount, so that a lesson can't pass for either. */
export function toldIn(note: string): Told {
  const parts = note.split(BETWEEN);
  const next = (isIt: (part: string) => boolean) => (isIt(parts[0] ?? '') ? (parts.shift() ?? '') : '');
  next((part) => VERDICTS.some((verdict) => verdict === part));
  const close = next((part) => CLOSE.test(part));
  const amount = next((part) => AMOUNT.test(part));
  return { close, amount, rest: parts.join(BETWEEN) };
}

const CLOSE = /^close \S+ → (\S+)$/;
const AMOUNT = /^amount \S+ → (\S+)$/;

/** The close date and the amount that a review gave, as its note tells them. */
export function givenIn(note: string): Pick<DealAnswer, 'close' | 'amount'> {
  const { close, amount } = toldIn(note);
  return { close: toDay(CLOSE.exec(close)?.[1] ?? ''), amount: toDecimal(AMOUNT.exec(amount)?.[1] ?? '') };
}

/** Whether a note has such a part: then it was this review that wrote what the part tells. */
export function hasPart(note: string, key: EditKey, part: string): boolean {
  const { close, amount, rest } = toldIn(note);
  const sought = onOneLine(part);
  if (key === 'close') return close === sought;
  if (key === 'amount') return amount === sought;
  return rest === sought || rest.startsWith(sought + BETWEEN);
}

const NOTHING = '–';

function isSame(a: Decimal, b: Decimal | undefined): boolean {
  return b !== undefined && sameAmount(a, b);
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
