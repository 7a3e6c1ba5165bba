// pipeline/review-applied/1: what the answers of a review sheet changed, or would change.

import type { Day } from '../base/day.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import type { Said } from '../base/said.ts';
import type { Deal } from '../deal/deal.ts';
import type { UnderstoodWord } from '../entry/understood.ts';
import type { NewAction, NewFeedback } from '../feedback/write.ts';
import { type AmountDoubt, amountDoubt } from '../review/amount-doubt.ts';
import type { DealAnswer, ReviewSheet, Verdict } from '../review/sheet.ts';
import type { FieldDifference } from './deal-differences.ts';

export interface AppliedDeal {
  readonly id: string;
  readonly name: string;
  /** Of its block in the sheet. */
  readonly line: number;
  readonly verdict: Verdict | null;
  /** `applied-before`: the deal tells of the same answers already; `archived`: its file stays as it is. */
  readonly state: 'applied' | 'applied-before' | 'archived';
  /** As the deal's file has it; '' where it has none. */
  readonly note: string;
  /** What the deal's file says otherwise, but for the note. */
  readonly changes: readonly FieldDifference[];
  /** What the CRM's users are asked to change. */
  readonly asked: readonly FieldDifference[];
  /** Of its amount. */
  readonly currency: string;
  /** What of the new amount may be a slip of the pen; null: nothing. */
  readonly doubt: AmountDoubt | null;
}

export interface ReviewAppliedView {
  readonly schema: 'pipeline/review-applied/1';
  readonly today: Day;
  readonly dry_run: boolean;
  /** From the workspace's root, or as it was named where it lies elsewhere. */
  readonly sheet: string;
  readonly review: Day;
  readonly ref: string;
  readonly currency: string;
  readonly understood: readonly {
    readonly given: string;
    readonly day: Day | null;
    readonly amount: Decimal | null;
    readonly currency: string | null;
  }[];
  /** How many deals the sheet has; those with an answer are in `deals`. */
  readonly picked: number;
  readonly deals: readonly AppliedDeal[];
  /** New entries of feedback/. */
  readonly actions: readonly {
    readonly id: string;
    readonly text: string;
    readonly owner: string;
    readonly due: Day | null;
    readonly deal: string;
  }[];
  readonly feedback: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly why: string;
    readonly stage: string;
  }[];
  /** Files that are written. */
  readonly files: readonly string[];
  /** Where the CRM's users are asked; null where they are not. */
  readonly todo: string | null;
  /** What to know beside it, a sentence each. */
  readonly remarks: readonly Said[];
  /** Deals that nobody expects to win any more and that are open, with what closes them. */
  readonly dead: readonly { readonly id: string; readonly command: string }[];
}

export interface AppliedFacts {
  readonly sheet: ReviewSheet;
  readonly ref: string;
  readonly today: Day;
  readonly dryRun: boolean;
  readonly currency: string;
  readonly understood: readonly UnderstoodWord[];
  readonly answered: readonly AnsweredDeal[];
  readonly actions: readonly NewAction[];
  readonly said: readonly NewFeedback[];
  readonly files: readonly string[];
  readonly todo: string | null;
  readonly remarks: readonly Said[];
  readonly dead: ReviewAppliedView['dead'];
}

export interface AnsweredDeal extends Pick<AppliedDeal, 'state' | 'note' | 'changes' | 'asked'> {
  readonly answer: DealAnswer;
  readonly deal: Pick<Deal, 'id' | 'name' | 'currency'>;
}

export function reviewAppliedView(facts: AppliedFacts): ReviewAppliedView {
  const { draw, file } = facts.sheet;
  return {
    schema: 'pipeline/review-applied/1',
    today: facts.today,
    dry_run: facts.dryRun,
    sheet: file,
    review: draw.on,
    ref: facts.ref,
    currency: facts.currency,
    understood: facts.understood.map((reading) =>
      'day' in reading
        ? { given: reading.given, day: reading.day, amount: null, currency: null }
        : { given: reading.given, day: null, amount: reading.amount, currency: reading.currency },
    ),
    picked: draw.strata.reduce((sum, { picked }) => sum + picked.length, 0),
    deals: facts.answered.map(({ answer, deal, state, note, changes, asked }) => ({
      ...{ id: deal.id, name: deal.name, line: answer.line, verdict: answer.verdict ?? null },
      ...{ state, note, changes, asked },
      currency: deal.currency === '' ? facts.currency : deal.currency,
      doubt: doubtOf(answer, [...changes, ...asked]),
    })),
    actions: facts.actions.map(({ id, text, owner = '', due = null, deal = '' }) => ({
      ...{ id, text, owner, due, deal },
    })),
    feedback: facts.said.map(({ id, kind, text, why = '', stage = '' }) => ({ id, kind, text, why, stage })),
    files: facts.files,
    todo: facts.todo,
    remarks: facts.remarks,
    dead: facts.dead,
  };
}

function doubtOf({ verdict }: DealAnswer, changes: readonly FieldDifference[]): AmountDoubt | null {
  const change = changes.find(({ field }) => field === 'amount');
  const [before, after] = [toDecimal(change?.old ?? ''), toDecimal(change?.new ?? '')];
  return before === undefined || after === undefined ? null : amountDoubt(verdict, before, after);
}
