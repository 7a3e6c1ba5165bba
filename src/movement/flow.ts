// How one deal passes through a scope between A and B: the five rules of the bridge (docs/method.md).

import type { Minor } from '../base/money.ts';
import type { StageMap } from '../deal/stage-map.ts';
import type { BarKind } from './bars.ts';
import { type Condition, failing, type Place, type Scope } from './scope.ts';
import type { MovementRow } from './side.ts';
import type { ComparedDeal, Values } from './values.ts';

interface BarEntry {
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
export function flowOf(deal: ComparedDeal, stages: StageMap, scope: Scope): Flow | undefined {
  const { a, b, values } = deal;
  if (a.state === 'open') {
    const place = { ...placeOf(a.row), stage: stageInB(deal, a.row, stages) };
    if (deal.unreadable) return staying(scope, place, values.a);
    if (b.state === 'open') return carriedOver(scope, place, placeOf(b.row), values, false);
    if (b.state === 'won') {
      return carriedOver(scope, place, { ...placeOf(b.row), stage: place.stage }, values, true);
    }
    if (failing(scope, place) !== undefined) return undefined;
    const bar = b.state === 'lost' ? 'lost' : b.state === 'absent' ? 'removed' : 'archived';
    return { before: values.a, entries: [{ bar, value: values.a }], after: undefined };
  }
  if (b.state === 'absent' || deal.unreadable) return undefined;
  return b.state === 'won' || b.state === 'lost'
    ? passingThrough(deal, b.state, b.row, scope)
    : arriving(deal, b.state, b.row, scope);
}

function staying(scope: Scope, place: Place, value: Minor): Flow | undefined {
  return failing(scope, place) === undefined ? { before: value, entries: [], after: value } : undefined;
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

/** Rule 3: not open in A, open in B. Of rule 4 what is new and archived still open, by its row. */
function arriving(
  deal: ComparedDeal,
  state: 'open' | 'shelved',
  row: MovementRow,
  scope: Scope,
): Flow | undefined {
  const isNew = deal.a.state === 'absent';
  if (failing(scope, placeOf(row)) !== undefined) return undefined;
  const value = deal.values.b;
  const entry: BarEntry = { bar: isNew ? 'new' : 'reopened', value };
  if (state === 'open') return { before: undefined, entries: [entry], after: value };
  if (!isNew || row.stage === '') return undefined;
  return { before: undefined, entries: [entry, { bar: 'archived', value }], after: undefined };
}

/** Rule 4: new and closed since, flipped, or restored and closed since. It is in no stage's bridge. */
function passingThrough(
  deal: ComparedDeal,
  outcome: 'won' | 'lost',
  row: MovementRow,
  scope: Scope,
): Flow | undefined {
  if (deal.a.state === outcome) return undefined;
  if (failing(scope, { ...placeOf(row), stage: undefined }) !== undefined) return undefined;
  const value = deal.values.b;
  const entry: BarEntry = { bar: deal.a.state === 'absent' ? 'new' : 'reopened', value };
  return { before: undefined, entries: [entry, { bar: outcome, value }], after: undefined };
}

function placeOf(row: MovementRow): Place {
  return { close: row.close, stage: row.stage, owner: row.owner };
}

/** A's stage as B calls it; its own name where B's process has it no more. */
function stageInB({ b }: ComparedDeal, rowA: MovementRow, stages: StageMap): string {
  if (b.state === 'open' && stages.same(rowA.stage, b.row.stage)) return b.row.stage;
  return stages.nameInB(rowA.stage) ?? rowA.stage;
}
