// A table as an Excel workbook: one sheet, real numbers and dates. A workbook is made whole, so its size is bounded.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { renderXlsx } from '../render/xlsx.ts';
import { type Chunks, inBatches } from './batches.ts';
import type { ExportTable, Value } from './table.ts';
import { recordOf } from './text-files.ts';

/** A sheet has 1,048,576 rows, one of them the heading; far fewer fit into the memory of a workbook that is being made. */
const MOST_ROWS = 200_000;
const BATCH = 5_000;

/** @throws Failure `usage` where it has more rows than a workbook should */
export async function* asXlsx(
  { name, columns }: ExportTable,
  rows: Iterable<readonly Value[]>,
  signal: AbortSignal,
): Chunks {
  const held: (readonly Value[])[] = [];
  for await (const batch of inBatches(rows, BATCH, signal)) {
    held.push(...batch);
    if (held.length <= MOST_ROWS) continue;
    throw new Failure(
      'usage',
      said('{name} has more than {rows} rows: too many for a workbook.', { name, rows: MOST_ROWS }),
      {
        hint: `Take later snapshots only (--since DATE), or another format: --format parquet, sqlite or csv.`,
      },
    );
  }
  yield await renderXlsx({
    columns: columns.map((column) => column.name),
    rows: held.map((row) => recordOf(columns, row)),
  });
}
