// What two snapshots have in common: most deals of two weeks. Rows that both hold as one object, at the same rates,
// are told apart from the rest at a glance; nothing happened to them, and a diff needs no more than their values.

import { type MovementRow, ownRate, type Side } from './side.ts';

export interface InCommon {
  /** Deals of both, sorted by id: open and idle, or closed and unchanged. */
  readonly steady: readonly MovementRow[];
  /** The two sides without them, and without what both have in the archive as it is. */
  readonly a: Rest;
  readonly b: Rest;
}

/** The rows of a side that something may have happened to. */
export interface Rest {
  readonly deals: readonly MovementRow[];
  readonly archived: readonly MovementRow[];
}

/** What stands in both sides as it is. Nothing of sides that hold an id twice, which no sound workspace has. */
export function inCommon(a: Side, b: Side): InCommon {
  const apart = { steady: [], a, b };
  if (![a.deals, b.deals, a.archived, b.archived].every(isAscending)) return apart;
  const isSameRate = sameRates(a, b);
  const deals = shared(a.deals, b.deals, (row) => row.problem === '' && isSameRate(row.currency));
  if (deals.both.length === 0) return apart;
  const isIn = (rows: readonly MovementRow[]) => {
    const ids = new Set(rows.map(({ id }) => id));
    return ({ id }: MovementRow) => ids.has(id);
  };
  const shelved = [...a.archived, ...b.archived];
  if (shelved.length > 0 && shelved.some(isIn(deals.both))) return apart;
  const isLive = isIn([...deals.onlyA, ...deals.onlyB]);
  const archived = shared(a.archived, b.archived, (row) => !isLive(row));
  return {
    steady: deals.both,
    a: { deals: deals.onlyA, archived: archived.onlyA },
    b: { deals: deals.onlyB, archived: archived.onlyB },
  };
}

/** Rows that both have as one object and that count, and the others. Both are sorted by id. */
function shared(
  a: readonly MovementRow[],
  b: readonly MovementRow[],
  counts: (row: MovementRow) => boolean,
): Record<'both' | 'onlyA' | 'onlyB', MovementRow[]> {
  const [both, onlyA, onlyB]: [MovementRow[], MovementRow[], MovementRow[]] = [[], [], []];
  let at = 0;
  for (const row of b) {
    for (; at < a.length; at++) {
      const former = a[at];
      if (former === undefined || former === row || former.id >= row.id) break;
      onlyA.push(former);
    }
    if (a[at] === row && counts(row)) {
      both.push(row);
      at += 1;
    } else onlyB.push(row);
  }
  onlyA.push(...a.slice(at));
  return { both, onlyA, onlyB };
}

function isAscending(rows: readonly MovementRow[]): boolean {
  return rows.every((row, at) => at === 0 || (rows[at - 1]?.id ?? '') < row.id);
}

/** Whether a currency is worth the same on both sides. */
function sameRates(a: Side, b: Side): (currency: string) => boolean {
  const known = new Map<string, boolean>();
  return (currency) => {
    const same =
      known.get(currency) ??
      (a.digits === b.digits && ownRate(a.rates, currency) === ownRate(b.rates, currency));
    known.set(currency, same);
    return same;
  };
}
