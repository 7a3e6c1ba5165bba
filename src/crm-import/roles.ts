// Which of the given tables holds the deals, told by the headers; the others may join it.

import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { type Columns, columnsOf, type MappingColumns } from './columns.ts';
import { isFieldKey, type System } from './fields.ts';
import { squeeze } from './headers.ts';
import { recogniseSystem } from './system.ts';
import type { Table } from './table.ts';

export interface Roles {
  /** The table of deals; several exports with the same headers are one. */
  readonly deals: Table;
  readonly columns: Columns;
  readonly system: System | undefined;
  readonly others: readonly Table[];
}

/** The system of the table that is likeliest to hold the deals, before any mapping is known. */
export function likelySystem(tables: readonly Table[]): System | undefined {
  return tables.map((table) => candidate(table, {})).sort((a, b) => b.score - a.score)[0]?.system;
}

interface Candidate {
  readonly table: Table;
  readonly columns: Columns;
  readonly system: System | undefined;
  /** How many fields it has; below 0 where it can't be deals. */
  readonly score: number;
}

/**
 * Finds the table of deals: the one with stage and id or name that has the most fields; where none has them, the
 * one with the most fields, so that the caller can ask for what it lacks.
 * @throws Failure `mapping-needed` where two tables could be it
 */
export function rolesOf(tables: readonly Table[], mapping: MappingColumns): Roles {
  const candidates = tables.map((table) => candidate(table, mapping)).sort((a, b) => b.score - a.score);
  const [first, second] = candidates;
  if (first === undefined) throw new Failure('usage', 'No export was given.');
  if (isHistory(first.table) && mapping.id === undefined) {
    throw new Failure(
      'mapping-needed',
      said("{file} looks like a history of deals: its rows have ids of their own beside the deals'.", {
        file: first.table.file,
      }),
      { hint: 'Give the export of the deals themselves; where these are deals, map `id` with --map FILE.' },
    );
  }
  const alike = candidates.filter((other) => hasSameHeaders(other.table, first.table));
  if (
    second !== undefined &&
    second.score === first.score &&
    !alike.includes(second) &&
    first.score >= ESSENTIAL
  ) {
    throw new Failure(
      'mapping-needed',
      said('Both {file} and {file_2} could hold the deals.', {
        file: first.table.file,
        file_2: second.table.file,
      }),
      {
        hint: 'Import them one by one.',
      },
    );
  }
  const inOrder = tables.filter((table) => alike.some((other) => other.table === table));
  return {
    deals: inOrder.length > 1 ? oneTable(inOrder) : first.table,
    columns: first.columns,
    system: first.system,
    others: tables.filter((table) => !inOrder.includes(table)),
  };
}

/** Worth more than any number of other fields. */
const ESSENTIAL = 100;

function candidate(table: Table, mapping: MappingColumns): Candidate {
  const system = recogniseSystem(table.headers);
  const columns = columnsOf(table.headers, mapping, system);
  const keys = new Set(columns.mapped.map(({ key }) => key));
  const fields = [...keys].filter(isFieldKey).length;
  const isDeals = keys.has('stage') && (keys.has('id') || keys.has('name')) && !isHistory(table);
  return { table, columns, system, score: fields + (isDeals ? ESSENTIAL : 0) };
}

/** A table of past states: a row has an id of its own beside the deal's. */
function isHistory(table: Table): boolean {
  const bare = table.headers.map(squeeze);
  return bare.includes('id') && (bare.includes('opportunityid') || bare.includes('dealid'));
}

function hasSameHeaders(a: Table, b: Table): boolean {
  if (a === b) return true;
  return a.headers.length === b.headers.length && a.headers.every((header, at) => header === b.headers[at]);
}

function oneTable(tables: readonly Table[]): Table {
  const [first] = tables;
  if (first === undefined) throw new RangeError('no table');
  return {
    ...first,
    file: tables.map(({ file }) => file).join(', '),
    rows: tables.flatMap(({ file, rows }) => rows.map((row) => ({ ...row, file }))),
    preamble: tables.flatMap(({ preamble }) => preamble),
    footers: tables.flatMap(({ footers }) => footers),
  };
}
