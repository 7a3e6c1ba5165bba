// Guards: who was who is one answer. A diff, what past snapshots tell of a deal (`series`), and its life as `show` and
// `history` tell it pair alike, whatever ids and sources were renamed, doubled or shared.

import { expect, test } from 'vitest';
import { compare } from '../../src/movement/compare.ts';
import { pairDeals } from '../../src/movement/pair.ts';
import { lifeOf } from '../../src/snapshot/life.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { pairIds } from '../../src/snapshot/series-pairs.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { share } from '../support/torture.ts';
import { row, snapshot } from './build.ts';

const IDS = ['a', 'b', 'c', 'd'];
const deals = fc.subarray(IDS).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          id: fc.constant(id),
          was: fc.shuffledSubarray(IDS.filter((other) => other !== id)).map((was) => was.join(' ')),
          source: fc.constantFrom('', 'crm:1', 'crm:2'),
        })
        .map(row),
    ),
  ),
);

/** Id in B → id in A of each deal that a diff takes for one deal. */
function asDiffPairs(a: readonly DealRow[], b: readonly DealRow[]): Map<string, string> {
  const [from, to] = [snapshot('2026-11-09', a), snapshot('2026-11-16', b)];
  const { pairs, steady } = pairDeals(from, to);
  const paired = new Map(steady.map(({ id }) => [id, id]));
  for (const pair of pairs)
    if (pair.a.state !== 'absent' && pair.b.state !== 'absent') paired.set(pair.id, pair.a.row.id);
  return paired;
}

function inSeries(a: readonly DealRow[], b: readonly DealRow[]): Map<string, string> {
  return pairIds(Object.fromEntries(a.map((deal) => [deal.id, deal])), b);
}

function inLives(a: readonly DealRow[], b: readonly DealRow[]): Map<string, string> {
  const before = snapshot('2026-11-09', a);
  const lived = new Map<string, string>();
  for (const deal of b) {
    const former = lifeOf(['2026-11-09'], () => before, deal, b)[0]?.row;
    if (former !== undefined) lived.set(deal.id, former.id);
  }
  return lived;
}

property([deals, deals], share(500, 100_000))('past snapshots and lives pair as a diff does', (a, b) => {
  const paired = asDiffPairs(a, b);
  expect(inSeries(a, b)).toEqual(paired);
  expect(inLives(a, b)).toEqual(paired);
});

test('a former id that two new deals claim is nobody’s', () => {
  const a = [row({ id: 'a' })];
  const b = ['b', 'c'].map((id) => row({ id, was: 'a' }));
  expect(compare(snapshot('2026-11-09', a), snapshot('2026-11-16', b)).differing).toHaveLength(3);
  expect(inSeries(a, b).size).toBe(0);
  expect(inLives(a, b).size).toBe(0);
});
