// The order of what two sides have together: each side's own order stays, and what both put into the same place goes by
// rank.

import { isDeepStrictEqual } from 'node:util';
import type { Three } from './three.ts';

export interface JoinedOrder {
  readonly ids: readonly string[];
  /** Whether both sides put what they have in common into another order, each its own: ours then stands. */
  readonly isDoubtful: boolean;
}

/** @param compare of two that only one side has each; never 0 */
export function joinedOrder(
  { base, ours, theirs }: Three<readonly string[]>,
  compare: (a: string, b: string) => number,
): JoinedOrder {
  const [inOurs, inTheirs] = [new Set(ours), new Set(theirs)];
  const isCommon = (id: string) => inOurs.has(id) && inTheirs.has(id);
  const [ourWay, theirWay] = [ours.filter(isCommon), theirs.filter(isCommon)];
  const known = base.filter(isCommon);
  const inBase = new Set(known);
  const isMoved = (way: readonly string[]) =>
    !isDeepStrictEqual(
      way.filter((id) => inBase.has(id)),
      known,
    );
  const isSame = isDeepStrictEqual(ourWay, theirWay);
  const goesByTheirs = !isSame && !isMoved(ourWay) && isMoved(theirWay);
  const [ourOwn, theirOwn] = [ownBehind(ours, isCommon), ownBehind(theirs, isCommon)];
  const own = (id: string | undefined) => inOneRow(ourOwn.get(id) ?? [], theirOwn.get(id) ?? [], compare);
  const way = goesByTheirs ? theirWay : ourWay;
  return {
    ids: [...own(undefined), ...way.flatMap((id) => [id, ...own(id)])],
    isDoubtful: !isSame && isMoved(ourWay) === isMoved(theirWay),
  };
}

/** What a side has alone, by what it stands behind; undefined: the beginning. */
function ownBehind(
  ids: readonly string[],
  isCommon: (id: string) => boolean,
): ReadonlyMap<string | undefined, readonly string[]> {
  const groups = new Map<string | undefined, string[]>();
  let behind: string | undefined;
  for (const id of ids) {
    if (isCommon(id)) behind = id;
    else groups.set(behind, [...(groups.get(behind) ?? []), id]);
  }
  return groups;
}

/** Two rows as one, whose own orders stay. */
function inOneRow(
  a: readonly string[],
  b: readonly string[],
  compare: (a: string, b: string) => number,
): string[] {
  const row: string[] = [];
  let [inA, inB] = [0, 0];
  for (;;) {
    const [nextA, nextB] = [a[inA], b[inB]];
    if (nextA === undefined || nextB === undefined) return [...row, ...a.slice(inA), ...b.slice(inB)];
    if (compare(nextA, nextB) <= 0) {
      row.push(nextA);
      inA++;
    } else {
      row.push(nextB);
      inB++;
    }
  }
}
