// The table `snapshots`: every deal in every snapshot, the archived ones as each snapshot has them.

import { dayOfName } from '../snapshot/names.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { DEAL_COLUMNS, type DealState } from './deal-columns.ts';
import {
  type ColumnSpecs,
  columnsOf,
  type ExportFacts,
  type ExportTable,
  type Part,
  type Value,
  valueReader,
} from './table.ts';

const COLUMNS = {
  snapshot: {
    type: 'text',
    text: 'its name: `2026-11-23`, or `2026-11-23T1430` for a further one of that day',
    read: ({ header }) => header.name,
  },
  date: { type: 'date', text: 'the day of the snapshot', read: ({ header }) => header.on },
  taken_at: {
    type: 'timestamp',
    text: 'when it was taken or made',
    read: ({ header }) => momentOf(header.takenAt),
  },
  origin: { type: 'text', text: '`taken`, or `backfill-…` with how', read: ({ header }) => header.origin },
  assumed: {
    type: 'text',
    text: 'backfilled: the columns that are of another day, because nothing tells them; by spaces',
    read: ({ header }) => header.assumed.join(' '),
  },
  process_version: {
    type: 'integer',
    text: 'of the process that was in force',
    read: ({ header }) => header.process.version,
  },
  ...DEAL_COLUMNS,
} as const satisfies ColumnSpecs<DealState>;

const read = valueReader<DealState>(COLUMNS);

export const snapshots: ExportTable = {
  name: 'snapshots',
  text: 'Every deal in every snapshot: what each said that day.',
  row: 'a deal in a snapshot',
  columns: columnsOf(COLUMNS),
  *rows(facts) {
    for (const part of partsOf(facts)) yield* part.rows();
  },
  parts: partsOf,
};

function* partsOf({ names, book }: ExportFacts): Generator<Part> {
  let before = '';
  let number = 0;
  for (const name of names) {
    const date = dayOfName(name);
    number = date === before ? number + 1 : 0;
    before = date;
    yield { date, number, rows: () => rowsOf(book.snapshots.read(name)) };
  }
}

function* rowsOf(snapshot: Snapshot): Generator<readonly Value[]> {
  for (const row of snapshot.deals) yield read({ row, header: snapshot, custom: row.custom });
  for (const row of snapshot.archived) yield read({ row, header: snapshot, custom: row.custom });
}

/** In UTC; missing where it is no moment. */
function momentOf(text: string): string | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
