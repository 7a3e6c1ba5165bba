// Which mapping an export is read with, and what its system is called.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { System } from './fields.ts';
import { squeeze } from './headers.ts';
import { type Mapping, NO_MAPPING } from './mapping.ts';
import type { Table } from './table.ts';

export interface MappingChoice {
  readonly mapping: Mapping;
  readonly system: string;
}

export interface MappingSources {
  /** From --map FILE. */
  readonly given: Mapping | undefined;
  /** From imports/, by the file's name. */
  readonly stored: ReadonlyMap<string, Mapping>;
  /** From --system. */
  readonly named: string | undefined;
  readonly recognised: System | undefined;
  /** '' in an own book. */
  readonly sourceOfRecord: string;
}

/** Of the stored mapping's headers, the share that an export must have for it to be that system's. */
const FITS = 0.6;

/**
 * The system is the one that is named, else the mapping's, else that of the stored mapping whose headers these
 * are, else the recognised CRM, else the source of record, else `csv`. What --map says goes before what is stored.
 * @throws Failure `mapping-needed` where the stored mapping of that system is of another kind of export
 */
export function chooseMapping(tables: readonly Table[], sources: MappingSources): MappingChoice {
  const { given, stored, named, recognised, sourceOfRecord } = sources;
  const system =
    named ??
    (given?.system || undefined) ??
    fitting(tables, stored, recognised) ??
    recognised ??
    (sourceOfRecord || 'csv');
  const own = stored.get(system) ?? NO_MAPPING;
  if (given === undefined) refuseOtherKind(tables, own, system);
  return { system, mapping: given === undefined ? own : merged(own, given) };
}

function merged(stored: Mapping, given: Mapping): Mapping {
  return {
    system: given.system || stored.system,
    columns: { ...stored.columns, ...given.columns },
    stages: { ...stored.stages, ...given.stages },
    joins: given.joins.length > 0 ? given.joins : stored.joins,
    dates: given.dates ?? stored.dates,
    encoding: given.encoding ?? stored.encoding,
    delimiter: given.delimiter ?? stored.delimiter,
    last: stored.last,
  };
}

function fitting(
  tables: readonly Table[],
  stored: ReadonlyMap<string, Mapping>,
  recognised: System | undefined,
): string | undefined {
  let best: { name: string; share: number } | undefined;
  for (const [name, mapping] of stored) {
    if (tables.every((table) => lacking(table, mapping).length > 0)) continue;
    const share = Math.max(...tables.map((table) => shareOf(table, mapping)));
    if (share < FITS) continue;
    const isBetter =
      best === undefined || share > best.share || (share === best.share && name === recognised);
    if (isBetter) best = { name, share };
  }
  return best?.name;
}

function shareOf(table: Table, mapping: Mapping): number {
  const headers = Object.values(mapping.columns).filter((header) => header !== null);
  const present = new Set(table.headers.map(squeeze));
  if (headers.length === 0) return 0;
  return headers.filter((header) => present.has(squeeze(header))).length / headers.length;
}

const OUTCOME = ['status', 'is_closed', 'is_won'];

/** The essential headers of a mapping that a table does not have. */
function lacking(table: Table, mapping: Mapping): { key: string; header: string }[] {
  const present = new Set(table.headers.map(squeeze));
  const lacked = (key: string) => {
    const header = mapping.columns[key];
    return header === undefined || header === null || present.has(squeeze(header)) ? [] : [{ key, header }];
  };
  return ['id', 'name', 'stage', ...(stagesTellOutcome(mapping) ? [] : OUTCOME)].flatMap(lacked);
}

/** Else the column that says what is won or lost is essential: without it closed deals would be open again. */
function stagesTellOutcome({ stages }: Mapping): boolean {
  return Object.values(stages).some((stage) => stage === 'won' || stage === 'lost');
}

function refuseOtherKind(tables: readonly Table[], mapping: Mapping, system: string): void {
  const lacks = tables.map((table) => ({ table, missing: lacking(table, mapping) }));
  const [first] = lacks.sort((a, b) => a.missing.length - b.missing.length);
  const [missing] = first?.missing ?? [];
  if (first === undefined || missing === undefined) return;
  throw new Failure(
    'mapping-needed',
    said('imports/{system}.yaml maps {key} to "{header}", which {file} does not have.', {
      system,
      key: missing.key,
      header: missing.header,
      file: first.table.file,
    }),
    {
      hint: 'Where this is another system, name it: --system NAME. Else change the mapping, or give --map FILE.',
    },
  );
}
