// Cases of the method as data: two snapshots, every deal's movements, the bridges of some scopes.

import { expect } from 'vitest';
import { toDay } from '../../src/base/day.ts';
import { fromMinor } from '../../src/base/money.ts';
import { BAR_KINDS, BARS } from '../../src/movement/bars.ts';
import { bridge } from '../../src/movement/bridge.ts';
import { compare, diffSnapshots } from '../../src/movement/compare.ts';
import type { Scope } from '../../src/movement/scope.ts';
import { movementView } from '../../src/report/diff-movement.ts';
import { Q4, type SideGiven, sides } from './sides.ts';

export interface Case {
  readonly name: string;
  readonly note: string;
  readonly a: SideGiven;
  readonly b: SideGiven;
  /** By id, in order; a string is the kind, an object must be contained in the movement. */
  readonly movements: Readonly<Record<string, readonly (string | { readonly kind: string })[]>>;
  readonly bridges: readonly CaseBridge[];
  /** Ids that cannot be read at B: those that stand as in A, and those that have no row there. */
  readonly unreadable?: readonly string[];
  readonly left_out?: readonly string[];
}

interface CaseBridge {
  readonly scope: {
    readonly period?: { readonly from: string; readonly to: string } | 'none';
    readonly stages?: readonly string[];
    readonly owners?: readonly string[];
  };
  readonly opening: string;
  /** What is not named is zero. */
  readonly bars: Readonly<Record<string, string>>;
  readonly closing: string;
}

/** Fails where the diff of the two snapshots is not the case's answer, to the letter. */
export function expectAnswer(given: Case): void {
  const [a, b] = sides(given.a, given.b);
  const found = diffSnapshots(a, b).map((deal) => [
    deal.id,
    deal.movements.map((movement) => movementView(movement, b.digits, Q4)),
  ]);
  const expected = Object.entries(given.movements).map(([id, movements]) => [
    id,
    movements.map((movement) =>
      expect.objectContaining(typeof movement === 'string' ? { kind: movement } : movement),
    ),
  ]);
  expect(found).toEqual(expected);
  for (const answer of given.bridges) {
    const drawn = bridge(a, b, scopeOf(answer.scope));
    const money = (bar: { value: number }) => fromMinor(bar.value, b.digits);
    const bars = BAR_KINDS.filter((kind) => drawn.bars[kind].value !== 0);
    expect({
      scope: answer.scope,
      opening: money(drawn.opening),
      bars: Object.fromEntries(bars.map((kind) => [BARS[kind].key, money(drawn.bars[kind])])),
      closing: money(drawn.closing),
    }).toEqual(answer);
  }
  const { differing, leftOut } = compare(a, b);
  expect(differing.filter((deal) => deal.unreadable).map((deal) => deal.id)).toEqual(given.unreadable ?? []);
  expect(leftOut).toEqual(given.left_out ?? []);
}

function scopeOf(given: CaseBridge['scope']): Scope {
  if (given.period === undefined || given.period === 'none') return given as Scope;
  const from = toDay(given.period.from);
  const to = toDay(given.period.to);
  if (from === undefined || to === undefined) throw new RangeError('the case has no such period');
  return { ...given, period: { from, to } };
}
