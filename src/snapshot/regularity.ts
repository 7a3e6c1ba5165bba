// How regular the snapshots are: where the rhythm has gaps, and where one says what another says already.

import { type Day, daysBetween } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { dueAfter, dueDays } from '../workspace/rhythm.ts';
import type { Rhythm } from '../workspace/settings.ts';
import { dayOfName } from './names.ts';

/** A snapshot as far as the rhythm is concerned. */
export interface InSeries {
  readonly name: string;
  /** One that was made of the past later keeps no rhythm. */
  readonly isTaken: boolean;
  /** Equal where the rows are, byte for byte; '' where nobody knows. */
  readonly rows: string;
}

/** Snapshots that were due, and not taken. */
export interface Gap {
  /** The names of the taken ones around it. */
  readonly after: string;
  readonly before: string;
  /** The days on which one was due, ascending; at least one. */
  readonly missed: readonly Day[];
}

export const DUPLICATE_KINDS = ['same-day', 'same-interval', 'same-rows'] as const;

export interface Duplicate {
  readonly kind: (typeof DUPLICATE_KINDS)[number];
  /** Ascending; at least two. */
  readonly snapshots: readonly string[];
}

/** Where a snapshot that was due between two taken ones is missing. @param series ascending */
export function gapsIn(rhythm: Rhythm, series: readonly InSeries[]): Gap[] {
  const taken = series.filter(({ isTaken }) => isTaken);
  return taken.slice(1).flatMap(({ name: before }, at) => {
    const after = taken[at]?.name ?? before;
    const missed = dueDays(rhythm, dayOfName(after), dayOfName(before)).slice(0, -1);
    return missed.length === 0 ? [] : [{ after, before, missed }];
  });
}

/** Snapshots of one day; taken before one was due; or with the rows of another taken one. @param series ascending */
export function duplicatesIn(rhythm: Rhythm, series: readonly InSeries[]): Duplicate[] {
  const taken = series.filter(({ isTaken }) => isTaken);
  const known = taken.filter(({ rows }) => rows !== '');
  return [
    ...several(
      'same-day',
      grouped(series, ({ name }) => dayOfName(name)),
    ),
    ...several('same-interval', intervalsOf(rhythm, taken)).filter(({ snapshots }) =>
      areDaysApart(snapshots),
    ),
    ...several(
      'same-rows',
      grouped(known, ({ rows }) => rows),
    ),
  ];
}

function several(kind: Duplicate['kind'], groups: ReadonlyMap<unknown, readonly InSeries[]>): Duplicate[] {
  return [...groups.values()].flatMap((group) =>
    group.length < 2 ? [] : [{ kind, snapshots: group.map(({ name }) => name) }],
  );
}

/** Each that kept the rhythm, with those that came before another one was due. */
function intervalsOf(rhythm: Rhythm, taken: readonly InSeries[]): Map<Day, InSeries[]> {
  let began: Day | undefined;
  return grouped(taken, ({ name }) => {
    const on = dayOfName(name);
    if (began === undefined || on >= dueAfter(rhythm, began)) began = on;
    return began;
  });
}

function areDaysApart(names: readonly string[]): boolean {
  const [first, last] = [names[0], names.at(-1)];
  return first !== undefined && last !== undefined && daysBetween(dayOfName(first), dayOfName(last)) > 0;
}
