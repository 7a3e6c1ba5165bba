// Files that are read one after the other share the rows of equal records, and read as each alone.

import { expect, test } from 'vitest';
import { customColumns, writeDeals } from '../../src/snapshot/format-csv.ts';
import { readDeals } from '../../src/snapshot/read-csv.ts';
import type { DealRow } from '../../src/snapshot/row.ts';
import { SharedRows } from '../../src/snapshot/shared-rows.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';
import { snapshots } from './arbitrary.ts';
import { row } from './build.ts';

const bytesOf = (rows: readonly DealRow[], digits = 2) =>
  Buffer.from(writeDeals(rows, customColumns(rows, []), digits));

property([fc.array(fc.tuple(snapshots, fc.nat(7), fc.boolean()), { minLength: 2, maxLength: 6 })])(
  'any files in a row, sorted or not, read as each by itself',
  (moments) => {
    const shared = new SharedRows();
    let before: readonly DealRow[] = [];
    for (const [{ deals, digits }, mask, isSorted] of moments) {
      const stays = before.filter((_, at) => ((mask >> (at % 3)) & 1) === 1);
      const rows = [...new Map([...deals, ...stays].map((one) => [one.id, one])).values()];
      if (isSorted) rows.sort((a, b) => (a.id < b.id ? -1 : 1));
      const bytes = bytesOf(rows, digits);
      expect([...readDeals(bytes, digits, shared)]).toEqual([...readDeals(bytes, digits)]);
      before = rows;
    }
  },
);

test('rows around one that changed, came or went are the same objects', () => {
  const shared = new SharedRows();
  const read = (ids: string, changed = '') => [
    ...readDeals(bytesOf([...ids].map((id) => row({ id, name: id === changed ? 'new' : id }))), 2, shared),
  ];
  const first = read('abcdefg');
  const second = read('abdegx', 'd');
  const sharing = (at: readonly DealRow[], of: readonly DealRow[]) =>
    at
      .filter((one) => of.includes(one))
      .map(({ id }) => id)
      .join('');
  expect(sharing(second, first)).toBe('abeg');
  expect(sharing(read('abdefgx', 'd'), second)).toBe('abdegx');
});

test('under another header or with other digits a record says something else, and is read anew', () => {
  const shared = new SharedRows();
  const bytes = bytesOf([row({ id: 'a', value: 100 })]);
  const [first] = readDeals(bytes, 2, shared);
  const [again] = readDeals(bytes, 2, shared);
  const [finer] = readDeals(bytes, 3, shared);
  expect([again === first, finer?.value]).toEqual([true, 1000]);
});
