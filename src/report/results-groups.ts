// The results of a period in parts: group by group, and lost deals by the stage that they were lost from.

import { grouped } from '../base/grouped.ts';
import { type Decimal, fromMinor } from '../base/money.ts';
import type { Book } from '../book/book.ts';
import { labelOf, rankOf } from '../deal/process.ts';
import type { Closings } from '../plan/closings.ts';
import { type DealRow, worthOf } from '../snapshot/row.ts';
import { inOrder } from '../snapshot/stage-record.ts';
import type { Grouping } from './groups.ts';
import { type ResultsFigures, resultsFigures } from './results-figures.ts';

export interface GroupResults extends ResultsFigures {
  /** '': in none. */
  readonly key: string;
  /** Of the period that is compared; null: none is. */
  readonly compared: ResultsFigures | null;
}

/** Lost deals by the stage that they were lost from. */
export interface LostFrom {
  /** '' where it is not on record. */
  readonly stage: string;
  readonly label: string;
  readonly count: number;
  readonly value: Decimal;
}

/** What was closed in a period, and what resultsFigures draws the interval of a group from. */
export interface GroupedClosings extends Closings {
  drawOf(key: string): readonly string[];
}

/** By won value, the largest first. Open deals of a group at an end that is past are not told: no velocity. */
export function groupsOf(
  those: GroupedClosings,
  other: GroupedClosings | undefined,
  by: Grouping,
  digits: number,
): GroupResults[] {
  const figures = partsOf(those, by, digits);
  const compared = other && partsOf(other, by, digits);
  return [...new Set([...figures.keys, ...(compared?.keys ?? [])])]
    .map((key) => ({ key, ...figures.of(key), compared: compared?.of(key) ?? null }))
    .sort((a, b) => Number(b.won.value) - Number(a.won.value) || (a.key < b.key ? -1 : 1));
}

function partsOf({ won, lost, drawOf }: GroupedClosings, by: Grouping, digits: number) {
  const [wonBy, lostBy] = [grouped(won, by.keyOf), grouped(lost, by.keyOf)];
  return {
    keys: [...wonBy.keys(), ...lostBy.keys()],
    of: (key: string) => {
      const closings = { won: wonBy.get(key) ?? [], lost: lostBy.get(key) ?? [] };
      return resultsFigures(closings, undefined, { digits, draw: drawOf(key) });
    },
  };
}

/** By stage, in the order of the process; first those of which no stage is on record. */
export function lostFrom(lost: readonly DealRow[], { state }: Pick<Book, 'state'>): LostFrom[] {
  const stageOf = (row: DealRow) =>
    inOrder(row.stages).findLast(({ stage }) => stage !== 'lost')?.stage ?? '';
  return [...grouped(lost, stageOf)]
    .sort(([a], [b]) => rankOf(state.process, a) - rankOf(state.process, b) || (a < b ? -1 : 1))
    .map(([stage, rows]) => ({
      stage,
      label: labelOf(state.process, stage),
      count: rows.length,
      value: fromMinor(worthOf(rows), state.digits),
    }));
}
