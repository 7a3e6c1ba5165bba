// How often each movement happened to a deal over a series of snapshots, and how much that was in all (docs/method.md,
// dynamics). A renamed deal is one deal.

import type { Day } from '../base/day.ts';
import { addMinor, type Decimal, type Minor } from '../base/money.ts';
import { type Comparison, type DealMovements, dealsOf } from './compare.ts';
import type { Movement, MovementKind } from './kinds.ts';
import type { MovementRow } from './side.ts';

export interface MovementCount {
  readonly times: number;
  /** Calendar days in all by which close dates moved; a date that came or went adds none. 0 for other movements. */
  readonly days: number;
  /** Changes of value in all, signed; 0 for movements that are none. */
  readonly value: Minor;
}

export interface CountedDeal {
  /** Its id by now. */
  readonly id: string;
  /** As it was last there. */
  readonly row: MovementRow;
  /** What it was worth then. */
  readonly worth: Minor;
  /** The first that is known of it while it was open; undefined where nothing is. */
  readonly firstClose: Day | undefined;
  readonly firstAmount: { readonly amount: Decimal; readonly currency: string } | undefined;
  readonly counts: ReadonlyMap<MovementKind, MovementCount>;
}

interface Tally {
  row: MovementRow;
  worth: Minor;
  firstClose: Day | undefined;
  firstAmount: CountedDeal['firstAmount'];
  readonly counts: Map<MovementKind, MovementCount>;
}

/** Holds a tally a deal, however many snapshots there are. */
export class MovementCounter {
  #deals = new Map<string, Tally>();

  /**
   * Takes the next step, which begins with the snapshot at which the one before ended.
   * @param moved the deals of it whose movements count
   */
  add(comparison: Comparison, moved: readonly DealMovements[]): void {
    const deals = dealsOf(comparison);
    const before = this.#deals;
    this.#deals = new Map(before);
    for (const { id, a } of deals) {
      if (a.state !== 'absent' && a.row.id !== id) this.#deals.delete(a.row.id);
    }
    for (const { id, a, b, values } of deals) {
      const known = before.get(a.state === 'absent' ? id : a.row.id);
      // Of what is archived nothing but the id may be known.
      const isToldByA = a.state !== 'absent' && (b.state === 'absent' || b.row.stage === '');
      const end = isToldByA ? a : b;
      if (end.state === 'absent') continue;
      const { row } = end;
      const worth = isToldByA ? values.a : values.b;
      const tally = known ?? { row, worth, firstClose: undefined, firstAmount: undefined, counts: new Map() };
      const gone = before.get(id);
      if (gone !== undefined && gone !== tally) addCounts(tally, gone);
      if (a.state === 'open') note(tally, a.row);
      if (b.state === 'open') note(tally, b.row);
      if (row.stage !== '' || tally.row.stage === '') Object.assign(tally, { row, worth });
      this.#deals.set(id, tally);
    }
    for (const { id, movements } of moved) {
      const counts = this.#deals.get(id)?.counts;
      for (const movement of movements) {
        counts?.set(movement.kind, plus(counts.get(movement.kind), movement));
      }
    }
  }

  /** Every deal that was in any of the steps, by id. */
  deals(): CountedDeal[] {
    return [...this.#deals].map(([id, tally]) => ({ id, ...tally })).sort((x, y) => (x.id < y.id ? -1 : 1));
  }
}

/** The id may be that of a deal which is gone: then both are told, as one. */
function addCounts(tally: Tally, gone: Tally): void {
  for (const [kind, count] of gone.counts) {
    const { times, days, value } = tally.counts.get(kind) ?? NONE;
    tally.counts.set(kind, {
      times: times + count.times,
      days: days + count.days,
      value: addMinor(value, count.value),
    });
  }
}

const NONE: MovementCount = { times: 0, days: 0, value: 0 };

function note(tally: Tally, { close, amount, currency }: MovementRow): void {
  tally.firstClose ??= close;
  if (amount !== undefined) tally.firstAmount ??= { amount, currency };
}

function plus(count: MovementCount | undefined, movement: Movement): MovementCount {
  const { times, days, value } = count ?? NONE;
  return {
    times: times + 1,
    days: days + ('days' in movement ? (movement.days ?? 0) : 0),
    value: addMinor(value, 'value' in movement ? movement.value : 0),
  };
}
