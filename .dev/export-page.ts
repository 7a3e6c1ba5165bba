// The reference page of exported tables: what each column of each table is.

import { COLUMN_TYPES, type ExportTable } from '../src/export/table.ts';
import { TABLES } from '../src/export/tables.ts';
import { VIEWS } from '../src/export/views.ts';
import { MADE, type ReferencePage, table } from './reference-page.ts';

const INTRO = `What \`pipeline export\` writes and \`pipeline query\` asks. Names, types and meaning of columns stay; a new column comes last in
its group, and a change that breaks a reader raises the version of the program's first number. What is missing is NULL, in CSV and
spreadsheets an empty cell.`;

const TYPES = {
  text: ['text', 'string', 'BYTE_ARRAY (UTF8)', 'TEXT'],
  integer: ['number', 'number', 'INT32', 'INTEGER'],
  number: ['number', 'number', 'DOUBLE', 'REAL'],
  money: ['plain decimal', 'decimal string', 'DECIMAL(20,4)', 'DECIMAL: a number, exact to 15 digits'],
  rate: ['plain decimal', 'decimal string', 'DECIMAL(24,12)', 'DECIMAL: a number, exact to 15 digits'],
  date: ['2026-11-23', 'string', 'DATE', 'TEXT, 2026-11-23'],
  timestamp: ['ISO 8601, UTC', 'string', 'TIMESTAMP_MILLIS, UTC', 'TEXT, ISO 8601'],
  flag: ['true, false', 'boolean', 'BOOLEAN', '1, 0'],
  json: ['JSON', 'JSON as a string', 'BYTE_ARRAY (UTF8)', 'TEXT, for `->>`'],
} as const satisfies Record<keyof typeof COLUMN_TYPES, readonly string[]>;

export function exportPage(): ReferencePage {
  const types = Object.entries(COLUMN_TYPES).map(([type, text]) => [
    `\`${type}\``,
    text,
    ...TYPES[type as keyof typeof COLUMN_TYPES],
  ]);
  const lines = [
    MADE,
    ...['', '# Exported tables', '', INTRO, '', '## Types', ''],
    ...table(['type', 'what it holds', 'CSV', 'JSON Lines', 'Parquet', 'SQLite'], types),
    '',
    "In CSV a text that a spreadsheet would run as a formula gets one `'` in front. A workbook has real numbers and dates.",
    'In a folder of Parquet, `snapshots` has no column `date` of its own: its folders `date=2026-11-23` tell it.',
    ...Object.values(TABLES).flatMap(tableLines),
    ...['', '## Views', '', 'In SQLite and for `pipeline query`.', ''],
    ...table(
      ['view', 'what it holds', 'columns'],
      VIEWS.map(({ name, text, columns }) => [
        `\`${name}\``,
        text,
        columns.map((column) => `\`${column.name}\` ${column.text}`).join(' · '),
      ]),
    ),
  ];
  return { path: 'docs/reference/exports.md', text: `${lines.join('\n')}\n` };
}

function tableLines({ name, text, row, columns }: ExportTable): string[] {
  const rows = columns.map((column) => [
    `\`${column.name}\``,
    `\`${column.type}\``,
    column.unit,
    column.text,
  ]);
  return [
    ...['', `## ${name}`, '', `${text} A row is ${row}.`, ''],
    ...table(['column', 'type', 'unit', 'what it says'], rows),
  ];
}
