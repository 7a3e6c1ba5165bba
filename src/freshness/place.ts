// Where a finding points, and where a person puts it right: the deal's file, or the CRM that it mirrors.

import { type Said, said } from '../base/said.ts';
import type { DealKey } from '../deal/deal.ts';
import type { ArchivedRow, DealRow, RowStage } from '../snapshot/row.ts';
import type { DealContext, Looked, Place } from './rule.ts';
import { systemOf } from './source.ts';

/** The line of a key in the deal's file; of its stage, else the first line, where the file lacks it. */
export function keyPlace(key: DealKey, { book, written, archived }: DealContext): Place {
  if (archived !== undefined) return archivePlace(archived, book);
  if (written === undefined) return snapshotPlace(book);
  return { file: written.path, line: written.lines[key] ?? written.lines.stage ?? 1, column: 1 };
}

/** A line in the deal's file, of an activity say; of `key` where it is not known. */
export function linePlace(line: number | undefined, key: DealKey, context: DealContext): Place {
  if (context.written === undefined || line === undefined) return keyPlace(key, context);
  return { file: context.written.path, line, column: 1 };
}

/** The line of an entry in the deal's record of stages. Costs a look at the deal. */
export function entryPlace(entry: RowStage, row: DealRow, context: DealContext): Place {
  return linePlace(context.deal?.stages[row.stages.indexOf(entry)]?.line, 'stages', context);
}

/** The file of the snapshot that the book shows. */
function snapshotPlace(book: Pick<Looked, 'state'>): Place {
  return { file: `snapshots/${book.state.name}/deals.csv`, line: undefined, column: undefined };
}

/** The file of a deal in the archive; which line is not known, since no book keeps its content. */
function archivePlace({ id, archived }: ArchivedRow, { past, state }: Pick<Looked, 'past' | 'state'>): Place {
  const folder = archived === '' ? 'archive' : `archive/${archived}`;
  const file = past ? `snapshots/${state.name}/archived.csv` : `${folder}/${id}.yaml`;
  return { file, line: undefined, column: undefined };
}

/** `in deals/2026/acme-erp.yaml:8`, or `in pipedrive (record 17) and import it again` for a mirrored deal. */
export function whereToFix(place: Place, row: DealRow, book: Looked): Said {
  const record = recordIn(row, book);
  if (record !== undefined)
    return said('in {system} (record {record}) and import it again', {
      system: book.settings.sourceOfRecord,
      record,
    });
  if (book.past) return said("in the deal's file");
  return placeText(place);
}

/** `in deals/2026/acme-erp.yaml:8`. */
export function placeText({ file, line }: Place): Said {
  return said('in {place}', { place: `${file}${line === undefined ? '' : `:${line}`}` });
}

/** The id of the record in the CRM that is mirrored; undefined in an own book, and for a deal of our own. */
export function recordIn(
  row: Pick<DealRow, 'source'>,
  { settings }: Pick<Looked, 'settings'>,
): string | undefined {
  const { sourceOfRecord } = settings;
  const isMirrored = sourceOfRecord !== '' && systemOf(row) === sourceOfRecord;
  return isMirrored ? row.source.slice(sourceOfRecord.length + 1) : undefined;
}
