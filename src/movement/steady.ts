// What two snapshots have in common: most deals of two weeks. Rows that both hold as one object, at the same rates,
// are told apart from the rest at a glance; nothing happened to them, and a diff needs no more than their values.

import type { MovementRow, Side } from './side.ts';

export interface InCommon {
  /** Deals of both, in the order of B: open and idle, or closed and unchanged. */
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
  const held = new Set(a.deals);
  if (!b.deals.some((row) => held.has(row)) || !isAscending(a.deals) || !isAscending(b.deals)) return apart;
  const isSameRate = sameRates(a, b);
  const steady = b.deals.filter((row) => held.has(row) && row.problem === '' && isSameRate(row.currency));
  const there = new Set(steady);
  const ids = new Set(steady.map(({ id }) => id));
  if ([...a.archived, ...b.archived].some(({ id }) => ids.has(id))) return apart;
  const [restA, restB] = [a, b].map(({ deals }) => deals.filter((row) => !there.has(row)));
  const shelved = new Set(a.archived);
  const live = new Set([...(restA ?? []), ...(restB ?? [])].map(({ id }) => id));
  const inBoth = new Set(b.archived.filter((row) => shelved.has(row) && !live.has(row.id)));
  const archivedOf = ({ archived }: Side) => archived.filter((row) => !inBoth.has(row));
  return {
    steady,
    a: { deals: restA ?? [], archived: archivedOf(a) },
    b: { deals: restB ?? [], archived: archivedOf(b) },
  };
}

function isAscending(rows: readonly MovementRow[]): boolean {
  return rows.every((row, at) => at === 0 || (rows[at - 1]?.id ?? '') < row.id);
}

/** Whether a currency is worth the same on both sides. */
function sameRates(a: Side, b: Side): (currency: string) => boolean {
  const known = new Map<string, boolean>();
  const rate = ({ rates }: Side, currency: string) =>
    Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return (currency) => {
    const same = known.get(currency) ?? (a.digits === b.digits && rate(a, currency) === rate(b, currency));
    known.set(currency, same);
    return same;
  };
}
