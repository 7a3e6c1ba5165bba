// pipeline export: tables for other tools, with typed and documented columns.

import { said } from '../../base/said.ts';
import { EXPORT_FORMATS, TABLE_NAMES } from '../../export/table-names.ts';
import type { Verb } from '../verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  job: 'take out',
  summary: 'tables for other tools: deals, snapshots, movements, activities, findings, reviews',
  description: [
    'CSV or JSON Lines on stdout; with --out a file or folder, whole or not at all. The columns are the same in every',
    'format and stay: docs/reference/exports.md. Without a table: all of them. Snapshots as Parquet lie in folders by',
    'date (snapshots/date=2026-11-23/), which DuckDB, Spark and warehouses read as they are: docs/warehouse.md. SQLite',
    'is one file with all tables and a few views. A folder is replaced whole where an export wrote it and it holds nothing',
    'else: it then has the tables of this export alone, and what went of an earlier one is said.',
  ].join(' '),
  args: [{ name: '[tables...]', text: TABLE_NAMES.join(', '), choices: TABLE_NAMES, completes: 'nothing' }],
  options: [
    {
      flags: '--format <format>',
      text: `one of ${EXPORT_FORMATS.join(', ')}; else by the ending of --out, else csv`,
      choices: EXPORT_FORMATS,
    },
    { flags: '--out <place>', text: 'FILE, or FOLDER/ for several tables' },
    { flags: '--since <date>', text: 'only snapshots of that day on, and movements between them' },
  ],
  examples: [
    { command: 'pipeline export deals', text: 'every deal as CSV' },
    { command: 'pipeline export --out pipeline.db', text: 'all tables as one SQLite file' },
    { command: 'pipeline export --format parquet --out lake/', text: 'all, for DuckDB or a warehouse' },
    { command: 'pipeline export movements --format jsonl --since 2026-10-01', text: 'what moved since then' },
  ],

  async run(call) {
    const { tablesNamed } = await import('../../export/tables.ts');
    const { exportPlace } = await import('../export-place.ts');
    const tables = tablesNamed(call.args);
    const since = call.day('since');
    const place = exportPlace(call, tables);
    const { exportFacts, statusOf } = await import('../export-facts.ts');
    const { printTable, writeTables } = await import('../export-files.ts');
    const facts = await exportFacts(call, since);
    const [table] = tables;
    if (place.kind === 'stdout' && table !== undefined) {
      await printTable(place.format, table, facts, call.io);
    } else if (place.kind !== 'stdout') {
      const { tables: written, gone } = await writeTables(place, tables, facts, call.io.signal);
      const { exportView } = await import('../../report/export.ts');
      const { exportPage } = await import('../../page/export.ts');
      const { readingIt } = await import('../export-place.ts');
      const view = exportView(place.format, written, tables);
      await call.show({ view, page: () => exportPage(view, readingIt(place, tables)) });
      if (gone.length > 0) {
        const { fewOf } = await import('../../base/said-lists.ts');
        const { shown } = place;
        call.note(
          said('{names} of an earlier export went: {shown} holds this one alone.', {
            names: fewOf(gone),
            shown,
          }),
        );
      }
    }
    return statusOf(call, facts);
  },
};
