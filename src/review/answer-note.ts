// What a review said of a deal, as one line of its file. It follows from the block and from how the deal stood when the
// sheet was made, so that the same answers are the same line whenever they are applied.

import type { Day } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import type { DealAnswer, PromisedAction, SheetPick } from './sheet.ts';

const BETWEEN = ' · ';

/** `corrected · close 2026-12-15 → 2027-01-20 · amount 100000 → 80000 · lesson: ask for the budget first` */
export function answerNote(answer: DealAnswer, pick: SheetPick): string {
  const { verdict, close, amount, nextStep, reason, actions, lesson, tags } = answer;
  const parts = [
    verdict ?? '',
    close === undefined || close === pick.close ? '' : closePart(pick, close),
    amount === undefined || isSame(amount, pick.amount) ? '' : amountPart(pick, amount),
    nextStep === undefined ? '' : nextStepPart(nextStep),
    reason === '' ? '' : reasonPart(reason),
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

/** Whether a note has such a part: then it was this review that wrote what the part tells. */
export function hasPart(note: string, part: string): boolean {
  return `${BETWEEN}${note}${BETWEEN}`.includes(`${BETWEEN}${onOneLine(part)}${BETWEEN}`);
}

const NOTHING = '–';

function isSame(a: Decimal, b: Decimal | undefined): boolean {
  return b !== undefined && sameAmount(a, b);
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
