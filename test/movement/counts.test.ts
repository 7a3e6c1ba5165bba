// Movements counted over a series: nothing that a step tells is lost, under whatever ids the deals go.

import { expect } from 'vitest';
import { compare, dealsOf, movementsOf } from '../../src/movement/compare.ts';
import { MovementCounter } from '../../src/movement/counts.ts';
import { MOVEMENT_KINDS, type Movement } from '../../src/movement/kinds.ts';
import type { Side } from '../../src/movement/side.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { randomSides } from './random-sides.ts';

const series = fc.integer({ min: 2, max: 7 }).chain((moments) => randomSides({ moments }));

property([series])(
  'how often, how many days and how much are what the steps tell, kind by kind',
  (sides: Side[]) => {
    const counter = new MovementCounter();
    const told: Movement[] = [];
    for (const [at, b] of sides.slice(1).entries()) {
      const comparison = compare(sides[at] ?? b, b);
      const moved = movementsOf(comparison, dealsOf(comparison));
      counter.add(comparison, moved);
      told.push(...moved.flatMap(({ movements }) => movements));
    }
    const deals = counter.deals();
    for (const kind of MOVEMENT_KINDS) {
      const own = told.filter((movement) => movement.kind === kind);
      const counts = deals.flatMap((deal) => deal.counts.get(kind) ?? []);
      const sum = (of: (count: (typeof counts)[number]) => number) =>
        counts.reduce((all, count) => all + of(count), 0);
      expect([sum(({ times }) => times), sum(({ days }) => days), sum(({ value }) => value)], kind).toEqual([
        own.length,
        own.reduce((all, movement) => all + ('days' in movement ? (movement.days ?? 0) : 0), 0),
        own.reduce((all, movement) => all + ('value' in movement ? movement.value : 0), 0),
      ]);
    }
  },
);

property([series])('every deal of the last snapshot is told as it stands there', (sides: Side[]) => {
  const counter = new MovementCounter();
  for (const [at, b] of sides.slice(1).entries()) counter.add(compare(sides[at] ?? b, b), []);
  const last = sides.at(-1);
  const rows = new Map(counter.deals().map(({ id, row }) => [id, row]));
  const pairs = dealsOf(compare(sides.at(-2) ?? fail(), last ?? fail()));
  for (const { id, b } of pairs) {
    if (b.state !== 'absent' && b.row.stage !== '') expect(rows.get(id)).toBe(b.row);
  }
});

function fail(): never {
  throw new Error('a series was asked for');
}
