// Which days a backfill makes snapshots for, and which it leaves alone because there is one, or can't be one.

import { addDays, type Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { dayOfName } from '../snapshot/names.ts';
import type { Settings } from '../workspace/settings.ts';
import { gridDays, type Interval } from './grid.ts';

export interface DaysAsked {
  /** Given by name; undefined: by the grid. */
  readonly on: readonly Day[] | undefined;
  readonly every: Interval;
  readonly since: Day | undefined;
  readonly until: Day | undefined;
}

export interface DaysKnown {
  /** The first day that the source can show something of. */
  readonly since: Day;
  /** The last day of which anything is dated; undefined: it can't be told. */
  readonly last: Day | undefined;
  /** The only days that it can show, ascending; undefined: any. */
  readonly only: readonly Day[] | undefined;
  readonly today: Day;
  /** Names of the snapshots that there are. */
  readonly names: readonly string[];
  /** Whether the snapshot of a name was taken, not backfilled. */
  isTaken(name: string): boolean;
  readonly settings: Pick<Settings, 'rhythm' | 'fiscalYearStarts'>;
}

export interface BackfillDays {
  /** Ascending. */
  readonly days: readonly Day[];
  /** Asked for, and there is a snapshot of them already. */
  readonly there: readonly Day[];
  /** Asked for by name, and before all that the source knows, or a day that it does not show. */
  readonly before: readonly Day[];
  /** Of a source that has days of its own: those outside of the time asked for. */
  readonly outside: readonly Day[];
}

/** A quarter: whoever has seen nothing happen for so long looks at an old export, of which each further week is the same. */
const QUIET_DAYS = 91;

/**
 * The days. Without an end given, those before the first snapshot that was taken: what was taken is not mixed with
 * what was made up later; and none long after the last thing that is dated.
 * @throws Failure `usage` for a day that is not over
 */
export function backfillDays(asked: DaysAsked, known: DaysKnown): BackfillDays {
  const { names, today, settings } = known;
  const late = [...(asked.on ?? []), asked.until].find((day) => day !== undefined && day >= today);
  if (late !== undefined) {
    throw new Failure('usage', said('{late} is not in the past: today is {today}.', { late, today }), {
      hint: 'Of today a snapshot is taken, not made: pipeline snapshot',
    });
  }
  const firstTaken = names.find((name) => known.isTaken(name));
  const past = addDays(firstTaken === undefined ? today : dayOfName(firstTaken), -1);
  const quiet = known.last === undefined ? past : addDays(known.last, QUIET_DAYS);
  const [end = past] = [past, quiet].sort();
  const since = later(asked.since, known.since);
  const until = asked.until ?? end;
  const grid = () => {
    const { fiscalYearStarts, rhythm } = settings;
    const weekday = rhythm.snapshot.weekday ?? 1;
    return gridDays({ every: asked.every, since, until, weekday, fiscalYearStarts });
  };
  const within = known.only?.filter((day) => day >= since && day <= until);
  const outside = (known.only ?? []).filter((day) => asked.on === undefined && (day < since || day > until));
  const wanted = asked.on === undefined ? (within ?? grid()) : [...new Set(asked.on)].sort();
  const isKnown = (day: Day) => day >= known.since && known.only?.includes(day) !== false;
  const taken = new Set(names.map(dayOfName));
  return {
    days: wanted.filter((day) => !taken.has(day) && isKnown(day)),
    there: wanted.filter((day) => taken.has(day)),
    before: wanted.filter((day) => !taken.has(day) && !isKnown(day)),
    outside,
  };
}

function later(a: Day | undefined, b: Day): Day {
  return a !== undefined && a > b ? a : b;
}
