// The table `deals`: every deal as it stands, the archived ones too.

import { DEAL_COLUMNS, type DealState } from './deal-columns.ts';
import { columnsOf, type ExportFacts, type ExportTable, valueReader } from './table.ts';

const read = valueReader<DealState>(DEAL_COLUMNS);

export const deals: ExportTable = {
  name: 'deals',
  text: 'Every deal as it stands now, the archived ones as they were archived.',
  row: 'a deal',
  columns: columnsOf(DEAL_COLUMNS),
  *rows(facts) {
    for (const state of statesOf(facts)) yield read(state);
  },
};

function* statesOf({ book, archive }: ExportFacts): Generator<DealState> {
  const { state: header } = book;
  for (const row of header.deals) {
    yield { row, header, custom: book.deals.get(row.id)?.custom ?? row.custom };
  }
  for (const row of header.archived) {
    yield { row, header, custom: archive.get(row.id)?.custom ?? row.custom };
  }
}
