// The page of `pipeline export` to files: what was written, and how it is read.

import type { ExportView } from '../report/export.ts';
import type { Block, Page } from './page.ts';

/** @param next a command that reads what was written */
export function exportPage(view: ExportView, next: Extract<Block, { kind: 'next' }> | undefined): Page {
  const rows = view.tables.reduce((sum, table) => sum + table.rows, 0);
  const many = view.tables.length > 1 || view.tables.some(({ files }) => files > 1);
  return {
    currency: '',
    digits: 0,
    blocks: [
      {
        kind: 'heading',
        parts: [
          { kind: 'count', count: rows },
          rows === 1 ? ' row' : ' rows',
          ...(many ? [] : [` in ${view.tables[0]?.place ?? ''}`]),
        ],
      },
      ...(many ? tableOf(view) : []),
      ...(next === undefined ? [] : [next]),
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
