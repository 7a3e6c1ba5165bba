// Which deal in A is which deal in B, and how each stands at both ends.

import { outcomeOf, STAGE_NOT_KNOWN } from '../deal/deal.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import type { MovementRow, Side } from './side.ts';
import { inCommon, type Rest } from './steady.ts';

/**
 * How a deal stands at one end. `shelved`: in the archive, but archived while open or with nothing known
 * but its id, which is neither open nor closed.
 */
export type End =
  | { readonly state: 'absent' }
  | {
      readonly state: 'open' | 'won' | 'lost' | 'shelved';
      readonly archived: boolean;
      readonly row: MovementRow;
    };

/** Whether it is open there in a stage that nobody knows: that the other end knows one is no movement. */
export function isStageless(end: End): boolean {
  return end.state === 'open' && end.row.stage === STAGE_NOT_KNOWN;
}

/** One deal at both ends; at least one of them has it. */
export interface Pair {
  /** Its id in B; in A where B does not have it. */
  readonly id: string;
  readonly a: End;
  readonly b: End;
  /** Its file cannot be read at B: it stands as in A. */
  readonly unreadable: boolean;
}

export interface Pairing {
  /** Sorted by id. */
  readonly pairs: readonly Pair[];
  /** Deals that both have as they are, at the same rates; they are in none of the pairs. */
  readonly steady: readonly MovementRow[];
  /** Ids that cannot be read at B and have no row in A. Sorted. */
  readonly leftOut: readonly string[];
}

const ABSENT: End = { state: 'absent' };

/**
 * Pairs by id; what is left over by B's `was`, else by the source that exactly one on each side has.
 * A deal in A's archive and not among B's deals is no part of it.
 */
export function pairDeals(a: Side, b: Side): Pairing {
  const common = inCommon(a, b);
  const inA = endsOf(common.a, { skipUnknown: true });
  const inB = endsOf(common.b, { skipUnknown: false });
  const formerIds = matchLeftOver(inA, inB, a, b);
  const pairs: Pair[] = [];
  const leftOut: string[] = [];
  const matched = new Set(formerIds.values());
  for (const [id, endB] of inB) {
    const endA = inA.get(id) ?? inA.get(formerIds.get(id) ?? '') ?? ABSENT;
    const unreadable = endB.row.problem !== '';
    if (unreadable && endA.state === 'absent') leftOut.push(id);
    else if (isPart(endA, endB)) pairs.push({ id, a: endA, b: endB, unreadable });
  }
  for (const [id, endA] of inA) {
    if (!inB.has(id) && !matched.has(id) && !endA.archived) {
      pairs.push({ id, a: endA, b: ABSENT, unreadable: false });
    }
  }
  return {
    pairs: pairs.sort((x, y) => (x.id < y.id ? -1 : 1)),
    steady: common.steady,
    leftOut: leftOut.sort(),
  };
}

/** A deal that both sides have as it is, as a pair. */
export function steadyPair(row: MovementRow): Pair {
  const end: End = { state: outcomeOf(row.stage), archived: false, row };
  return { id: row.id, a: end, b: end, unreadable: false };
}

type Present = Exclude<End, { state: 'absent' }>;

/** Every deal of a side by id. One that stands in both places, which no sound workspace has, is live. */
function endsOf(side: Rest, { skipUnknown }: { skipUnknown: boolean }): Map<string, Present> {
  const ends = new Map<string, Present>();
  for (const row of side.archived) {
    const outcome = outcomeOf(row.stage);
    ends.set(row.id, { state: outcome === 'open' ? 'shelved' : outcome, archived: true, row });
  }
  for (const row of side.deals) {
    // Never readable yet: what it was is unknown, so that it is new once it can be read.
    if (skipUnknown && row.problem !== '' && row.stage === '') continue;
    ends.set(row.id, { state: outcomeOf(row.stage), archived: false, row });
  }
  return ends;
}

function isPart(a: End, b: Present): boolean {
  return a.state === 'absent' || !a.archived || !b.archived;
}

/** Of deals whose id is on one side only: the id in B → the id in A. A source has to be the only one of its whole side. */
function matchLeftOver(
  inA: Map<string, Present>,
  inB: Map<string, Present>,
  a: Side,
  b: Side,
): Map<string, string> {
  const matches = new Map<string, string>();
  const restA = rowsOf(inA).filter((row) => !inB.has(row.id));
  const restB = rowsOf(inB).filter((row) => !inA.has(row.id));
  if (restA.length === 0 || restB.length === 0) return matches;

  const idsA = new Set(restA.map((row) => row.id));
  const heirs = onlyBearers(restB, formerIdsOf);
  for (const row of restB) {
    const former = formerIdsOf(row).find((id) => idsA.has(id) && heirs.get(id) !== undefined);
    if (former === undefined) continue;
    idsA.delete(former);
    matches.set(row.id, former);
  }
  const nameless = restB.filter((row) => row.source !== '' && !matches.has(row.id));
  if (nameless.length === 0) return matches;
  const sourcesA = onlyBearers(rowsOf(endsOf(a, { skipUnknown: true })), ({ source }) => [source]);
  const sourcesB = onlyBearers(rowsOf(endsOf(b, { skipUnknown: false })), ({ source }) => [source]);
  for (const rowB of nameless) {
    const rowA = sourcesA.get(rowB.source);
    if (rowA === undefined || sourcesB.get(rowB.source) === undefined) continue;
    if (idsA.delete(rowA.id)) matches.set(rowB.id, rowA.id);
  }
  return matches;
}

function rowsOf(ends: Map<string, Present>): MovementRow[] {
  return [...ends.values()].map((end) => end.row);
}

/** By key, the one row that has it; undefined where several have. */
function onlyBearers(
  rows: readonly MovementRow[],
  keys: (row: MovementRow) => readonly string[],
): Map<string, MovementRow | undefined> {
  const bearers = new Map<string, MovementRow | undefined>();
  for (const row of rows) {
    for (const key of keys(row)) {
      if (key !== '') bearers.set(key, bearers.has(key) ? undefined : row);
    }
  }
  return bearers;
}
