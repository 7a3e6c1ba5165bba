// Records as columns come back as they were, whatever they hold and however many there are.

import { expect, test } from 'vitest';
import { type Cells, cellsOf, toColumns } from '../../src/index-db/columns.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const FIELDS = ['text', 'number', 'maybe', 'list'] as const;
interface Held {
  readonly text: string;
  readonly number: number;
  readonly maybe: string | undefined;
  readonly list: readonly { readonly stage: string; readonly logged: string | undefined }[];
}

function cellAt(cells: Cells | undefined, at: number): unknown {
  return cells?.distinct[cells.places === undefined ? at : (cells.places[at] ?? -1)];
}

function there(records: readonly Held[]) {
  const columns = toColumns(FIELDS, records, (record, field) => record[field]);
  const cells = FIELDS.map((field) => {
    const column = columns.get(field);
    // As SQLite gives it back: bytes of its own, at any offset.
    const shifted = (bytes: Uint8Array) => new Uint8Array([0, ...bytes]).subarray(1);
    return (
      column && cellsOf({ values: shifted(column.values), places: shifted(column.places) }, records.length)
    );
  });
  return records.map((_, at) =>
    Object.fromEntries(FIELDS.map((field, place) => [field, cellAt(cells[place], at)])),
  );
}

const maybe = fc.option(fc.string(), { nil: undefined });
const PLAIN = { noNullPrototype: true };
const held: fc.Arbitrary<Held> = fc.record(
  {
    text: fc.string({ unit: 'grapheme' }),
    number: fc.integer(),
    maybe,
    list: fc.array(fc.record({ stage: fc.string(), logged: maybe }, PLAIN), { maxLength: 3 }),
  },
  PLAIN,
);

property.prop([fc.array(held, { maxLength: 40 })])(
  'records come back, with what is undefined in them',
  (all) => {
    expect(there(all)).toStrictEqual(all.map((one) => ({ ...one })));
  },
);

test.each([300, 70_000])('%i distinct values among more records come back', (distinct) => {
  const records = Array.from({ length: distinct + 10 }, (_, n) => ({
    ...{ text: `deal ${n % distinct}`, number: n % distinct, maybe: undefined, list: [] },
  }));
  expect(there(records)).toStrictEqual(records);
});

test('a column of another length is none', () => {
  const column = toColumns(['n'], [{ n: 1 }, { n: 1 }, { n: 2 }], ({ n }) => n).get('n');
  if (column === undefined) throw new Error('no column');
  expect(cellsOf(column, 3)).toEqual({ distinct: [1, 2], places: Uint8Array.of(0, 0, 1) });
  expect(cellsOf(column, 4)).toBeUndefined();
  expect(cellsOf({ ...column, places: new Uint8Array(0) }, 3)).toBeUndefined();
});
