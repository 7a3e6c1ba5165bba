// A table as Parquet, a row group at a time: typed, so that DuckDB, Spark and warehouses read it as it lies.

import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { exactOf, unitsRounded } from '../base/exact.ts';
import { type Decimal, toDecimal } from '../base/money.ts';
import { type Chunks, inBatches } from './batches.ts';
import type { Column, ColumnType, ExportTable, Value } from './table.ts';

const ROW_GROUP = 20_000;

type SchemaElement = ParquetWriter['schema'][number];

/** Bytes enough for the digits, two's complement. */
function decimalOf(precision: number, scale: number, bytes: number): Omit<SchemaElement, 'name'> {
  return {
    type: 'FIXED_LEN_BYTE_ARRAY',
    type_length: bytes,
    converted_type: 'DECIMAL',
    logical_type: { type: 'DECIMAL', precision, scale },
    precision,
    scale,
  };
}

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  money: decimalOf(20, 4, 9),
  rate: decimalOf(24, 12, 11),
  date: { type: 'INT32', converted_type: 'DATE' },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  flag: { type: 'BOOLEAN' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const satisfies Record<ColumnType, Omit<SchemaElement, 'name'>>;

/** @param apart columns that the file's folder tells, and so the file does not */
export async function* asParquet(
  { columns }: ExportTable,
  rows: Iterable<readonly Value[]>,
  signal: AbortSignal,
  apart: readonly string[] = [],
): Chunks {
  const kept = columns.flatMap((column, place) => (apart.includes(column.name) ? [] : [{ column, place }]));
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(kept.map(({ column }) => column)),
    createdBy: 'pipeline',
  });
  for await (const batch of inBatches(rows, ROW_GROUP, signal)) {
    writer.write({
      columnData: kept.map(({ column, place }) => ({
        name: column.name,
        data: batch.map((row) => stored(column.type, row[place] ?? null)),
      })),
      rowGroupSize: ROW_GROUP,
    });
    yield taken(bytes);
  }
  writer.finish();
  yield taken(bytes);
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const fields = columns.map(({ name, type }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...TYPES[type],
  }));
  return [{ name: 'root', num_children: fields.length }, ...fields];
}

/** What was written since the last time; the places of later bytes count on. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  bytes.index = 0;
  return written;
}

function stored(type: ColumnType, value: Value) {
  if (value === null) return null;
  switch (type) {
    case 'money':
    case 'rate':
      return unitsRounded(exactOf(toDecimal(String(value)) ?? NONE), TYPES[type].scale ?? 0);
    case 'date':
    case 'timestamp':
      return new Date(String(value));
    default:
      return value;
  }
}

const NONE = '0' as Decimal;
