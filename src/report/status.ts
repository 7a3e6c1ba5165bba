// pipeline/status/1: one screen of the whole: the funnel, what moved, how fresh it is, what is due.

import { type Day, daysBetween } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { outcomeOf, STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { labelOf } from '../deal/process.ts';
import type { Findings } from '../freshness/finding.ts';
import { type CountAndValue, freshnessIndexOf } from '../freshness/freshness-index.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { unreadableDeals } from '../freshness/unreadable.ts';
import { BAR_KINDS, BARS } from '../movement/bars.ts';
import { bridgeOf } from '../movement/bridge.ts';
import { compare, movementsOf } from '../movement/compare.ts';
import type { NamedSide } from '../movement/side.ts';
import type { SnapshotHeader } from '../snapshot/snapshot.ts';
import { daysInStage, medianDays } from '../snapshot/stage-days.ts';
import { isFromFirstStage } from '../snapshot/stage-record.ts';
import type { AgendaItem } from './agenda.ts';
import { type BackfilledEnd, backfilledEnd } from './backfilled-end.ts';
import { type CountAndMoney, countAndMoney, type FreshnessFields, freshnessFields } from './freshness.ts';
import { type OpenValueAt, openValueCourse } from './status-course.ts';

interface FunnelStage extends CountAndMoney {
  readonly stage: string;
  readonly label: string;
  /** null where no deal's entry is on record. */
  readonly median_days: number | null;
}

export interface MovedSince {
  readonly from: Day;
  readonly opening: CountAndMoney;
  readonly closing: CountAndMoney;
  readonly change: Decimal;
  /** As in pipeline/diff/1, all of them. */
  readonly bars: Readonly<Record<string, CountAndMoney>>;
  /** Deals with that movement. */
  readonly slipped: number;
  readonly pulled_in: number;
  /** Where nobody took the snapshot. */
  readonly backfilled: readonly BackfilledEnd[];
}

export interface StatusView {
  readonly schema: 'pipeline/status/1';
  /** The workspace's name. */
  readonly name: string;
  readonly today: Day;
  readonly week: string;
  readonly as_of: Day | null;
  readonly currency: string;
  readonly last_snapshot: { readonly on: Day; readonly days: number } | null;
  readonly stages: readonly FunnelStage[];
  readonly open: CountAndMoney;
  readonly closed: number;
  /** Open value by week, ascending; the last is what stands now. */
  readonly course: readonly OpenValueAt[];
  /** null: no snapshot before today, or one in another reporting currency. */
  readonly since: MovedSince | null;
  readonly freshness: FreshnessFields;
  /** Open deals whose first stage on record is the first of the process, or was so then; of those whose stage is known. */
  readonly recorded_from_first_stage: {
    readonly count: number;
    readonly of: number;
    readonly share: number | null;
  };
  readonly unreadable: readonly string[];
  readonly due: readonly AgendaItem[];
}

/** What a status looks at. */
export interface StatusFacts {
  readonly book: Book;
  /** The newest snapshot dated before today. */
  readonly previous: NamedSide | undefined;
  /** The day of the newest snapshot of today or before. */
  readonly newest: Day | undefined;
  /** What snapshots of the last weeks say of themselves, ascending. */
  readonly headers: readonly SnapshotHeader[];
  readonly found: Findings;
  readonly due: readonly AgendaItem[];
}

/** @throws Failure `sum-too-large` */
export function statusView({ book, previous, newest, headers, found, due }: StatusFacts): StatusView {
  const { state, today, settings } = book;
  const { digits } = state;
  const open = openDeals(state);
  const stages = funnel(book);
  const openValue = fromMinor(sumMinor(openTotals(book).map(({ value }) => value)), digits);
  const staged = open.filter(({ stage }) => stage !== STAGE_NOT_KNOWN);
  const first = staged.filter((row) => isFromFirstStage(row, state.process, settings));
  return {
    schema: 'pipeline/status/1',
    name: settings.name,
    today,
    week: periodAround(today, 'week', settings.fiscalYearStarts).name,
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    last_snapshot: newest === undefined ? null : { on: newest, days: daysBetween(newest, today) },
    stages,
    open: {
      count: stages.reduce((sum, { count }) => sum + count, 0),
      value: openValue,
    },
    closed: state.deals.filter((row) => row.stage !== '' && outcomeOf(row.stage) !== 'open').length,
    course: openValueCourse(
      headers,
      { on: state.on, currency: state.reportingCurrency, openValue },
      settings.fiscalYearStarts,
    ),
    since: previous === undefined ? null : movedSince(previous, book),
    freshness: freshnessFields(freshnessIndexOf(found, settings)(open), digits),
    recorded_from_first_stage: {
      count: first.length,
      of: staged.length,
      share: staged.length === 0 ? null : first.length / staged.length,
    },
    unreadable: unreadableDeals(book),
    due,
  };
}

function openTotals({ state }: Book) {
  return state.totals.filter(({ stage }) => stage !== '' && outcomeOf(stage) === 'open');
}

function funnel(book: Book): FunnelStage[] {
  const { state, today } = book;
  return openTotals(book).map(({ stage, deals, value }) => {
    const days = state.deals
      .filter((row) => row.stage === stage)
      .flatMap((row) => daysInStage(row, state.process, today) ?? []);
    return {
      stage,
      label: labelOf(state.process, stage),
      count: deals,
      value: fromMinor(value, state.digits),
      median_days: medianDays(days) ?? null,
    };
  });
}

function movedSince(previous: NamedSide, { state }: Book): MovedSince | null {
  if (previous.reportingCurrency !== state.reportingCurrency) return null;
  const comparison = compare(previous, state);
  const drawn = bridgeOf(comparison);
  const { opening, closing, bars } = drawn;
  const money = (bar: CountAndValue) => countAndMoney(bar, state.digits);
  const moved = movementsOf(comparison);
  const movements = moved.flatMap((deal) => deal.movements);
  return {
    from: previous.on,
    opening: money(opening),
    closing: money(closing),
    change: fromMinor(closing.value - opening.value, state.digits),
    bars: Object.fromEntries(BAR_KINDS.map((kind) => [BARS[kind].key, money(bars[kind])])),
    slipped: movements.filter(({ kind }) => kind === 'slipped').length,
    pulled_in: movements.filter(({ kind }) => kind === 'pulled-in').length,
    backfilled: backfilledEnd({ side: previous, end: 'from', other: state }, moved, drawn, state.digits),
  };
}
