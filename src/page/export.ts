// The page of `pipeline export` to files: what was written, and how it is read.

import type { ExportView } from '../report/export.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import type { Block, Page } from './page.ts';
import { say } from './say.ts';

const ROWS_IN = '{rows, plural, one {# row} other {# rows}} in {place}' satisfies Message;

/** @param reading the command that reads what was written */
export function exportPage(view: ExportView, reading: string | undefined): Page {
  const rows = view.tables.reduce((sum, table) => sum + table.rows, 0);
  const many = view.tables.length > 1 || view.tables.some(({ files }) => files > 1);
  return {
    currency: '',
    digits: 0,
    blocks: [
      {
        kind: 'heading',
        parts: [many ? counted(rows, 'row') : say(ROWS_IN, { rows, place: view.tables[0]?.place ?? '' })],
      },
      ...(many ? tableOf(view) : []),
      ...(reading === undefined ? [] : [{ kind: 'next', text: say('Ask it'), command: reading } as const]),
    ],
  };
}

function tableOf({ tables }: ExportView): Block[] {
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        { key: 'table', title: 'Table' },
        { key: 'rows', title: 'Rows', align: 'right' },
        { key: 'files', title: 'Files', align: 'right' },
        { key: 'place', title: 'Where', shrinkTo: 20 },
      ],
      rows: tables.map(({ table, rows, files, place }) => [
        { kind: 'text', text: table },
        { kind: 'count', count: rows },
        { kind: 'count', count: files },
        { kind: 'text', text: place },
      ]),
    },
    { kind: 'blank' },
  ];
}
