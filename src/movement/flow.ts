// How one deal passes through a scope between A and B: the five rules of the bridge (METHOD.md §3).

import type { Minor } from '../base/money.ts';
import type { BarKind } from './bars.ts';
import type { Ends } from './classify.ts';
import type { Pair } from './pair.ts';
import { type Condition, failing, type Place, type Scope } from './scope.ts';
import { type MovementRow, valueOn } from './side.ts';

export interface BarEntry {
  readonly bar: BarKind;
  /** As it adds to its bar: what leaves is positive, a credit that leaves is negative. */
  readonly value: Minor;
}

/** What one deal adds to a bridge: before + entries (by their bars' signs) = after. */
export interface Flow {
  /** Its value in the opening; undefined where it is not in it. */
  readonly before: Minor | undefined;
  readonly entries: readonly BarEntry[];
  /** Its value in the closing; undefined where it is not in it. */
  readonly after: Minor | undefined;
}

const OUT = {
  period: 'pushed-out',
  stage: 'moved-out',
  owner: 'transferred-out',
} as const satisfies Record<Condition, BarKind>;
const IN = {
  period: 'pulled-in',
  stage: 'moved-in',
  owner: 'transferred-in',
} as const satisfies Record<Condition, BarKind>;

/** The deal's part in the bridge; undefined where it has none. */
export function flowOf(pair: Pair, ends: Ends, scope: Scope): Flow | undefined {
  const { a, b } = pair;
  if (a.state === 'open') {
    const value = valueOn(ends.a, a.row) ?? 0;
    const place = { ...placeOf(a.row), stage: stageInB(pair, a.row, ends) };
    if (pair.unreadable) return staying(scope, place, value);
    if (b.state === 'open' || b.state === 'won') {
      const placeB = b.state === 'open' ? placeOf(b.row) : { ...placeOf(b.row), stage: place.stage };
      return carriedOver(scope, place, placeB, valuesOf(a.row, b.row, ends), b.state === 'won');
    }
    const bar = b.state === 'lost' ? 'lost' : b.state === 'absent' ? 'removed' : 'archived';
    return failing(scope, place) === undefined
      ? { before: value, entries: [{ bar, value }], after: undefined }
      : undefined;
  }
  if (b.state === 'absent' || pair.unreadable) return undefined;
  return arriving(pair, b.state, b.row, ends, scope);
}

function staying(scope: Scope, place: Place, value: Minor): Flow | undefined {
  return failing(scope, place) === undefined ? { before: value, entries: [], after: value } : undefined;
}

interface Values {
  readonly a: Minor;
  readonly b: Minor;
  /** What B's rate does to the amount in A. */
  readonly revaluation: Minor;
}

/** Rule 1: open in A, open or won in B. It first changes scope with its value in A, then value, then is won. */
function carriedOver(
  scope: Scope,
  placeA: Place,
  placeB: Place,
  values: Values,
  isWon: boolean,
): Flow | undefined {
  const failsA = failing(scope, placeA);
  const failsB = failing(scope, placeB);
  if (failsA !== undefined && failsB !== undefined) return undefined;
  const before = failsA === undefined ? values.a : undefined;
  if (failsB !== undefined) {
    return { before, entries: [{ bar: OUT[failsB], value: values.a }], after: undefined };
  }
  const entries: BarEntry[] = failsA === undefined ? [] : [{ bar: IN[failsA], value: values.a }];
  entries.push(...change('grown', 'shrunk', values.b - values.a - values.revaluation));
  entries.push(...change('revalued-up', 'revalued-down', values.revaluation));
  if (isWon) entries.push({ bar: 'won', value: values.b });
  return { before, entries, after: isWon ? undefined : values.b };
}

function change(up: BarKind, down: BarKind, by: Minor): BarEntry[] {
  if (by === 0) return [];
  return [by > 0 ? { bar: up, value: by } : { bar: down, value: -by }];
}

/** Rules 3 to 5: not open in A. It enters with its value in B, and leaves with it where it is not open in B. */
function arriving(
  pair: Pair,
  state: 'open' | 'won' | 'lost' | 'shelved',
  row: MovementRow,
  ends: Ends,
  scope: Scope,
): Flow | undefined {
  const isNew = pair.a.state === 'absent';
  const value = valueOn(ends.b, row) ?? 0;
  const entry: BarEntry = { bar: isNew ? 'new' : 'reopened', value };
  const isShelved = state === 'shelved';
  if (state === 'open' || isShelved) {
    if (isShelved && (!isNew || row.stage === '')) return undefined;
    if (failing(scope, placeOf(row)) !== undefined) return undefined;
    return isShelved
      ? { before: undefined, entries: [entry, { bar: 'archived', value }], after: undefined }
      : { before: undefined, entries: [entry], after: value };
  }
  if (pair.a.state === state) return undefined;
  if (failing(scope, { ...placeOf(row), stage: undefined }) !== undefined) return undefined;
  return { before: undefined, entries: [entry, { bar: state, value }], after: undefined };
}

function valuesOf(a: MovementRow, b: MovementRow, ends: Ends): Values {
  const valueA = valueOn(ends.a, a) ?? 0;
  const revaluation = a.currency === b.currency ? (valueOn(ends.b, a) ?? 0) - valueA : 0;
  return { a: valueA, b: valueOn(ends.b, b) ?? 0, revaluation };
}

function placeOf(row: MovementRow): Place {
  return { close: row.close, stage: row.stage, owner: row.owner };
}

/** A's stage as B calls it; its own name where B's process has it no more. */
function stageInB(pair: Pair, rowA: MovementRow, { stages }: Ends): string {
  const { b } = pair;
  if (b.state === 'open' && stages.same(rowA.stage, b.row.stage)) return b.row.stage;
  return stages.nameInB(rowA.stage) ?? rowA.stage;
}
