// One section of a review sheet: the deal as it was picked, what was said of it in the review before, and what to ask.

import { type Day, daysBetween } from '../base/day.ts';
import { type Decimal, sameAmount } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import { pastOf } from '../book/past.ts';
import type { DrawnSheet } from '../book/sheet-texts.ts';
import type { Outcome } from '../deal/deal.ts';
import { idsOf } from '../deal/former-ids.ts';
import type { DealAnswer, Verdict } from '../review/sheet.ts';
import type { DealRow } from '../snapshot/row.ts';
import { daysInStage } from '../snapshot/stage-days.ts';
import { historyView } from './history.ts';
import type { ReviewedDeal } from './review-deal.ts';

/** The last activities that a sheet shows. */
const MOST_ACTIVITIES = 3;

/** What the newest earlier sheet that was filled in for the deal has of it, else the newest with the deal. */
export interface SaidThen {
  /** From the workspace's root. */
  readonly sheet: string;
  readonly on: Day;
  /** How it stood then: a stage, or an outcome. */
  readonly stage: string;
  /** null where nobody filled it in. */
  readonly verdict: Verdict | null;
  /** Promised then: as people wrote into the sheet, else as the deal had it. */
  readonly close: Day | null;
  readonly amount: Decimal | null;
  readonly currency: string;
  readonly lesson: string;
  /** Calendar days from that close date to the present one; null where either is missing. */
  readonly close_moved_days: number | null;
  /** Whether the amount is another one now, or in another currency. */
  readonly amount_changed: boolean;
}

export interface SheetDeal extends ReviewedDeal {
  readonly stratum: Outcome;
  /** null where it is closed, or the day it entered its stage is not on record. */
  readonly days_in_stage: number | null;
  /** Calendar days from its creation to its closing; null while open, or where a day is missing. */
  readonly cycle_days: number | null;
  readonly amount: Decimal | null;
  readonly currency: string;
  /** The first amount that a snapshot shows, in the same currency; null where none does. */
  readonly amount_first: Decimal | null;
  /** How often the close date slipped from snapshot to snapshot, and calendar days in all. */
  readonly push_count: number;
  readonly days_slipped: number;
  readonly lost_reason: string;
  readonly next_step: { readonly what: string; readonly by: Day | null } | null;
  /** The newest first. */
  readonly activities: readonly { readonly on: Day; readonly type: string; readonly note: string }[];
  readonly said: SaidThen | null;
  readonly questions: readonly string[];
}

export interface EarlierSheets {
  /** The earliest first; all dated before the review. */
  readonly sheets: readonly DrawnSheet[];
  /** What was written down about the deals of a sheet. */
  answersOf(sheet: DrawnSheet): readonly DealAnswer[];
}

/** The section of a deal that was picked. */
export function sheetDeal(
  stratum: Outcome,
  deal: ReviewedDeal,
  row: DealRow,
  book: Book,
  earlier: EarlierSheets,
): SheetDeal {
  const { today } = book;
  const life = historyView({
    book,
    life: pastOf(row, book),
    now: row,
    removal: null,
    field: undefined,
    steps: [],
  });
  const { nextStep, nextStepBy } = row;
  return {
    ...deal,
    stratum,
    days_in_stage: stratum === 'open' ? (daysInStage(row, book.state.process, today) ?? null) : null,
    cycle_days:
      stratum === 'open' || row.created === undefined || row.close === undefined
        ? null
        : daysBetween(row.created, row.close),
    amount: row.amount ?? null,
    currency: row.currency,
    amount_first: life.amount?.currency === row.currency ? life.amount.first : null,
    push_count: life.push_count,
    days_slipped: life.days_slipped,
    lost_reason: row.lostReason,
    next_step: nextStep === '' ? null : { what: nextStep, by: nextStepBy ?? null },
    activities: lastActivities(book, row.id),
    said: saidThen(row, earlier),
    questions: questionsFor(stratum, row.stage, book),
  };
}

function lastActivities({ deals }: Book, id: string): SheetDeal['activities'] {
  const byDay = (deals.get(id)?.activities ?? []).toSorted((a, b) =>
    a.on < b.on ? 1 : a.on > b.on ? -1 : 0,
  );
  return byDay.slice(0, MOST_ACTIVITIES).map(({ on, type, note = '' }) => ({ on, type, note }));
}

function questionsFor(stratum: Outcome, stage: string, { settings }: Book): readonly string[] {
  const { stages, ...byStratum } = settings.review.questions;
  const own = stratum === 'open' && Object.hasOwn(stages, stage) ? (stages[stage] ?? []) : [];
  return [...byStratum[stratum], ...own];
}

function saidThen(row: DealRow, { sheets, answersOf }: EarlierSheets): SaidThen | null {
  const ids = idsOf(row);
  const isIt = ({ id }: { readonly id: string }) => ids.includes(id);
  const having = sheets.toReversed().flatMap((sheet) => {
    const pick = sheet.draw.strata.flatMap(({ picked }) => picked).find(isIt);
    return pick === undefined ? [] : [{ sheet, pick }];
  });
  // A sheet that nobody filled in hides none that was.
  const answered = having.find(({ sheet }) => answersOf(sheet).some(isIt));
  const found = answered ?? having[0];
  if (found === undefined) return null;
  const { sheet, pick } = found;
  const answer = answersOf(sheet).find(isIt);
  const close = answer?.close ?? pick.close;
  const amount = answer?.amount ?? pick.amount;
  return {
    sheet: sheet.file,
    on: sheet.draw.on,
    stage: pick.stage,
    verdict: answer?.verdict ?? null,
    close: close ?? null,
    amount: amount ?? null,
    currency: pick.currency,
    lesson: answer?.lesson ?? '',
    close_moved_days: close === undefined || row.close === undefined ? null : daysBetween(close, row.close),
    amount_changed: !isSameMoney(amount, pick.currency, row),
  };
}

function isSameMoney(amount: Decimal | undefined, currency: string, row: DealRow): boolean {
  if (amount === undefined || row.amount === undefined) return amount === row.amount;
  return currency === row.currency && sameAmount(amount, row.amount);
}
