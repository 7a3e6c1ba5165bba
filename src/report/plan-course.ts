// How the multiplier of a period went from snapshot to snapshot, beside earlier periods at the same day.

import type { Day } from '../base/day.ts';
import type { Period } from '../base/period.ts';
import type { Book } from '../book/book.ts';
import { sameDayOf, snapshotAt } from '../plan/earlier.ts';
import type { TargetScope } from '../plan/targets.ts';
import { dayOfName } from '../snapshot/names.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { type PlanStand, standIn } from './plan-figures.ts';

/** As many periods before it are held against each week. */
const EARLIER = 4;

export interface CoursePoint extends PlanStand {
  readonly on: Day;
  /** The multiplier of earlier periods at the same day, the newest period first; only those that have one. */
  readonly earlier: readonly { readonly period: string; readonly multiplier: number | 'met' }[];
}

/** A point for each day of the period up to the book's that has a snapshot. */
export function courseOf(
  book: Pick<Book, 'state' | 'settings' | 'today' | 'snapshots' | 'snapshotNames'>,
  period: Period,
  before: readonly Period[],
  isChosen: (row: DealRow) => boolean,
  scope: TargetScope,
): CoursePoint[] {
  const { snapshots, snapshotNames: names, settings, today } = book;
  const inSnapshot = (snapshot: Snapshot, of: Period) => standIn(snapshot, of, isChosen, scope, settings);
  const newestOfDay = new Map<Day, string>();
  for (const name of names) {
    const on = dayOfName(name);
    if (period.from <= on && on <= period.to && on <= today) newestOfDay.set(on, name);
  }
  const compared = before.slice(0, EARLIER).filter(({ to }) => names.some((name) => dayOfName(name) <= to));
  return [...newestOfDay].map(([on, name]) => {
    const earlier = compared.flatMap((of) => {
      const then = snapshotAt(names, sameDayOf(of, period, on), settings.rhythm.snapshot);
      const multiplier = then === undefined ? null : inSnapshot(snapshots.read(then), of).multiplier;
      return multiplier === null ? [] : [{ period: of.name, multiplier }];
    });
    return { on, ...inSnapshot(snapshots.read(name), period), earlier };
  });
}
