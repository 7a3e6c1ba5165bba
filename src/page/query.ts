// The page of `pipeline query`: the rows of an answer, or the tables that can be asked.

import type { QueryTablesView, QueryView } from '../report/query.ts';
import { counted } from './counted.ts';
import type { Block, Cell, Page, RecordCell, Records } from './page.ts';
import { ownTitle, say } from './say.ts';

/** The rows as a table; numbers stand right. */
export function queryPage({ columns, rows }: QueryView): Page {
  if (rows.length === 0) return pageOf([{ kind: 'heading', parts: [say('No row.')] }]);
  const isNumeric = (name: string) =>
    rows.some((row) => row[name] !== null) &&
    rows.every((row) => row[name] === null || typeof row[name] === 'number');
  return pageOf([
    {
      kind: 'table',
      columns: columns.map((name) => ({
        key: name,
        title: ownTitle(name),
        ...(isNumeric(name) ? { align: 'right' as const } : { shrinkTo: 10 }),
      })),
      rows: rows.map((row) =>
        columns.map((name): Cell => {
          const value = row[name] ?? null;
          return value === null ? { kind: 'none' } : { kind: 'text', text: String(value) };
        }),
      ),
    },
    { kind: 'blank' },
    { kind: 'line', parts: [counted(rows.length, 'row')] },
  ]);
}

/** For machines: numbers stay numbers. */
export function queryRecords({ columns, rows }: QueryView): Records {
  return {
    columns,
    rows: rows.map((row) =>
      columns.map((name): RecordCell => {
        const value = row[name] ?? null;
        if (value === null) return { kind: 'none' };
        return typeof value === 'number'
          ? { kind: 'number', number: value }
          : { kind: 'text', text: String(value) };
      }),
    ),
  };
}

/** What can be asked, with the names of columns. */
export function queryTablesPage({ tables }: QueryTablesView): Page {
  return pageOf([
    { kind: 'heading', parts: [say('What SQL can be asked of')] },
    ...tables.flatMap(({ name, kind, text, columns }): Block[] => [
      { kind: 'blank' },
      {
        kind: 'line',
        parts: [
          { kind: 'text', text: name, tone: 'strong' },
          ...(kind === 'view' ? [' (', say('view'), '): '] : [': ']),
          text,
        ],
      },
      ...(columns.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              tone: 'muted' as const,
              parts: [columns.map((column) => column.name).join(', ')],
            },
          ]),
    ]),
    { kind: 'blank' },
    {
      kind: 'next',
      text: say('Ask'),
      command: `pipeline query "select owner, sum(value) from open_deals group by owner"`,
    },
  ]);
}

/** For machines: a record a column. */
export function queryTablesRecords({ tables }: QueryTablesView): Records {
  return {
    columns: ['table', 'kind', 'column', 'type', 'meaning'],
    rows: tables.flatMap(({ name, kind, columns }) =>
      columns.map((column) =>
        [name, kind, column.name, column.type, column.text].map(
          (text): RecordCell => ({ kind: 'text', text }),
        ),
      ),
    ),
  };
}

function pageOf(blocks: readonly Block[]): Page {
  return { currency: '', digits: 0, blocks };
}
