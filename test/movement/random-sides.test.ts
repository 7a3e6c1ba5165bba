// The laws hold of random snapshots that have everything in them: so much of it that no law holds for want of cases.

import { expect, test } from 'vitest';
import { BAR_KINDS } from '../../src/movement/bars.ts';
import { bridgeOf } from '../../src/movement/bridge.ts';
import { compare, movementsOf } from '../../src/movement/compare.ts';
import { MOVEMENT_KINDS } from '../../src/movement/kinds.ts';
import { fc } from '../support/seeded.ts';
import { randomSides, sharingWith } from './random-sides.ts';
import { everyScope } from './scopes.ts';

test('the random snapshots have every movement and every bar in them', () => {
  const movements = new Set<string>();
  const bars = new Set<string>();
  let unreadable = 0;
  let steady = 0;
  let leftOut = 0;
  for (const [a, b] of fc.sample(randomSides({ moments: 2 }), { numRuns: 1500, seed: 7 })) {
    if (a === undefined || b === undefined) continue;
    const comparison = compare(a, b);
    steady += compare(a, sharingWith(a, b)).steady.length;
    leftOut += comparison.leftOut.length;
    unreadable += comparison.differing.filter((pair) => pair.unreadable).length;
    for (const deal of movementsOf(comparison)) for (const { kind } of deal.movements) movements.add(kind);
    for (const asked of everyScope(comparison)) {
      const drawn = bridgeOf(comparison, asked);
      for (const kind of BAR_KINDS) if (drawn.bars[kind].value !== 0) bars.add(kind);
    }
  }
  expect([...movements].sort()).toEqual([...MOVEMENT_KINDS].sort());
  expect([...bars].sort()).toEqual([...BAR_KINDS].sort());
  expect(unreadable).toBeGreaterThan(100);
  expect(steady).toBeGreaterThan(100);
  expect(leftOut).toBeGreaterThan(10);
});
