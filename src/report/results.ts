// pipeline/results/1: what a period brought, by the method's indicators, beside another one, and what changed since.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import { type Period, periodAround, unitOf } from '../base/period.ts';
import { seedFrom } from '../base/random-stream.ts';
import { asItIs, said } from '../base/said.ts';
import type { Interval } from '../base/wilson.ts';
import type { Book } from '../book/book.ts';
import { openDeals } from '../freshness/open-deals.ts';
import { differenceOf } from '../movement/difference.ts';
import { atClosing } from '../plan/at-closing.ts';
import { type Closings, closedDeals, closingsIn } from '../plan/closings.ts';
import { periodsBefore, snapshotAt } from '../plan/earlier.ts';
import { valueChange } from '../results/change.ts';
import { dayOfName } from '../snapshot/names.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import { type WithoutRate, withoutRate } from '../snapshot/without-rate.ts';
import { ownedBy, ownerNamed } from './chosen.ts';
import type { Grouping } from './groups.ts';
import { standIn } from './plan-figures.ts';
import { type ResultsFigures, resultsFigures } from './results-figures.ts';
import { type GroupResults, groupsOf, type LostFrom, lostFrom } from './results-groups.ts';
import { type SinceItEnded, sinceItEnded } from './results-since.ts';

export interface ResultsAsked {
  readonly period: Period;
  readonly compare: Period | undefined;
  readonly owner: string | undefined;
  /** `stage-lost`: lost deals by the stage that they were lost from. */
  readonly by: Grouping | 'stage-lost' | undefined;
}

export interface PeriodResults extends ResultsFigures {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  /** Whether it is not over yet. */
  readonly running: boolean;
  /** MP at the period's start, in the snapshot of that day; null: no snapshot or no target tells it. */
  readonly multiplier_at_start: number | 'met' | null;
  /** The first closing on record, where the period begins before it and no snapshot is as old: it may not be whole. */
  readonly records_begin: Day | null;
  /** Open deals at the period's end, or today where it is running; null: no snapshot tells it. */
  readonly open_deals: number | null;
}

export interface ResultsView extends PeriodResults {
  readonly schema: 'pipeline/results/1';
  readonly today: Day;
  readonly as_of: Day | null;
  readonly currency: string;
  readonly owner: string | null;
  /** Of the bootstrap behind each interval of KK, which draws from it by its period, owner and group. */
  readonly seed: string;
  readonly compared: PeriodResults | null;
  /** The name of the period before it. */
  readonly before: string;
  /** The last period of its length in which deals were closed; null where it has closings, or none was before. */
  readonly last_closings: string | null;
  /** Whether no deal on record is closed, of any day. */
  readonly nothing_closed: boolean;
  /** Why won value changed from the other period to this one; null where one of the two has no win. */
  readonly change: {
    readonly value: Decimal;
    readonly decided: Decimal;
    readonly win_rate: Decimal;
    readonly average: Decimal;
    /** By how much EZ differs, with Newcombe's interval at 90 %; where it holds 0, chance alone may have made it. */
    readonly win_rate_difference: Interval & { readonly difference: number };
  } | null;
  readonly by: string | null;
  readonly groups: readonly GroupResults[];
  readonly lost_from: readonly LostFrom[];
  /** What is different from the snapshot in which the period was first over; null: it is running, or there is none. */
  readonly since: SinceItEnded | null;
  /** What the wins would be worth more at the rates of the book's day; null where it is the same. */
  readonly rate_difference: Decimal | null;
  /** Ids of closed deals without a close date: in no period. */
  readonly undated: readonly string[];
  /** Ids of wins whose value is not known: in the counts alone. */
  readonly without_value: readonly string[];
  /** Those of them that have an amount, which no rate of the day of closing converts. */
  readonly without_rate: WithoutRate;
}

/** @throws Failure `usage` for an owner that there is not, or a period beside itself; `sum-too-large` */
export function resultsView(book: Book, asked: ResultsAsked): ResultsView {
  const { state, settings, today } = book;
  const { digits } = state;
  const { by } = asked;
  const owner = asked.owner === undefined ? undefined : ownerNamed(asked.owner, book);
  const isChosen = ownedBy(owner === undefined ? [] : [owner], book);
  const before = periodsBefore(asked.period, 1, settings.fiscalYearStarts)[0]?.name ?? '';
  if (asked.compare?.from === asked.period.from && asked.compare.to === asked.period.to) {
    throw new Failure('usage', said('{period} is not compared with itself.', { period: asked.period.name }), {
      hint: asItIs(`pipeline results ${asked.period.name} --compare ${before}`),
    });
  }
  const seed = seedFrom([settings.name]);
  const drawOf = (period: Period, by?: Grouping, key = ''): string[] => [
    ...[seed, period.name],
    ...(owner === undefined || by?.name === 'owner' ? [] : ['owner', owner]),
    ...(by === undefined ? [] : [by.name, key]),
  ];
  const of = (period: Period, closings: Closings) =>
    periodResults(book, period, closings, isChosen, owner, drawOf(period));
  const atRatesOfNow = closingsIn(state, asked.period, isChosen);
  const those = atRatesOfClosing(atRatesOfNow, book);
  const other = asked.compare && atRatesOfClosing(closingsIn(state, asked.compare, isChosen), book);
  const grouped = (period: Period, closings: Closings) => ({
    ...closings,
    drawOf: (key: string) => drawOf(period, by === 'stage-lost' ? undefined : by, key),
  });
  return {
    schema: 'pipeline/results/1',
    today,
    as_of: book.past ? state.on : null,
    currency: state.reportingCurrency,
    owner: owner ?? null,
    seed,
    ...of(asked.period, those),
    compared: asked.compare && other ? of(asked.compare, other) : null,
    before,
    last_closings:
      those.won.length + those.lost.length > 0 ? null : lastClosings(book, asked.period, isChosen),
    nothing_closed: !closedDeals(state).some(isChosen),
    change: other === undefined ? null : changeFrom(other, those, digits),
    by: by === undefined ? null : by === 'stage-lost' ? by : by.name,
    groups:
      by === undefined || by === 'stage-lost'
        ? []
        : groupsOf(
            grouped(asked.period, those),
            asked.compare && other && grouped(asked.compare, other),
            by,
            digits,
          ),
    lost_from: by === 'stage-lost' ? lostFrom(those.lost, book) : [],
    rate_difference: rateDifference(those.won, atRatesOfNow.won, digits),
    since: sinceItEnded(book, asked.period, isChosen),
    undated: closedDeals(state)
      .filter((row) => row.close === undefined && isChosen(row))
      .map(({ id }) => id),
    without_value: those.won.filter(({ value }) => value === undefined).map(({ id }) => id),
    without_rate: withoutRate(those.won),
  };
}

function atRatesOfClosing(
  { won, lost }: Closings,
  { state, settings }: Pick<Book, 'state' | 'settings'>,
): Closings {
  return { won: atClosing(won, state, settings), lost: atClosing(lost, state, settings) };
}

function periodResults(
  book: Book,
  period: Period,
  closings: Closings,
  isChosen: (row: DealRow) => boolean,
  owner: string | undefined,
  draw: readonly string[],
): PeriodResults {
  const { state, today, settings, snapshots, snapshotNames } = book;
  const running = today <= period.to;
  const snapshotOf = (on: Day) => {
    const name = snapshotAt(snapshotNames, on, settings.rhythm.snapshot);
    return name === undefined ? undefined : snapshots.read(name);
  };
  const end = running ? state : snapshotOf(period.to);
  const open = end === undefined ? undefined : openDeals(end).filter(isChosen).length;
  const start = snapshotOf(period.from);
  return {
    period: period.name,
    from: period.from,
    to: period.to,
    running,
    records_begin: recordsBegin(book, period),
    ...resultsFigures(closings, open, { digits: state.digits, draw }),
    multiplier_at_start:
      start === undefined
        ? null
        : standIn(start, period, isChosen, owner === undefined ? {} : { owner }, settings).multiplier,
    open_deals: open ?? null,
  };
}

function lastClosings(
  { state, settings }: Pick<Book, 'state' | 'settings'>,
  period: Period,
  isChosen: (row: DealRow) => boolean,
): string | null {
  const { fiscalYearStarts } = settings;
  const days = closedDeals(state).flatMap((row) =>
    row.close !== undefined && row.close < period.from && isChosen(row) ? [row.close] : [],
  );
  const last = days.reduce<Day | undefined>(
    (latest, day) => (latest !== undefined && latest > day ? latest : day),
    undefined,
  );
  const unit = unitOf(period, fiscalYearStarts) ?? 'quarter';
  return last === undefined ? null : periodAround(last, unit, fiscalYearStarts).name;
}

function recordsBegin({ state, snapshotNames }: Book, { from }: Period): Day | null {
  const [oldest] = snapshotNames;
  if (oldest !== undefined && dayOfName(oldest) <= from) return null;
  const first = closedDeals(state).reduce<Day | undefined>(
    (least, { close }) => (close !== undefined && (least === undefined || close < least) ? close : least),
    undefined,
  );
  return first === undefined || first <= from ? null : first;
}

function rateDifference(then: readonly DealRow[], now: readonly DealRow[], digits: number): Decimal | null {
  const difference = worthOf(now) - worthOf(then);
  return difference === 0 ? null : fromMinor(difference, digits);
}

function changeFrom(before: Closings, after: Closings, digits: number): ResultsView['change'] {
  const outcomes = ({ won, lost }: Closings) => ({
    decided: won.length + lost.length,
    won: won.length,
    value: worthOf(won),
  });
  const rate = ({ won, decided }: { won: number; decided: number }) => ({ count: won, of: decided });
  const [first, second] = [outcomes(before), outcomes(after)];
  const change = valueChange(first, second);
  if (change === undefined) return null;
  return {
    value: fromMinor(second.value - first.value, digits),
    decided: fromMinor(change.decided, digits),
    win_rate: fromMinor(change.winRate, digits),
    average: fromMinor(change.average, digits),
    win_rate_difference: differenceOf(rate(first), rate(second)),
  };
}
