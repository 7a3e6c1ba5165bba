// The history that a forecast learns from, as snapshots tell it one after the other.

import { describe, expect } from 'vitest';
import { day, epochDay } from '../../src/base/day.ts';
import { valueAt } from '../../src/base/money.ts';
import type { History } from '../../src/forecast/history.ts';
import { knownAt } from '../../src/forecast/known.ts';
import type { Side } from '../../src/movement/side.ts';
import { HistoryBuilder } from '../../src/report/forecast-history.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { randomSides } from '../movement/random-sides.ts';
import { snapshotOf } from '../movement/side-snapshot.ts';
import { settings } from '../snapshot/build.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const MOMENTS = 6;
const TODAY = day('2027-06-01');
const asked = {
  process: settings().process,
  rates: settings(),
  listPrice: 'list_price',
};

/** Rows with what a forecast looks at beside: a value, a product, its list price, a day of creation. */
function snapshotsOf(sides: readonly Side[]): Snapshot[] {
  return sides.map((side) => {
    const { deals, archived, ...told } = snapshotOf(side);
    const withFacts = <Row extends DealRow>(row: Row): Row => {
      const rate = told.rates[row.currency];
      return {
        ...row,
        value:
          row.amount === undefined || rate === undefined ? undefined : valueAt(row.amount, rate, told.digits),
        created: row.owner === '' ? undefined : day('2026-10-01'),
        custom: { product: row.name, list_price: row.account === 'Beta' ? '120' : '' },
      };
    };
    return { ...told, deals: deals.map(withFacts), archived: archived.map(withFacts) };
  });
}

/** Rows that say the same as one of the snapshot before are that one, as they are when they come from the index. */
function sharing(snapshots: readonly Snapshot[]): Snapshot[] {
  let before = new Map<string, DealRow>();
  return snapshots.map((snapshot) => {
    const here = new Map<string, DealRow>();
    const shared = <Row extends DealRow>(row: Row): Row => {
      const text = JSON.stringify(row);
      const one = (before.get(text) ?? row) as Row;
      here.set(text, one);
      return one;
    };
    const [deals, archived] = [snapshot.deals.map(shared), snapshot.archived.map(shared)];
    before = here;
    return { ...snapshot, deals, archived };
  });
}

function builderOf(snapshots: readonly Snapshot[]): HistoryBuilder {
  const builder = new HistoryBuilder(asked);
  for (const snapshot of snapshots) builder.add(snapshot);
  return builder;
}

describe('what snapshots told', () => {
  const some = fc.nat({ max: MOMENTS });
  property([randomSides({ moments: MOMENTS }), some])(
    'may be kept after any of them and gone on with, whether or not rows are the same objects in two of them',
    (sides, until) => {
      const snapshots = snapshotsOf(sides);
      const whole = builderOf(sharing(snapshots)).history(TODAY, undefined);
      const resumed = new HistoryBuilder(asked);
      resumed.resume(builderOf(snapshots.slice(0, until)).kept());
      for (const snapshot of snapshots.slice(until)) resumed.add(snapshot);
      expect(resumed.history(TODAY, undefined)).toEqual(whole);
    },
  );

  property([randomSides({ moments: MOMENTS }), some])(
    'by a day is the same whatever later ones tell, but for the name',
    (sides, until) => {
      const snapshots = snapshotsOf(sides);
      const last = snapshots[until - 1];
      if (last === undefined) return;
      const at = epochDay(last.on) + 1;
      const said = (history: History) =>
        knownAt(history, at).deals.map(({ id, states, ...deal }) => ({
          ...deal,
          states: states.filter(({ since }) => since <= at),
        }));
      const then = said(builderOf(snapshots.slice(0, until)).history(TODAY, undefined));
      expect(said(builderOf(snapshots).history(TODAY, undefined))).toEqual(then);
    },
  );
});
