// The rows of `pipeline list` for CSV and spreadsheets, each with the version of its deal: so that a row that comes
// back can be told from one whose deal has changed since.

import type { Book } from '../book/book.ts';
import { dealVersion } from '../deal/version.ts';
import type { Listing } from '../report/list.ts';
import type { DealRow } from '../snapshot/row.ts';
import type { RecordCell, Records } from './page.ts';

/** The columns, then `version`; that is empty where there is no readable file to come back to. */
export function listRecords({ rows, recorded }: Listing, { deals }: Pick<Book, 'deals'>): Records {
  return {
    columns: [...recorded.map(({ name }) => name), 'version'],
    rows: recordsOf(rows),
  };

  function* recordsOf(of: readonly DealRow[]): Generator<readonly RecordCell[]> {
    for (const row of of) yield [...recorded.map((field) => field.read(row)), versionCell(row)];
  }

  function versionCell(row: DealRow): RecordCell {
    const deal = row.problem === '' ? deals.get(row.id) : undefined;
    return deal === undefined ? { kind: 'none' } : { kind: 'text', text: dealVersion(deal) };
  }
}
