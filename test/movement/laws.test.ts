// The laws of the bridge (docs/method.md, "What follows, and is tested"), over random pairs and triples of snapshots.
// A failure prints the seed and the smallest pair that breaks the law; PIPELINE_SEED repeats it.

import { afterAll, describe, expect, test } from 'vitest';
import { BAR_KINDS, BARS, type BarKind } from '../../src/movement/bars.ts';
import { type Bridge, bridgeOf, changeOf, netOf } from '../../src/movement/bridge.ts';
import { type Comparison, compare, dealsOf, diffSnapshots, movementsOf } from '../../src/movement/compare.ts';
import { MOVEMENT_KINDS } from '../../src/movement/kinds.ts';
import { isDue } from '../../src/movement/scope.ts';
import { type Side, valueOn } from '../../src/movement/side.ts';
import { fc } from '../support/seeded.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { OWNERS, PERIODS, randomSides, sharingWith } from './random-sides.ts';
import { everyScope, owners, periods, scope, stagesOf } from './scopes.ts';

const RUNS = share(500, 100_000);
afterAll(() => tally('laws of movements', { 'pairs or triples a law': RUNS }));
const settings = {
  numRuns: RUNS,
  ...(process.env.PIPELINE_SEED === undefined ? {} : { seed: Number(process.env.PIPELINE_SEED) }),
};

type Amounts = Record<string, number>;

/** Opening, closing and every bar, with the two ends of a change of scope as one bar that may cancel. */
function amountsOf(bridge: Bridge, cancelling: readonly [BarKind, BarKind] | undefined): Amounts {
  const amounts: Amounts = { opening: bridge.opening.value, closing: bridge.closing.value };
  for (const kind of BAR_KINDS) amounts[kind] = bridge.bars[kind].value;
  if (cancelling !== undefined) {
    const [into, out] = cancelling;
    amounts.between = (amounts[into] ?? 0) - (amounts[out] ?? 0);
    delete amounts[into];
    delete amounts[out];
  }
  return amounts;
}

function added(all: readonly Amounts[]): Amounts {
  const sum: Amounts = {};
  for (const amounts of all) {
    for (const [name, value] of Object.entries(amounts)) sum[name] = (sum[name] ?? 0) + value;
  }
  return sum;
}

/** Without the deals of rule 4, which came and were closed since: no stage has them. */
function withoutRule4(bridge: Bridge, comparison: Comparison): Bridge {
  const bars = { ...bridge.bars };
  for (const pair of comparison.differing) {
    const flow = bridge.flows.get(pair.id);
    const isRule4 = pair.a.state !== 'open' && (pair.b.state === 'won' || pair.b.state === 'lost');
    if (flow === undefined || !isRule4) continue;
    for (const { bar, value } of flow.entries) {
      bars[bar] = { value: bars[bar].value - value, count: bars[bar].count - 1 };
    }
  }
  return { ...bridge, bars };
}

/** As `toEqual`, a hundred times cheaper, which counts over 100,000 pairs. */
function sameAmounts(found: Amounts, expected: Amounts): void {
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    same(found[name], expected[name], name);
  }
}

function same(found: number | undefined, expected: number | undefined, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${found}, but ${expected} was promised`);
}

function law(name: string, holds: (comparison: Comparison, a: Side, b: Side) => void): void {
  test(
    name,
    () => {
      fc.assert(
        fc.property(randomSides({ moments: 2 }), ([a, b]) => {
          if (a === undefined || b === undefined) throw new Error('two moments were asked for');
          holds(compare(a, b), a, b);
        }),
        settings,
      );
    },
    PATIENCE_MS,
  );
}

describe(`over ${RUNS} random pairs of snapshots`, () => {
  law('the bridge balances to the cent in every scope, and so does each deal', (comparison) => {
    for (const asked of everyScope(comparison)) {
      const drawn = bridgeOf(comparison, asked);
      same(drawn.opening.value + netOf(drawn), drawn.closing.value, 'closing');
      for (const flow of drawn.flows.values()) {
        const moved = flow.entries.reduce((sum, { bar, value }) => sum + BARS[bar].sign * value, 0);
        same(moved, changeOf(flow), 'the change of one deal');
      }
    }
  });

  law(
    'the opening is what was open in A, the closing what is open in B, in every period and owner',
    (comparison, a, b) => {
      const stuck = new Set(comparison.differing.filter((pair) => pair.unreadable).map((pair) => pair.id));
      for (const period of periods) {
        for (const owner of owners) {
          const drawn = bridgeOf(comparison, scope(period, undefined, owner));
          const isIn = (deal: Side['deals'][number]) =>
            deal.stage !== 'won' &&
            deal.stage !== 'lost' &&
            (period === undefined || isDue(period, deal.close)) &&
            (owner === undefined || deal.owner === owner);
          const total = (side: Side, deals: Side['deals']) =>
            deals.filter(isIn).reduce((sum, deal) => sum + (valueOn(side, deal) ?? 0), 0);
          const readable = b.deals.filter((deal) => deal.problem === '');
          const kept = comparison.differing.flatMap(({ id, a: end }) =>
            stuck.has(id) && end.state === 'open' ? [end.row] : [],
          );
          same(drawn.opening.value, total(a, a.deals), 'opening');
          same(drawn.closing.value, total(b, readable) + total(a, kept), 'closing');
        }
      }
    },
  );

  law(
    'won is the money won by B and not in A, in every period, owner and combination',
    (comparison, _, b) => {
      for (const period of periods) {
        for (const owner of owners) {
          const won = comparison.differing.reduce((sum, pair) => {
            if (pair.unreadable || pair.b.state !== 'won' || pair.a.state === 'won') return sum;
            const { row } = pair.b;
            const counts =
              (period === undefined || isDue(period, row.close)) &&
              (owner === undefined || row.owner === owner);
            return counts ? sum + (valueOn(b, row) ?? 0) : sum;
          }, 0);
          same(bridgeOf(comparison, scope(period, undefined, owner)).bars.won.value, won, 'won');
        }
      }
    },
  );

  law(
    'the owners add up to the whole bar by bar, and transfers cancel; within a period and a stage too',
    (comparison) => {
      const cancelling = ['transferred-in', 'transferred-out'] as const;
      for (const period of periods) {
        for (const stage of [undefined, ...stagesOf(comparison)]) {
          const whole = amountsOf(bridgeOf(comparison, scope(period, stage, undefined)), cancelling);
          const parts = OWNERS.map((owner) =>
            amountsOf(bridgeOf(comparison, scope(period, stage, owner)), cancelling),
          );
          sameAmounts(added(parts), whole);
        }
      }
    },
  );

  law(
    'the periods, with "no date", add up to the whole bar by bar, and pushes and pulls cancel',
    (comparison) => {
      const cancelling = ['pulled-in', 'pushed-out'] as const;
      const whole = amountsOf(bridgeOf(comparison), cancelling);
      const parts = PERIODS.map((period) => amountsOf(bridgeOf(comparison, { period }), cancelling));
      sameAmounts(added(parts), whole);
    },
  );

  law('the stages add up to the whole within a period, but for deals that no stage has', (comparison) => {
    const cancelling = ['moved-in', 'moved-out'] as const;
    for (const period of periods) {
      const whole = withoutRule4(bridgeOf(comparison, scope(period, undefined, undefined)), comparison);
      const parts = stagesOf(comparison).map((stage) =>
        amountsOf(bridgeOf(comparison, scope(period, stage, undefined)), cancelling),
      );
      sameAmounts(added(parts), amountsOf(whole, cancelling));
    }
  });

  law('no deal enters a scope twice or leaves it twice', (comparison) => {
    for (const asked of everyScope(comparison)) {
      for (const flow of bridgeOf(comparison, asked).flows.values()) {
        const moving = flow.entries.filter(({ bar }) => BARS[bar].moves === 'deals');
        const enters = moving.filter(({ bar }) => BARS[bar].sign === 1).length;
        const leaves = moving.length - enters;
        if (enters > 1 || leaves > 1) throw new Error(`enters ${enters} times, leaves ${leaves} times`);
        const was = flow.before === undefined ? 0 : 1;
        same(was + enters - leaves, flow.after === undefined ? 0 : 1, 'deals in the closing');
      }
    }
  });

  law('movements stand in the order of the table, each at most once, and idle stands alone', (comparison) => {
    for (const { movements, unreadable } of movementsOf(comparison)) {
      const kinds = movements.map((movement) => movement.kind);
      const places = kinds.map((kind) => MOVEMENT_KINDS.indexOf(kind));
      expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      if (kinds.includes('idle')) expect(kinds.filter((kind) => kind !== 'revalued')).toEqual(['idle']);
      expect(unreadable).toBe(false);
    }
  });

  law('it makes no difference whether rows that say the same are one object', (comparison, a, b) => {
    const sharing = sharingWith(a, b);
    const other = compare(a, sharing);
    expect(dealsOf(other)).toEqual(dealsOf(comparison));
    expect(other.leftOut).toEqual(comparison.leftOut);
    expect(diffSnapshots(a, sharing)).toEqual(diffSnapshots(a, b));
    for (const asked of everyScope(comparison)) {
      const [drawn, alike] = [bridgeOf(comparison, asked), bridgeOf(other, asked)];
      sameAmounts(amountsOf(alike, undefined), amountsOf(drawn, undefined));
      for (const kind of BAR_KINDS) same(alike.bars[kind].count, drawn.bars[kind].count, kind);
      same(alike.opening.count, drawn.opening.count, 'opening');
      if (alike.unvalued.join() !== drawn.unvalued.join()) throw new Error(`unvalued: ${alike.unvalued}`);
    }
  });

  law('a snapshot with itself is idle throughout: nothing comes, goes or changes', (_, a) => {
    const itself = compare(a, a);
    const readable = a.deals.filter((deal) => deal.problem === '');
    const open = readable.filter((deal) => deal.stage !== 'won' && deal.stage !== 'lost');
    expect(diffSnapshots(a, a).map((deal) => [deal.id, deal.movements])).toEqual(
      open.map((deal) => [deal.id, [{ kind: 'idle' }]]).sort(([x], [y]) => (String(x) < String(y) ? -1 : 1)),
    );
    for (const asked of everyScope(itself)) {
      const drawn = bridgeOf(itself, asked);
      same(drawn.closing.value, drawn.opening.value, 'closing');
      for (const kind of BAR_KINDS) same(drawn.bars[kind].count, 0, kind);
    }
  });
});

describe(`over ${RUNS} random triples of snapshots`, () => {
  test(
    'of two diffs in a row openings, closings and net changes add up to the direct diff',
    () => {
      const triples = randomSides({ moments: 3, unreadable: false });
      fc.assert(
        fc.property(triples, ([a, b, c]) => {
          if (a === undefined || b === undefined || c === undefined) throw new Error('three were asked for');
          expectChain(a, b, c, [undefined], owners);
        }),
        settings,
      );
    },
    PATIENCE_MS,
  );

  test(
    'so they do in every stage while one process holds',
    () => {
      const triples = randomSides({ moments: 3, unreadable: false, sameProcess: true });
      fc.assert(
        fc.property(triples, ([a, b, c]) => {
          if (a === undefined || b === undefined || c === undefined) throw new Error('three were asked for');
          // Former ids of a process that never changed make two names of one stage: here each has one.
          const plain = [a, b, c].map((side) => ({
            ...side,
            process: { stages: side.process.stages.map((stage) => ({ ...stage, was: [] })) },
          }));
          const [x = a, y = b, z = c] = plain;
          const stages = [...stagesOf(compare(x, y)), ...stagesOf(compare(y, z))];
          expectChain(x, y, z, [...new Set(stages)], [undefined]);
        }),
        settings,
      );
    },
    PATIENCE_MS,
  );
});

function expectChain(
  a: Side,
  b: Side,
  c: Side,
  stages: readonly (string | undefined)[],
  ofOwners: readonly (string | undefined)[],
): void {
  const [first, second, direct] = [compare(a, b), compare(b, c), compare(a, c)];
  for (const period of periods) {
    for (const stage of stages) {
      for (const owner of ofOwners) {
        const asked = scope(period, stage, owner);
        const [one, two, both] = [bridgeOf(first, asked), bridgeOf(second, asked), bridgeOf(direct, asked)];
        same(one.opening.value, both.opening.value, 'opening');
        same(one.closing.value, two.opening.value, 'between');
        same(two.closing.value, both.closing.value, 'closing');
        same(netOf(one) + netOf(two), netOf(both), 'net');
      }
    }
  }
}
