// pipeline/review-stats/1: what reviews teach. How the deals drawn stood against what was said of them, by how much the
// whole pipeline is overstated, whether what was promised was done, why deals were won and lost, and the lessons.

import { type Day, toDay } from '../base/day.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { isIn, type Period, periodAround } from '../base/period.ts';
import { type Problem, placeOf } from '../base/problem.ts';
import type { Book } from '../book/book.ts';
import type { Deal } from '../deal/deal.ts';
import { idsOf } from '../deal/former-ids.ts';
import type { Action } from '../feedback/entry.ts';
import { ownerKey } from '../freshness/owner.ts';
import { type Judged, judgedIn, onceADay } from '../review/judged.ts';
import { poolOf } from '../review/pool.ts';
import type { ReviewSheet } from '../review/sheet.ts';
import { nameOf } from '../review/sheet-name.ts';
import { notesIn } from '../review/told-notes.ts';
import { outcomeOfRow, ownerNamed } from './chosen.ts';
import { type ActionFigures, actionFigures } from './review-stats-actions.ts';
import { type Lesson, lessonsIn } from './review-stats-lessons.ts';
import { type OverstatedView, overstatedView, quarterly } from './review-stats-overstated.ts';
import { type PartView, partViews } from './review-stats-parts.ts';
import { type LostReason, lostReasons, type WonReason, wonReasons } from './review-stats-reasons.ts';

export interface ReviewStatsView {
  readonly schema: 'pipeline/review-stats/1';
  readonly today: Day;
  readonly period: Period;
  /** null: everybody's deals. */
  readonly owner: string | null;
  /** Of all money here. */
  readonly currency: string;
  /** The first first. */
  readonly sheets: readonly SheetStatsView[];
  /** In no figure: what can't be read in sheets of the period, as file:line, and sheets in another reporting currency. */
  readonly left_out: { readonly unreadable: readonly string[]; readonly other_currency: readonly string[] };
  /** Open deals by why they were drawn, then the won and the lost ones; parts without a deal are left out. */
  readonly parts: readonly PartView[];
  readonly open_reviewed: OpenReviewed;
  readonly overstated: OverstatedView;
  /** The same by the quarter of the sheets, the first first; only where there are two or more. */
  readonly by_quarter: readonly (OverstatedView & { readonly quarter: string })[];
  readonly actions: ActionFigures;
  /** Names of the quarters that reasons are told by. */
  readonly quarters: readonly string[];
  readonly lost_reasons: readonly LostReason[];
  readonly won_reasons: readonly WonReason[];
  readonly lessons: readonly Lesson[];
}

export interface SheetStatsView {
  /** Its name without `.md`. */
  readonly sheet: string;
  readonly file: string;
  readonly on: Day;
  readonly owner: string | null;
  readonly team: boolean;
  readonly weighted: boolean;
  readonly drawn: number;
  readonly filled_in: number;
  /** Whether the estimate of the whole rests on it. */
  readonly in_estimate: boolean;
}

/** Of what is open now. */
export interface OpenReviewed {
  readonly count: number;
  readonly of: number;
  readonly value: Decimal;
  readonly of_value: Decimal;
  /** Of value; null where nothing open has one. */
  readonly share: number | null;
}

export interface ReviewStatsFacts {
  readonly book: Book;
  /** The archived deals by id. */
  readonly archive: ReadonlyMap<string, Deal>;
  /** All that there are, the earliest first. */
  readonly sheets: readonly ReviewSheet[];
  /** What is wrong in sheets. */
  readonly problems: readonly Problem[];
  readonly actions: readonly Action[];
}

export interface ReviewStats {
  readonly view: ReviewStatsView;
  /** Every deal that was drawn, sheet by sheet. */
  readonly deals: readonly Judged[];
}

/** The fiscal quarter of today and the three before it, up to today. */
export function lastFourQuarters(today: Day, fiscalYearStarts: number): Period {
  const { from } = periodAround(today, 'quarter', fiscalYearStarts, -3);
  return { name: `${from}..${today}`, from, to: today };
}

/** @throws Failure `usage` where the owner is unknown */
export function reviewStats(
  { book, archive, sheets, problems, actions }: ReviewStatsFacts,
  period: Period,
  word: string | undefined,
): ReviewStats {
  const { settings, state, today } = book;
  const { reportingCurrency: currency, digits } = state;
  const owner = word === undefined ? undefined : ownerNamed(word, book);
  const isMine = (of: string) => owner === undefined || ownerKey(settings.team, of) === owner;
  const held = sheets.filter(({ draw }) => isIn(period, draw.on) && draw.on <= today);
  const valued = held.filter(({ draw }) => draw.currency === currency);
  const notes = notesIn(book.deals, archive);
  const judged = valued.flatMap((sheet) => judgedIn(sheet, digits, (id) => notes(id, nameOf(sheet))));
  const deals = judged.filter(({ pick }) => isMine(pick.owner));
  const pool = poolOf(deals, owner);
  const money = { digits, isPart: owner !== undefined };
  const within = { period, fiscalYearStarts: settings.fiscalYearStarts };
  const lost = lostReasons(book, deals, within, isMine);
  return {
    deals,
    view: {
      schema: 'pipeline/review-stats/1',
      ...{ today, period, owner: owner ?? null, currency },
      sheets: sheetViews(deals, new Set(pool.sheets)),
      left_out: {
        unreadable: problems.filter(({ file }) => isOfPeriod(file, period)).map(placeOf),
        other_currency: held.filter((sheet) => !valued.includes(sheet)).map(({ file }) => file),
      },
      parts: partViews(onceADay(deals), digits),
      open_reviewed: openReviewed(book, deals, isMine),
      overstated: overstatedView(deals, pool, money),
      by_quarter: quarterly(deals, pool, { ...money, fiscalYearStarts: settings.fiscalYearStarts }),
      actions: actionFigures(actions, period, today, isMine),
      quarters: lost.quarters,
      lost_reasons: lost.reasons,
      won_reasons: wonReasons(deals, within),
      lessons: lessonsIn(deals, state.process),
    },
  };
}

/** A sheet without a deal of the owner asked for is none of theirs. */
function sheetViews(deals: readonly Judged[], pooled: ReadonlySet<ReviewSheet>): SheetStatsView[] {
  return [...new Set(deals.map(({ sheet }) => sheet))].map((sheet) => {
    const { on, owner, team, weighted } = sheet.draw;
    const own = deals.filter((deal) => deal.sheet === sheet);
    return {
      ...{ sheet: nameOf(sheet), file: sheet.file, on, owner: owner ?? null, team, weighted },
      drawn: own.length,
      filled_in: own.filter(({ answer }) => answer !== undefined).length,
      in_estimate: pooled.has(sheet),
    };
  });
}

/** By its name; one without a day is of every period. */
function isOfPeriod(file: string, { from, to }: Period): boolean {
  const day = toDay(nameOf({ file }).slice(0, 10));
  return day === undefined || (from <= day && day <= to);
}

function openReviewed(
  { state }: Book,
  deals: readonly Judged[],
  isMine: (owner: string) => boolean,
): OpenReviewed {
  const filled = deals.filter(({ stratum, answer }) => stratum === 'open' && answer !== undefined);
  const reviewed = new Set(filled.map(({ pick }) => pick.id));
  const open = state.deals.filter((row) => outcomeOfRow(row) === 'open' && isMine(row.owner));
  const having = open.filter((row) => idsOf(row).some((id) => reviewed.has(id)));
  const [value, of] = [having, open].map((rows) => rows.reduce((sum, row) => sum + (row.value ?? 0), 0));
  return {
    ...{ count: having.length, of: open.length },
    value: fromMinor(value ?? 0, state.digits),
    of_value: fromMinor(of ?? 0, state.digits),
    share: of === undefined || of <= 0 ? null : (value ?? 0) / of,
  };
}
