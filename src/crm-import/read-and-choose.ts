// Exports read, and the mapping found that they are read with: the one needs the other's headers.

import type { Settings } from '../workspace/settings.ts';
import { chooseMapping, type MappingChoice } from './choose-mapping.ts';
import type { Encoding } from './decode.ts';
import { squeeze } from './headers.ts';
import { headersFor, headersOfKind } from './known-headers.ts';
import { type Mapping, NO_MAPPING } from './mapping.ts';
import { type ExportFile, tablesOf } from './read-exports.ts';
import { likelySystem } from './roles.ts';
import type { StoredMapping } from './stored-mappings.ts';
import type { Table } from './table.ts';

export interface ReadRequest {
  readonly files: readonly ExportFile[];
  /** From --map. */
  readonly given: Mapping | undefined;
  /** From --system. */
  readonly system: string | undefined;
  readonly encoding: Encoding | undefined;
  /** The sign that separates the cells. */
  readonly delimiter: string | undefined;
}

/**
 * Reads the files, and once more where the stored mapping knows their encoding or delimiter better.
 * @param isKnown whether the workspace has a record of that id, of whatever system
 * @throws Failure `export-unreadable`, `mapping-needed`
 */
export async function readAndChoose(
  settings: Pick<Settings, 'locale' | 'sourceOfRecord'>,
  request: ReadRequest,
  stored: ReadonlyMap<string, StoredMapping>,
  isKnown: (id: string) => boolean,
): Promise<{ tables: Table[]; choice: MappingChoice }> {
  const { given } = request;
  const mappings = new Map([...stored].map(([name, { mapping }]) => [name, mapping]));
  const all = [given ?? NO_MAPPING, ...mappings.values()];
  const isHeader = headerTest(
    headersOfKind(() => true),
    all.flatMap(({ columns }) => Object.values(columns)),
  );
  const isIdHeader = headerTest(
    headersFor('id'),
    all.map(({ columns }) => columns.id ?? null),
  );
  const read = (usual: Pick<Mapping, 'encoding' | 'delimiter'>) =>
    tablesOf(request.files, {
      encoding: request.encoding,
      delimiter: request.delimiter,
      usual,
      locale: settings.locale,
      isHeader,
      ids: { isHeader: isIdHeader, isKnown },
    });
  const choose = (tables: readonly Table[]) =>
    chooseMapping(tables, {
      given,
      stored: mappings,
      named: request.system,
      recognised: likelySystem(tables),
      sourceOfRecord: settings.sourceOfRecord,
    });
  const tables = await read(given ?? NO_MAPPING);
  const choice = choose(tables);
  const { encoding, delimiter } = choice.mapping;
  if (encoding === given?.encoding && delimiter === given?.delimiter) return { tables, choice };
  const again = await read(choice.mapping);
  return { tables: again, choice: choose(again) };
}

function headerTest(known: readonly string[], mapped: readonly (string | null)[]): (cell: string) => boolean {
  const bare = new Set([...known, ...mapped.filter((header) => header !== null)].map(squeeze));
  return (cell) => bare.has(squeeze(cell));
}
