// Where tables go, and in which format: what --format and --out say, and what does not go together.

import { lstatSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import { FOLDER_MARK, isOfExport } from '../export/file-names.ts';
import type { ExportTable } from '../export/table.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/table-names.ts';
import { assertFolderPlace } from '../workspace/whole-folder.ts';
import { assertFileToWrite, assertNotKept } from './file-to-write.ts';
import type { Call } from './verb.ts';

/** Which folder an export may replace. */
export const FOLDER_OF_EXPORT = { mark: FOLDER_MARK, isOwn: isOfExport };

type FilePlace = Exclude<ExportPlace, { kind: 'stdout' }>;

export type ExportPlace =
  | { readonly kind: 'stdout'; readonly format: 'csv' | 'jsonl' }
  | {
      readonly kind: 'file' | 'folder';
      readonly format: ExportFormat;
      /** As a person wrote it. */
      readonly shown: string;
      /** Absolute. */
      readonly path: string;
    };

const BY_ENDING: Readonly<Record<string, ExportFormat>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.parquet': 'parquet',
  '.xlsx': 'xlsx',
  '.sqlite': 'sqlite',
  '.sqlite3': 'sqlite',
  '.db': 'sqlite',
};

/** @throws Failure `usage`, `already-exists`, `io`: before anything is read */
export function exportPlace(call: Call, tables: readonly ExportTable[]): ExportPlace {
  const out = call.text('out');
  const asked = EXPORT_FORMATS.find((format) => format === call.text('format'));
  const format = asked ?? BY_ENDING[extname(out ?? '').toLowerCase()] ?? 'csv';
  if (out === undefined) return onStdout(call, tables, format);
  const path = resolve(call.io.cwd, out);
  refuseOneFile(call, out, tables, format);
  const kind = isFolder(out, path, tables, format) ? 'folder' : 'file';
  const shown = kind === 'folder' ? `${out.replace(/\/+$/, '')}/` : out;
  if (kind === 'folder') {
    assertNotKept(path, shown, call.io.cwd);
    assertFolderPlace(path, shown, FOLDER_OF_EXPORT);
  } else assertFileToWrite(path, shown, call.io.cwd);
  return { kind, format, shown, path };
}

/** A file of one table that is asked to hold several would become a folder of that name. */
function refuseOneFile(call: Call, out: string, tables: readonly ExportTable[], format: ExportFormat): void {
  const [table] = tables;
  const ending = extname(out).toLowerCase();
  const isFile = BY_ENDING[ending] !== undefined && !out.endsWith('/');
  if (table === undefined || tables.length < 2 || format === 'sqlite' || !isFile) return;
  const asked = call.text('format');
  const words = (names: readonly string[]) =>
    ['pipeline', 'export', ...names, ...(asked === undefined ? [] : ['--format', asked])]
      .map(shellWord)
      .join(' ');
  throw new Failure(
    'usage',
    said('{out} would be a file of one table, and there are {count}.', {
      out,
      count: tables.length,
    }),
    {
      hint: said('One of them: {one}. All, in a folder: {all}', {
        one: `${words([table.name])} --out ${shellWord(out)}`,
        all: `${words(call.args)}${asked === undefined ? ` --format ${format}` : ''} --out ${shellWord(`${out.slice(0, -ending.length)}/`)}`,
      }),
    },
  );
}

function isFolder(out: string, path: string, tables: readonly ExportTable[], format: ExportFormat): boolean {
  if (format === 'sqlite') return false;
  if (tables.length > 1 || out.endsWith('/')) return true;
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return true;
  return format === 'parquet' && tables[0]?.parts !== undefined && extname(out) !== '.parquet';
}

function onStdout(call: Call, tables: readonly ExportTable[], format: ExportFormat): ExportPlace {
  const [table] = tables;
  const words = ['pipeline', 'export', ...call.args, ...(format === 'csv' ? [] : ['--format', format])];
  const say = (out: string) => `${words.map(shellWord).join(' ')} --out ${out}`;
  if (tables.length !== 1 || table === undefined) {
    throw new Failure('usage', 'Several tables need a place to go to.', {
      hint: said('Name one table ({tables}), or {command}', {
        tables: tables.map(({ name }) => name).join(', '),
        command: say(format === 'sqlite' ? 'pipeline.db' : 'export/'),
      }),
    });
  }
  if (format === 'csv' || format === 'jsonl') return { kind: 'stdout', format };
  const isParted = format === 'parquet' && table.parts !== undefined;
  throw new Failure('usage', said('A {format} file is no text: say where it goes.', { format }), {
    hint: asItIs(say(isParted ? 'export/' : format === 'sqlite' ? 'pipeline.db' : `${table.name}.${format}`)),
  });
}

/** The command that reads what was written; undefined where anything does. */
export function readingIt({ format, shown }: FilePlace, tables: readonly ExportTable[]): string | undefined {
  const of = shellWord(shown);
  if (format === 'sqlite') {
    const [table] = tables;
    return `sqlite3 ${of} 'select * from ${table?.name} limit 5'`;
  }
  if (format !== 'parquet') return undefined;
  const files = tables.some(({ parts }) => parts !== undefined) ? 'snapshots/*/*.parquet' : '*.parquet';
  const from = shown.endsWith('/') ? `${shown}${files}` : shown;
  return `duckdb -c "from '${from}' limit 5"`;
}
