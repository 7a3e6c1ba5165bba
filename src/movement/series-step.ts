// A step of a series as warnings look at it: what moved from one snapshot to the next, and what the two can know.

import type { Day } from '../base/day.ts';
import { outcomeOf } from '../deal/deal.ts';
import { mayLack } from '../snapshot/origin.ts';
import type { Comparison, DealMovements } from './compare.ts';
import { isAssumed, type MovementRow, type Side } from './side.ts';

/** Days, a year of weeks: what is older says nothing of how people work now. */
export const LOOKED_BACK = 364;

export interface SeriesStep {
  /** The last days that the two snapshots know of: what moved did so after the one and until the other. */
  readonly from: Day;
  readonly to: Day;
  /** The name of the later one. */
  readonly snapshot: string;
  readonly a: Side;
  readonly b: Side;
  /** The rows in A of the deals that were open there, but for those that can't be read in B. */
  readonly open: readonly MovementRow[];
  /** Those that something happened to; of idle ones none is needed. */
  readonly moved: readonly DealMovements[];
}

/** The rows in A of the deals that were open there, but for those that can't be read in B. */
export function openAndRead({ differing, steady }: Comparison): MovementRow[] {
  const changed = differing.flatMap(({ a, unreadable }) =>
    a.state === 'open' && !unreadable ? [a.row] : [],
  );
  return [...changed, ...steady.map(({ row }) => row)];
}

/** Whether both ends tell that field of open deals: one that was made of the past may know it of none, or assume it. */
export function tells({ a, b }: Pick<SeriesStep, 'a' | 'b'>, field: 'amount' | 'close'): boolean {
  return [a, b].every(
    (side) =>
      !isAssumed(side, field) &&
      (!mayLack(side) ||
        side.deals.some((row) => outcomeOf(row.stage) === 'open' && row[field] !== undefined)),
  );
}

/** Former id → the id since, of the deals that were renamed in the step. */
export function renamedIn({ moved }: Pick<SeriesStep, 'moved'>): Map<string, string> {
  const heirs = new Map<string, string>();
  for (const { movements } of moved) {
    for (const movement of movements) {
      if (movement.kind !== 'renamed') continue;
      for (const { what, from, to } of movement.changes) if (what === 'id') heirs.set(from, to);
    }
  }
  return heirs;
}
