// Many records of the same fields as columns: of each field every distinct value once, and for each record which
// one it has. So a command that looks at five fields of 100,000 deals reads five columns, and makes few objects.

/** One field of all records. */
export interface Column {
  /** The distinct values: a JSON list as UTF-8. */
  readonly values: Uint8Array;
  /** For each record the place of its value there, in 1, 2 or 4 bytes each; empty where each has its own. */
  readonly places: Uint8Array;
}

/** A column as it is read. */
export interface Cells {
  readonly distinct: readonly unknown[];
  /** For each record the place of its value there; undefined where each has its own. */
  readonly places: Uint8Array | Uint16Array | Uint32Array | undefined;
}

export type Columns = ReadonlyMap<string, Column>;

/** What a field may hold: what JSON keeps. undefined comes back as undefined, not null. */
type Value = string | number | boolean | undefined | object;

/** The records as columns. Values that are equal come back as one object. */
export function toColumns<Field extends string, Record>(
  fields: readonly Field[],
  records: readonly Record[],
  read: (record: Record, field: Field) => Value,
): Map<Field, Column> {
  return new Map(fields.map((field) => [field, columnOf(records.map((record) => read(record, field)))]));
}

function columnOf(cells: readonly Value[]): Column {
  const places = new Uint32Array(cells.length);
  const known = new Map<Value, number>();
  const values: unknown[] = [];
  let hasWithin = false;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    let key = cell;
    if (typeof cell === 'object') {
      hasWithin = true;
      key = JSON.stringify(cell);
    }
    let place = known.get(key);
    if (place === undefined) {
      place = values.push(cell) - 1;
      known.set(key, place);
    }
    places[at] = place;
  }
  return {
    values: Buffer.from(JSON.stringify(values, hasWithin ? nothingAsNull : undefined)),
    places: values.length === cells.length ? new Uint8Array(0) : narrowest(places, values.length),
  };
}

function narrowest(places: Uint32Array, count: number): Uint8Array {
  const narrow = count <= 0x100 ? Uint8Array : count <= 0x10000 ? Uint16Array : Uint32Array;
  return new Uint8Array(narrow.from(places).buffer);
}

/** Within records and lists, as in a list by itself: JSON has no undefined, and nothing that is kept here has a null of its own. */
function nothingAsNull(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}

/** The same back, within lists and records too: rows from the index must not differ from those that were just taken. */
function nullAsNothing(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  const within = value as Record<string, unknown>;
  for (const key of Object.keys(within)) {
    const held = within[key];
    if (typeof held === 'object') within[key] = nullAsNothing(held);
  }
  return value;
}

/** The values of a field of so many records; undefined where the column is not one of so many. */
export function cellsOf({ values, places }: Column, count: number): Cells | undefined {
  const { buffer, byteOffset, byteLength } = values;
  const distinct: unknown[] = JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8'));
  for (let at = 0; at < distinct.length; at++) {
    if (typeof distinct[at] === 'object') distinct[at] = nullAsNothing(distinct[at]);
  }
  if (places.length === 0) return distinct.length === count ? { distinct, places: undefined } : undefined;
  return [1, 2, 4].includes(places.length / count) ? { distinct, places: widened(places, count) } : undefined;
}

function widened(places: Uint8Array, count: number): Uint8Array | Uint16Array | Uint32Array {
  if (places.length === count) return places;
  const { buffer } = places.byteOffset % 4 === 0 ? places : new Uint8Array(places);
  const offset = places.byteOffset % 4 === 0 ? places.byteOffset : 0;
  return places.length === 2 * count
    ? new Uint16Array(buffer, offset, count)
    : new Uint32Array(buffer, offset, count);
}
