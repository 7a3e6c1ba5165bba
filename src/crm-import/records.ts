// Text → records of cells with the line of each, by csv-parse. Nothing is interpreted here.

import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { TableRow } from './table.ts';

const OPTIONS = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
};

/**
 * Every record of a text, empty lines included (one empty cell), with the line that it begins in.
 * @throws Failure `export-unreadable` for a quoted cell that never ends
 */
export function parseRecords(text: string, delimiter: string, file: string): TableRow[] {
  try {
    return withLines(parse(text, { ...OPTIONS, delimiter }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 1 + linesOf(wholeRecords(text, delimiter, error));
    throw new Failure(
      'export-unreadable',
      said('{file}:{line}: a quoted cell begins and never ends.', { file, line }),
      {
        hint: 'Close the quote, or write quotes inside a cell twice; --delimiter says what separates the cells.',
        cause: error,
      },
    );
  }
}

/** The records before the one that went wrong. */
function wholeRecords(text: string, delimiter: string, error: CsvError): string[][] {
  const records = 'records' in error && typeof error.records === 'number' ? error.records : 0;
  return records === 0 ? [] : parse(text, { ...OPTIONS, delimiter, to: records });
}

function withLines(records: readonly string[][]): TableRow[] {
  let line = 1;
  return records.map((cells) => {
    const row = { line, cells };
    line += 1 + lineBreaksIn(cells);
    return row;
  });
}

function linesOf(records: readonly string[][]): number {
  return records.reduce((lines, cells) => lines + 1 + lineBreaksIn(cells), 0);
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}
