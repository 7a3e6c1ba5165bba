// The text of a CSV or its relatives → a Table: delimiter, records, frame.

import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { delimiterName, sniffDelimiter } from './delimiter.ts';
import { frameOf } from './frame.ts';
import { parseRecords } from './records.ts';
import type { IdWords } from './row-ids.ts';
import type { Table } from './table.ts';

export interface TextOptions {
  /** The file's name, for the report. */
  readonly file: string;
  /** How the bytes were read, as a person would say it. */
  readonly encoding: Sayable;
  /** The sign that separates the cells, where a person said it. */
  readonly delimiter?: string | undefined;
  /** The sign that separated them before; taken where the text has it. */
  readonly usualDelimiter?: string | undefined;
  readonly isHeader: (cell: string) => boolean;
  readonly ids?: IdWords | undefined;
}

/**
 * The table that a text holds.
 * @throws Failure `export-unreadable` where there is none, or a quote takes in rows
 */
export function readText(text: string, options: TextOptions): Table {
  const { declared, body, skipped } = declaredDelimiter(text);
  const usual = body.slice(0, 5000).includes(options.usualDelimiter ?? '\u0000')
    ? options.usualDelimiter
    : undefined;
  const delimiter = options.delimiter ?? declared ?? usual ?? sniffDelimiter(body);
  const records = parseRecords(body, delimiter, options.file, skipped);
  const frame = frameOf(records, options.isHeader, options.ids);
  if (frame === undefined) {
    throw new Failure('export-unreadable', said('{file} is empty.', { file: options.file }), {
      hint: 'Export it again, with a header line.',
    });
  }
  return {
    ...frame,
    file: options.file,
    encoding: options.encoding,
    delimiter: delimiterName(delimiter),
  };
}

/** Spreadsheets may write `sep=;` as the first line. */
function declaredDelimiter(text: string): { declared: string | undefined; body: string; skipped: number } {
  const found = /^\ufeff?"?sep=(.)"?(?:\r\n|\n|\r)/i.exec(text);
  if (found === null) return { declared: undefined, body: text, skipped: 0 };
  return { declared: found[1], body: text.slice(found[0].length), skipped: 1 };
}
