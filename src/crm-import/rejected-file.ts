// The rows that an import refused, as a CSV that can be mended and imported again: the export's own columns with
// line and reason in front.

import { shownCells } from './cell-errors.ts';
import { REJECTED_HEADERS } from './columns.ts';
import type { RejectedRow } from './plan.ts';
import type { Table } from './table.ts';

/**
 * The file's text; RFC 4180, UTF-8 with a mark so that spreadsheets read it, LF. A row that its file was cut off in stays
 * cut off, with no line end behind it: imported as it is, it is refused again.
 */
export function rejectedFile(table: Table, width: number, rejected: readonly RejectedRow[]): string {
  const headers = table.headers.slice(0, width);
  const lines = [[...REJECTED_HEADERS, ...headers].map(cell)];
  for (const { row, reason } of rejected) {
    const cells = shownCells(row);
    const own = headers.slice(0, row.cutOff === true ? cells.length : width).map((_, at) => cells[at] ?? '');
    const excess = row.excess === true ? cells.slice(width) : [];
    lines.push([placeOf(row), String(reason), ...own, ...excess].map(cell));
  }
  const end = rejected.at(-1)?.row.cutOff === true ? '' : '\n';
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\n')}${end}`;
}

function placeOf({ line, file }: RejectedRow['row']): string {
  return file === undefined ? String(line) : `${file}:${line}`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula gets one `'`, but numbers never do. */
function cell(text: string): string {
  const safe = /^[=+\-@'\t\r]/.test(text) && !/^[-+]?[\d.,\s]+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell of such a file as it was in the export. */
export function unescaped(text: string): string {
  return /^'[=+\-@'\t\r]/.test(text) ? text.slice(1) : text;
}
