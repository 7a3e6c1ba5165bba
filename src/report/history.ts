// pipeline/history/1: one deal's life: every snapshot in which something happened to it, and what that adds up to.

import type { Day } from '../base/day.ts';
import { type Decimal, isMore } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { labelOf } from '../deal/process.ts';
import { type DealMovements, diffSnapshots } from '../movement/compare.ts';
import { type Dynamics, dynamicsOf } from '../movement/dynamics.ts';
import type { DealStep } from '../movement/unseen.ts';
import type { LifePoint } from '../snapshot/life.ts';
import { type ArchivedRow, copyOf, type DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { staysOf } from '../snapshot/stage-days.ts';
import { type MovementView, movementView } from './diff-movement.ts';
import { type UnseenMove, unseenMoves } from './history-between.ts';
import { type Said, saidOf } from './history-said.ts';
import type { RemovalView } from './removal.ts';
import { type Standing, standing } from './standing.ts';

export interface HistoryEvent extends Standing {
  /** What happened since the snapshot before, as in pipeline/diff/1; none where it is first seen. */
  readonly movements: readonly MovementView[];
  /** The quarter that a slipped deal may have left. */
  readonly due_in: string;
}

export interface Gone {
  /** null where no commit tells. */
  readonly removal: RemovalView | null;
}

export interface HistoryView {
  readonly schema: 'pipeline/history/1';
  readonly today: Day;
  /** The day of the snapshot that it ends with; null: with the working set. */
  readonly as_of: Day | null;
  readonly currency: string;
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    readonly owner: string;
    readonly stage: string;
  };
  /** Snapshots that have it, `now` not counted. */
  readonly snapshots: number;
  readonly push_count: number;
  readonly days_slipped: number;
  readonly pull_count: number;
  readonly days_pulled_in: number;
  /** First, highest and last amount that any of them shows, in the deal's currency then; null where none does. */
  readonly amount: {
    readonly first: Decimal;
    readonly peak: Decimal;
    readonly now: Decimal;
    readonly currency: string;
  } | null;
  readonly close: { readonly first: Day; readonly now: Day | null } | null;
  readonly stages: readonly {
    readonly stage: string;
    readonly label: string;
    readonly on: Day;
    readonly days: number | null;
  }[];
  readonly skipped: readonly string[];
  readonly regressed: number;
  /** From a snapshot to the next, open in both: how often, and of these without any movement. */
  readonly open_steps: number;
  readonly idle: number;
  /** Where something happened, the earliest first. */
  readonly events: readonly HistoryEvent[];
  /** The deal is gone from the workspace: where git tells who took its file away, and what brings it back. */
  readonly gone: Gone | null;
  /** What was said of a field; null where that was not asked for. */
  readonly said: Said | null;
  /** What commits did to it that no snapshot shows; in no figure above. The earliest first. */
  readonly between: readonly UnseenMove[];
  /** The deal in every snapshot that has it, for charts and spreadsheets. */
  readonly points: readonly Standing[];
}

export interface HistoryFacts {
  readonly book: Book;
  /** The deal in each snapshot, the earliest first. */
  readonly life: readonly LifePoint[];
  /** Its row in the book; undefined where it is gone. */
  readonly now: DealRow | ArchivedRow | undefined;
  readonly removal: Gone['removal'];
  readonly field: Said['field'] | undefined;
  /** What commits did to it before each point of its life since the one before, and since the last one. */
  readonly steps: readonly (readonly DealStep[])[];
}

/** @throws RangeError where neither the book nor any snapshot has the deal */
export function historyView({ book, life, now, removal, field, steps: commits }: HistoryFacts): HistoryView {
  const { state, today, settings, past } = book;
  const last = now ?? life.findLast(({ row }) => row !== undefined)?.row;
  if (last === undefined) throw new RangeError('nobody knows the deal');
  const all = past ? life : [...life, { snapshot: state, row: now }];
  const goneOn =
    now === undefined ? all[all.findLastIndex(({ row }) => row !== undefined) + 1]?.snapshot.on : undefined;
  const seen = all.slice(all.findIndex(({ row }) => row !== undefined));
  const steps = seen.slice(1).map((point, at) => stepBetween(seen[at], point));
  const quarterOf = (day: Day) => periodAround(day, 'quarter', settings.fiscalYearStarts);
  const dynamics = dynamicsOf(steps.map((step) => step?.movements ?? []));
  const points = seen.map(standing);
  const events = seen.flatMap((point, at): HistoryEvent[] => {
    const dueIn = quarterOf(point.snapshot.on);
    const movements = at === 0 ? [] : (steps[at - 1]?.movements ?? []);
    const told = movements.filter(({ kind }) => kind !== 'idle' && kind !== 'revalued');
    if (at > 0 && told.length === 0) return [];
    const views = movements.map((movement) => movementView(movement, state.digits, dueIn));
    return [{ ...standing(point), movements: views, due_in: dueIn.name }];
  });
  return {
    schema: 'pipeline/history/1',
    today,
    as_of: past ? state.on : null,
    currency: state.reportingCurrency,
    deal: { id: last.id, name: last.name, account: last.account, owner: last.owner, stage: last.stage },
    snapshots: life.filter(({ row }) => row !== undefined).length,
    ...inWords(dynamics),
    open_steps: steps.filter((step) => step?.a.state === 'open' && step.b.state === 'open').length,
    amount: amountsOf(points),
    close: closesOf(points),
    stages: staysOf(last, goneOn ?? today).map(({ stage, on, days }) => ({
      stage,
      label: labelOf(state.process, stage),
      on,
      days: days ?? null,
    })),
    events,
    gone: now === undefined ? { removal } : null,
    said: field === undefined ? null : saidOf(field, all.map(standing), commits),
    between: unseenMoves(all, commits, quarterOf),
    points,
  };
}

function inWords({ pushes, daysSlipped, pulls, daysPulledIn, skipped, regressed, idle }: Dynamics) {
  return {
    push_count: pushes,
    days_slipped: daysSlipped,
    pull_count: pulls,
    days_pulled_in: daysPulledIn,
    skipped,
    regressed,
    idle,
  };
}

/** The deal's movements from one point to the next; undefined where the two are in different reporting currencies. */
function stepBetween(a: LifePoint | undefined, b: LifePoint): DealMovements | undefined {
  if (a === undefined || a.snapshot.reportingCurrency !== b.snapshot.reportingCurrency) return undefined;
  return diffSnapshots(sideOf(a), sideOf(b, a.row?.id))[0];
}

/** The snapshot as if it had that deal alone, paired with the one before as its life was followed. */
function sideOf({ snapshot, row }: LifePoint, was = row?.id ?? ''): Snapshot {
  if (row === undefined) return { ...snapshot, deals: [], archived: [] };
  if ('archived' in row) return { ...snapshot, deals: [], archived: [heirOf(row, was)] };
  return { ...snapshot, deals: [heirOf(row, was)], archived: [] };
}

function heirOf<Row extends DealRow>(row: Row, was: string): Row {
  return was === row.id ? row : { ...copyOf(row), was };
}

function amountsOf(points: readonly Standing[]): HistoryView['amount'] {
  const currency = points.findLast(({ amount }) => amount !== null)?.currency;
  const amounts = points.flatMap((point) =>
    point.amount !== null && point.currency === currency ? [point.amount] : [],
  );
  const [first] = amounts;
  const now = amounts.at(-1);
  if (first === undefined || now === undefined || currency === undefined) return null;
  const peak = amounts.reduce((most, amount) => (isMore(amount, most) ? amount : most));
  return { first, peak, now, currency };
}

function closesOf(points: readonly Standing[]): HistoryView['close'] {
  const first = points.find(({ close }) => close !== null)?.close ?? null;
  return first === null ? null : { first, now: points.at(-1)?.close ?? null };
}
