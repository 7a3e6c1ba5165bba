// What the index keeps of past snapshots: rows come back as they were, and what two have in common is one object.

import { expect, test } from 'vitest';
import {
  KeptSnapshots,
  type RestingRows,
  rowsToKeep,
  type SnapshotRows,
} from '../../src/book/kept-snapshots.ts';
import { IndexUnsure } from '../../src/index-db/index-unsure.ts';
import type { Memo } from '../../src/index-db/rows.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { snapshots as anySnapshot } from '../snapshot/arbitrary.ts';
import { row } from '../snapshot/build.ts';
import { plainRow } from '../support/plain-row.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

/** An index of memos alone. */
function indexOf(memos: ReadonlyMap<string, Memo>) {
  return {
    memo(key: string) {
      const memo = memos.get(key);
      return (
        memo && {
          inputs: memo.inputs,
          value: () => memo.value,
          column: (name: string) => memo.columns?.get(name),
        }
      );
    },
    damaged: () => new IndexUnsure('', 'damaged'),
  };
}

/** Keeps a series as the fold over snapshots does. */
function keep(series: readonly SnapshotRows[], lineOf: (name: string) => string) {
  const memos = new Map<string, Memo>();
  let before: RestingRows | undefined;
  for (const [at, rows] of series.entries()) {
    const { memo, lines } = rowsToKeep(nameOf(at), lineOf(nameOf(at)), rows, before);
    memos.set(memo.key, memo);
    before = { ...rows, lines };
  }
  return memos;
}

const nameOf = (at: number) => `2026-01-${String(at + 1).padStart(2, '0')}`;
const asWritten = (name: string) => `${name} 1`;

const plain = ({ deals, archived }: SnapshotRows) => ({
  deals: deals.map(plainRow),
  archived: archived.map(plainRow),
});

/** Each snapshot has some rows of the one before it. */
const series = fc
  .array(fc.tuple(anySnapshot, fc.nat({ max: 7 })), { minLength: 1, maxLength: 30 })
  .map((moments) => {
    const all: SnapshotRows[] = [];
    for (const [{ deals, archived }, mask] of moments) {
      const stays = (of: readonly DealRow[]) => of.filter((_, at) => ((mask >> (at % 3)) & 1) === 1);
      const last = all.at(-1) ?? { deals: [], archived: [] };
      all.push({
        deals: merged(stays(last.deals), deals),
        archived: merged(stays(last.archived), archived) as never,
      });
    }
    return all;
  });

function merged(kept: readonly DealRow[], come: readonly DealRow[]): DealRow[] {
  const byId = new Map([...come, ...kept].map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

property([series, fc.array(fc.nat(29), { minLength: 1, maxLength: 10 })])(
  'any snapshot of a series comes back as it was, in whatever order they are asked for',
  (all, order) => {
    const kept = new KeptSnapshots(indexOf(keep(all, asWritten)), asWritten);
    for (const at of order.map((place) => place % all.length)) {
      const rows = kept.rowsOf(nameOf(at));
      expect(rows && plain(rows)).toEqual(plain(all[at] as SnapshotRows));
    }
  },
);

const weeks = (count: number) =>
  Array.from({ length: count }, (_, week) => ({
    deals: ['a', 'b', 'c'].map((id) => row({ id, name: id === 'b' ? `week ${week}` : id })),
    archived: [],
  }));

test('rows that did not change are one object in two weeks, and only what changed is kept', () => {
  const memos = keep(weeks(5), asWritten);
  const kept = new KeptSnapshots(indexOf(memos), asWritten);
  const [before, after] = [kept.rowsOf(nameOf(3))?.deals, kept.rowsOf(nameOf(4))?.deals];
  expect(after?.map((one, at) => one === before?.[at])).toEqual([true, false, true]);
  expect([...memos.values()].map(({ value }) => JSON.parse(value).own)).toEqual([3, 1, 1, 1, 1]);
});

test('every thirteenth snapshot rests on none before it', () => {
  const memos = [...keep(weeks(30), asWritten).values()];
  const whole = memos.filter(({ value }) => JSON.parse(value).own === 3);
  expect(whole.map(({ key }) => key)).toEqual([0, 13, 26].map((at) => `snapshot ${nameOf(at)}`));
});

test('a snapshot whose files, or those of one that it rests on, are others by now is not had', () => {
  const memos = keep(weeks(16), asWritten);
  const changed = nameOf(3);
  const kept = new KeptSnapshots(indexOf(memos), (name) =>
    name === changed ? `${name} 2` : asWritten(name),
  );
  const had = Array.from({ length: 16 }, (_, at) => kept.rowsOf(nameOf(at)) !== undefined);
  expect(had).toEqual([true, true, true, ...Array(10).fill(false), true, true, true]);
});

test('a column that is not there or of another length is damage, and no row', () => {
  const memos = keep(weeks(1), asWritten);
  const [memo] = memos.values();
  const without = new Map([['snapshot 2026-01-01', { ...(memo as Memo), columns: new Map() }]]);
  const rows = new KeptSnapshots(indexOf(without), asWritten).rowsOf(nameOf(0));
  expect(() => rows?.deals[0]?.name).toThrow(IndexUnsure);
});
