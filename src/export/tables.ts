// Every table that can be taken out, by its name.

import { Failure } from '../base/failure.ts';
import { nearest } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { activities } from './activities.ts';
import { deals } from './deals.ts';
import { findings } from './findings.ts';
import { movements } from './movements.ts';
import { reviews } from './reviews.ts';
import { snapshots } from './snapshots.ts';
import type { ExportTable } from './table.ts';
import { TABLE_NAMES, type TableName } from './table-names.ts';

export const TABLES = {
  deals,
  snapshots,
  movements,
  activities,
  findings,
  reviews,
} as const satisfies Record<TableName, ExportTable>;

/** The tables of those names, each once; all where none is named. @throws Failure `usage` */
export function tablesNamed(names: readonly string[]): readonly ExportTable[] {
  const unknown = names.find((name) => !TABLE_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    const meant = nearest(unknown, TABLE_NAMES);
    throw new Failure('usage', said('There is no table "{unknown}".', { unknown }), {
      hint:
        meant === undefined
          ? said('Tables: {tables}.', { tables: TABLE_NAMES.join(', ') })
          : said('Did you mean {meant}?', { meant }),
    });
  }
  return TABLE_NAMES.filter((name) => names.length === 0 || names.includes(name)).map((name) => TABLES[name]);
}
