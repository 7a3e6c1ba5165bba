// How open value went over the last weeks, from what snapshots say of themselves: no row of them is read.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, sumMinor } from '../base/money.ts';
import { periodAround } from '../base/period.ts';
import { outcomeOf } from '../deal/deal.ts';
import { lastDayOf, mayLack } from '../snapshot/origin.ts';
import type { SnapshotHeader } from '../snapshot/snapshot.ts';
import { intervalsOf } from './intervals.ts';

export interface OpenValueAt {
  readonly week: string;
  /** The newest in that week; null: there is none, or the week is that of the status itself. */
  readonly snapshot: string | null;
  /** null: there is no snapshot, it has no amounts, or is in another reporting currency. */
  readonly open_value: Decimal | null;
}

/** Beside the week of the status. */
const WEEKS = 12;

/** The first day whose snapshot counts. */
export function courseBegins(today: Day, fiscalYearStarts: number): Day {
  return periodAround(today, 'week', fiscalYearStarts, -WEEKS).from;
}

/**
 * Week by week as `trend open-value` has it, and last what stands now.
 * @param headers ascending, from `courseBegins` on
 * @throws Failure `sum-too-large`
 */
export function openValueCourse(
  headers: readonly SnapshotHeader[],
  now: { readonly on: Day; readonly currency: string; readonly openValue: Decimal },
  fiscalYearStarts: number,
): OpenValueAt[] {
  const dated = headers.map((header) => ({ name: header.name, until: lastDayOf(header) }));
  const known = [...dated.filter(({ until }) => until <= now.on), { name: '', until: now.on }];
  return intervalsOf(known, 'week', fiscalYearStarts).map(({ period, name }) => {
    if (name === '') return { week: period.name, snapshot: null, open_value: now.openValue };
    const header = headers.find((one) => one.name === name);
    const isTold = header?.reportingCurrency === now.currency;
    return { week: period.name, snapshot: name ?? null, open_value: isTold ? openValueIn(header) : null };
  });
}

/** null where it was made of a past that tells of no amounts. */
function openValueIn(header: SnapshotHeader): Decimal | null {
  const open = header.totals.filter(({ stage }) => stage !== '' && outcomeOf(stage) === 'open');
  const value = sumMinor(open.map((total) => total.value));
  const lacks = mayLack(header) && value === 0 && open.some(({ deals }) => deals > 0);
  return lacks ? null : fromMinor(value, header.digits);
}
