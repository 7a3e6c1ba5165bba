// Records of which each field is read when somebody looks at it: most commands look at few fields of many.

import type { Cells } from './columns.ts';

/** The fields of many records; a field is read once, for all of them. */
export class Table<Field extends string> {
  /** By the field's place; those that nobody has asked for are not there. */
  readonly cells: (Cells | undefined)[] = [];
  readonly #fields: readonly Field[];
  readonly #read: (field: Field) => Cells;

  constructor(fields: readonly Field[], read: (field: Field) => Cells) {
    this.#fields = fields;
    this.#read = read;
  }

  load(place: number): Cells {
    const cells = this.#read(this.#fields[place] as Field);
    this.cells[place] = cells;
    return cells;
  }
}

/** Which record of the table it is; undefined for one that is not of the table. */
export function placeIn(table: object, record: object): number | undefined {
  const { table: of, at } = record as Partial<{ table: object; at: number }>;
  return of === table ? at : undefined;
}

/**
 * A maker of records with some of a table's fields. All that it makes are of one class, whatever table they are of:
 * V8 then reads a field of them as quickly as one of any object.
 * @param all the fields of the tables, in their order
 */
export function recordMaker<Field extends string, Row>(
  all: readonly Field[],
  fields: readonly (Field & keyof Row)[],
): (table: Table<Field>, at: number) => Row {
  class InTable {
    readonly table: Table<Field>;
    readonly at: number;
    constructor(table: Table<Field>, at: number) {
      this.table = table;
      this.at = at;
    }
  }
  for (const field of fields) {
    const place = all.indexOf(field);
    Object.defineProperty(InTable.prototype, field, {
      get(this: InTable) {
        const { distinct, places } = this.table.cells[place] ?? this.table.load(place);
        return distinct[places === undefined ? this.at : (places[this.at] ?? -1)];
      },
    });
  }
  return (table, at) => new InTable(table, at) as unknown as Row;
}
