// An end of a diff that nobody took: what it does not know, and how much of the bridge comes of that.

import type { Day } from '../base/day.ts';
import { type Decimal, fromMinor, type Minor, sumMinor } from '../base/money.ts';
import type { Bridge } from '../movement/bridge.ts';
import type { DealMovements } from '../movement/compare.ts';
import type { Movement } from '../movement/kinds.ts';
import { isStageless } from '../movement/pair.ts';
import type { MovementRow, NamedSide } from '../movement/side.ts';

/** Made later of what could be found out. Its movements tell only what that was. */
export interface BackfilledEnd {
  readonly snapshot: string;
  readonly origin: string;
  readonly assumed: readonly string[];
  /** Deals whose amount it does not know and the other end does: it counts as 0. */
  readonly amounts_unknown: number;
  /** What they add to grown less what they add to shrunk: nobody changed it. */
  readonly unknown_value: Decimal;
  /** Open deals whose stage it does not know, and the other end does: that is no movement. */
  readonly stages_unknown: number;
  /** Deals that are new at the other end and have no day on record: a past made by dates has none of them, and they may have been there. */
  readonly new_without_dates: number;
}

/** What is asked of an end. */
export interface EndAsked {
  readonly side: NamedSide;
  readonly end: 'from' | 'to';
  readonly other: { readonly deals: readonly (MovementRow & { readonly created?: Day | undefined })[] };
}

/** The end as one that was made; none where it was taken. @throws Failure `sum-too-large` */
export function backfilledEnd(
  { side, end, other }: EndAsked,
  moved: readonly DealMovements[],
  { flows }: Pick<Bridge, 'flows'>,
  digits: number,
): BackfilledEnd[] {
  const { name, origin = 'taken', assumed = [] } = side;
  if (origin === 'taken') return [];
  const unknown = unknownAmounts(moved, { flows }, end);
  const [here, there] = end === 'from' ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const stageless = moved.filter(
    (deal) => isStageless(deal[here]) && deal[there].state === 'open' && !isStageless(deal[there]),
  );
  const isByDates = end === 'from' && origin === 'backfill-dates';
  const fresh = new Set(isByDates ? moved.filter(isNew).map(({ id }) => id) : []);
  return [
    {
      ...{ snapshot: name, origin, assumed },
      amounts_unknown: unknown.deals.length,
      unknown_value: fromMinor(unknown.value, digits),
      stages_unknown: stageless.length,
      new_without_dates: other.deals.filter((row) => fresh.has(row.id) && hasNoDay(row)).length,
    },
  ];
}

/**
 * The deals of a bridge whose amount one end was made without and the other end has, and what they add to grown less what
 * they add to shrunk.
 * @param end the one that does not know it; either where left out
 * @throws Failure `sum-too-large`
 */
export function unknownAmounts(
  moved: readonly DealMovements[],
  { flows }: Pick<Bridge, 'flows'>,
  end?: 'from' | 'to',
): { readonly deals: readonly string[]; readonly value: Minor } {
  const deals = moved
    .filter(({ id, movements }) => flows.has(id) && movements.some((one) => isUnknownAt(one, end)))
    .map(({ id }) => id);
  return { deals, value: sumMinor(deals.map((id) => growthOf(flows.get(id)))) };
}

/** Whether it is one of an amount that an end does not know. @param end either where left out */
export function isUnknownAt(movement: Movement, end?: 'from' | 'to'): boolean {
  if (!('unknown' in movement) || movement.unknown === undefined) return false;
  return end === undefined || movement.unknown === end;
}

function isNew({ movements }: DealMovements): boolean {
  return movements.some(({ kind }) => kind === 'new');
}

function hasNoDay({ created, stages }: EndAsked['other']['deals'][number]): boolean {
  return created === undefined && stages.length === 0;
}

function growthOf(flow: ReturnType<Bridge['flows']['get']>): Minor {
  const signed = (flow?.entries ?? []).map(({ bar, value }) =>
    bar === 'grown' ? value : bar === 'shrunk' ? -value : 0,
  );
  return sumMinor(signed);
}
