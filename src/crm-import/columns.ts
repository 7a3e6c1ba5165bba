// Headers → which column holds which field, by the mapping first, then by the table of known headers.

import { FIELDS, type FieldKey, type System } from './fields.ts';
import { customKey, squeeze } from './headers.ts';
import { FIELD_KEYS, HEADER_LANGUAGES, headersBy, type Writer } from './known-headers.ts';
import { BOOKKEEPING_HEADERS, STAGE_DAY_HEADERS, WEIGHTED_HEADERS } from './special-headers.ts';

/** A field's key, `custom.KEY`, or `entered.STAGE` for the day on which a stage was entered. */
export type ColumnKey = string;

export interface MappedColumn {
  readonly key: ColumnKey;
  /** From 0. */
  readonly column: number;
  readonly header: string;
}

export interface Columns {
  readonly mapped: readonly MappedColumn[];
  /** Fields that two equal headers could be. */
  readonly ambiguous: readonly { readonly key: ColumnKey; readonly header: string }[];
  /** What the mapping names and the export does not have. */
  readonly absent: readonly { readonly key: ColumnKey; readonly header: string }[];
  /** Weighted amounts that are kept as custom fields while no amount was found. */
  readonly weighted: readonly string[];
}

/** What a mapping says: a header, or null for a field or column that is to be left out. */
export type MappingColumns = Readonly<Record<ColumnKey, string | null>>;

/** HubSpot: `Date entered "Qualified (Sales pipeline)"`. */
const STAGE_DAY = /^date entered\s+["“'](.+?)["”']$/i;

/** Columns that a file of rejected rows has in front of those of the export. */
export const REJECTED_HEADERS = ['rejected_line', 'rejected_reason'] as const;

/** The columns of a table of deals. `system` decides between headers that several CRMs use for different things. */
export function columnsOf(
  headers: readonly string[],
  mapping: MappingColumns,
  system: System | undefined,
): Columns {
  const free = new Set(headers.keys());
  for (const [column, header] of headers.entries()) {
    if (REJECTED_HEADERS.some((rejected) => rejected === header)) free.delete(column);
  }
  const byMapping = mappedColumns(headers, mapping);
  const mapped = [...byMapping.found];
  for (const { column } of mapped) free.delete(column);
  const given = new Set(Object.keys(mapping));
  const recognised = recognise(headers, free, given, system);
  mapped.push(...recognised.found);
  for (const { column } of recognised.found) free.delete(column);
  mapped.push(...stageDays(headers, free, given));
  for (const { column, key } of mapped) if (key.startsWith('entered.')) free.delete(column);
  const weighted = [...free]
    .map((column) => headers[column] ?? '')
    .filter((header) => WEIGHTED.has(squeeze(header)));
  mapped.push(...customColumns(headers, free, mapping, mapped));
  return { mapped, ambiguous: recognised.ambiguous, absent: byMapping.absent, weighted };
}

/**
 * The table's header for a field that the mapping names: the same text, else the same letters. Of several columns
 * with one header each custom field has its own; a field that an import made of the second one has no other.
 */
function mappedColumns(headers: readonly string[], mapping: MappingColumns) {
  const found: MappedColumn[] = [];
  const absent: { key: string; header: string }[] = [];
  const used = new Set<number>();
  for (const [key, header] of Object.entries(mapping)) {
    if (header === null) continue;
    const all = [...headers.keys()];
    const exact = all.filter((column) => headers[column] === header);
    const alike =
      exact.length > 0 ? exact : all.filter((column) => squeeze(headers[column] ?? '') === squeeze(header));
    const free = key.startsWith('custom.') ? alike.filter((column) => !used.has(column)) : [];
    const place = placeAmongAlike(key, header, mapping);
    const column =
      place === undefined
        ? (free[0] ?? alike[0])
        : (free.find((one) => one === alike[place]) ?? free.findLast((one) => one !== alike[0]));
    if (column === undefined) absent.push({ key, header });
    else {
      used.add(column);
      found.push({ key, column, header: headers[column] ?? header });
    }
  }
  return { found, absent };
}

/** From 0, the place of `custom.region_2` among columns "Region"; undefined for a key that a person gave to a header. */
function placeAmongAlike(key: string, header: string, mapping: MappingColumns): number | undefined {
  const stem = `custom.${customKey(header)}`;
  const number = key.startsWith(`${stem}_`) ? key.slice(stem.length + 1) : '';
  if (!/^[2-9]\d{0,2}$/.test(number)) return undefined;
  const isAnother = ([other, named]: [string, string | null]) =>
    other !== key && (other === stem || (named !== null && squeeze(named) === squeeze(header)));
  return Object.entries(mapping).some(isAnother) ? Number(number) - 1 : undefined;
}

function recognise(
  headers: readonly string[],
  free: ReadonlySet<number>,
  given: ReadonlySet<string>,
  system: System | undefined,
) {
  const bySqueezed = new Map<string, number[]>();
  for (const column of free) {
    const bare = squeeze(headers[column] ?? '');
    bySqueezed.set(bare, [...(bySqueezed.get(bare) ?? []), column]);
  }
  const found: MappedColumn[] = [];
  const ambiguous: { key: string; header: string }[] = [];
  const taken = new Set<number>();
  for (const candidates of [ownHeaders, commonHeaders, foreignHeaders]) {
    for (const [key, bare] of candidates(system)) {
      if (given.has(key) || found.some((other) => other.key === key)) continue;
      const columns = (bySqueezed.get(bare) ?? []).filter((column) => !taken.has(column));
      const [column] = columns;
      if (column === undefined) continue;
      if (columns.length > 1) ambiguous.push({ key, header: headers[column] ?? '' });
      taken.add(column);
      found.push({ key, column, header: headers[column] ?? '' });
    }
  }
  return { found, ambiguous };
}

type Candidates = (system: System | undefined) => Iterable<readonly [FieldKey, string]>;

/** Headers as the recognised system writes them. */
const ownHeaders: Candidates = function* (system) {
  if (system === undefined) return;
  for (const [key, header] of headersOf((writer) => writer === system)) yield [key, header];
};

const commonHeaders: Candidates = function* () {
  yield* headersOf(isAnybody);
};

const isAnybody = (writer: Writer) =>
  writer === 'other' || HEADER_LANGUAGES.some((language) => language === writer);

/** Headers of all other systems, but for weighted amounts, and words like "Won" that may head a date as well. */
const foreignHeaders: Candidates = function* (system) {
  for (const [key, header] of headersOf((writer) => !isAnybody(writer) && writer !== system)) {
    if (!WEIGHTED.has(header) && FIELDS[key].kind !== 'flag') yield [key, header];
  }
};

const WEIGHTED = new Set(WEIGHTED_HEADERS.map(squeeze));

function* headersOf(isWanted: (writer: Writer) => boolean): Iterable<readonly [FieldKey, string]> {
  for (const key of FIELD_KEYS) {
    for (const [writer, written] of Object.entries(headersBy(key)) as [Writer, readonly string[]][]) {
      if (!isWanted(writer)) continue;
      for (const header of written) yield [key, squeeze(header)];
    }
  }
}

/** `Date entered "STAGE"`, and the days that stand for a stage's entry as well as for something else. */
function stageDays(
  headers: readonly string[],
  free: ReadonlySet<number>,
  given: ReadonlySet<string>,
): MappedColumn[] {
  const found: MappedColumn[] = [];
  for (const [column, header] of headers.entries()) {
    const pattern = free.has(column) ? STAGE_DAY.exec(header.trim()) : null;
    const stage = pattern?.[1]?.replace(/\s+\([^()]*\)$/, '') ?? STAGE_DAYS.get(squeeze(header));
    if (stage === undefined || given.has(`entered.${stage}`)) continue;
    found.push({ key: `entered.${stage}`, column, header });
  }
  return found;
}

const STAGE_DAYS = new Map(
  Object.entries(STAGE_DAY_HEADERS).map(([header, stage]) => [squeeze(header), stage]),
);

const BOOKKEEPING = new Set(BOOKKEEPING_HEADERS.map(squeeze));

/** Everything else under `custom:`, each column under a key of its own; a second one of a field's header as such. */
function customColumns(
  headers: readonly string[],
  free: ReadonlySet<number>,
  mapping: MappingColumns,
  mapped: readonly MappedColumn[],
): MappedColumn[] {
  const leftOut = new Set(Object.entries(mapping).flatMap(([key, header]) => (header === null ? [key] : [])));
  const taken = new Set(mapped.map(({ key }) => key));
  const named = new Set(mapped.map(({ header }) => squeeze(header)));
  const found: MappedColumn[] = [];
  for (const column of free) {
    const header = headers[column] ?? '';
    const key = `custom.${customKey(header) || `column_${column + 1}`}`;
    if (leftOut.has(key) || BOOKKEEPING.has(squeeze(header))) continue;
    const own = firstFree(key, named.has(squeeze(header)) ? new Set([...taken, key]) : taken);
    taken.add(own);
    found.push({ key: own, column, header });
  }
  return found;
}

function firstFree(key: string, taken: ReadonlySet<string>): string {
  let own = key;
  for (let number = 2; taken.has(own); number++) own = `${key}_${number}`;
  return own;
}
