// The table `activities`: all that happened with customers, deal by deal.

import type { Activity, Deal } from '../deal/deal.ts';
import type { DealRow } from '../snapshot/row.ts';
import { type ColumnSpecs, columnsOf, type ExportFacts, type ExportTable, valueReader } from './table.ts';

interface Happened {
  readonly deal: Deal;
  readonly archived: string | undefined;
  readonly activity: Activity;
  /** Among those of its deal, from 1. */
  readonly place: number;
}

const COLUMNS = {
  id: { type: 'text', text: "the deal's id", read: ({ deal }) => deal.id },
  place: { type: 'integer', text: "in the deal's list, from 1", read: ({ place }) => place },
  account: { type: 'text', text: 'the customer', read: ({ deal }) => deal.account },
  owner: { type: 'text', text: 'whose the deal is now', read: ({ deal }) => deal.owner },
  archived: {
    type: 'text',
    text: 'the folder in archive/; missing: it is not archived',
    read: ({ archived }) => archived,
  },
  date: { type: 'date', text: 'when it happened', read: ({ activity }) => activity.on },
  logged: {
    type: 'date',
    text: 'when it was written down; missing where unknown',
    read: ({ activity }) => activity.logged,
  },
  type: { type: 'text', text: '`call`, `meeting`, …', read: ({ activity }) => activity.type },
  note: { type: 'text', text: 'what was said of it', read: ({ activity }) => activity.note },
  ref: { type: 'text', text: 'what it refers to', read: ({ activity }) => activity.ref },
  file: { type: 'text', text: 'where it is written', read: ({ deal }) => deal.path },
  line: { type: 'integer', text: 'of the file', read: ({ activity }) => activity.line },
} as const satisfies ColumnSpecs<Happened>;

const read = valueReader<Happened>(COLUMNS);

export const activities: ExportTable = {
  name: 'activities',
  text: 'All that happened with customers, of archived deals too.',
  row: 'an activity',
  columns: columnsOf(COLUMNS),
  *rows(facts) {
    for (const happened of happenedIn(facts)) yield read(happened);
  },
};

function* happenedIn({ book, archive }: ExportFacts): Generator<Happened> {
  yield* happenedTo(book.state.deals, book.deals, () => undefined);
  yield* happenedTo(book.state.archived, archive, ({ archived }) => archived);
}

function* happenedTo<Row extends DealRow>(
  rows: readonly Row[],
  deals: ReadonlyMap<string, Deal>,
  folderOf: (row: Row) => string | undefined,
): Generator<Happened> {
  for (const row of rows) {
    const deal = deals.get(row.id);
    if (deal === undefined) continue;
    for (const [at, activity] of deal.activities.entries()) {
      yield { deal, archived: folderOf(row), activity, place: at + 1 };
    }
  }
}
