// Old exports by the day that each shows: as its name tells, or as a person says.

import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';

export interface DatedExports {
  readonly day: Day;
  /** Those of one day belong together, as those of one import do. */
  readonly files: readonly string[];
}

const EXPORT = /\.(csv|tsv|txt|xlsx)$/i;
/** A year of this age, month and day, with or without signs between: `deals-2026-11-16.csv`, `20261116_deals.xlsx`. */
const DATE = /(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/;

/**
 * The exports in order of their days. A folder stands for the exports in it.
 * @param given absolute paths
 * @param told a day for each of them, in their order; undefined: the names tell
 * @throws Failure `usage` where nobody tells the day of a file
 */
export function datedExports(given: readonly string[], told: readonly Day[] | undefined): DatedExports[] {
  if (told !== undefined && told.length !== given.length) {
    throw new Failure(
      'usage',
      said('--date names {count} days for {count_2} files.', { count: told.length, count_2: given.length }),
      {
        hint: 'Give one a file, in their order: --date 2026-11-09,2026-11-16',
      },
    );
  }
  const byDay = new Map<Day, string[]>();
  const undated: string[] = [];
  for (const [at, path] of given.entries()) {
    for (const file of filesOf(path)) {
      const day = told?.[at] ?? dayInName(basename(file));
      if (day === undefined) undated.push(basename(file));
      else byDay.set(day, [...(byDay.get(day) ?? []), file]);
    }
  }
  if (undated.length > 0) {
    throw new Failure(
      'usage',
      said('Nothing tells the day of {undated}.', { undated: undated.slice(0, 5).join(', ') }),
      {
        hint: 'Put it into the name, deals-2026-11-16.csv, or say it: --date 2026-11-16',
      },
    );
  }
  return [...byDay].map(([day, files]) => ({ day, files })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function filesOf(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const files = readdirSync(path).filter((name) => EXPORT.test(name) && !name.startsWith('.'));
  if (files.length > 0) return files.sort().map((name) => join(path, name));
  throw new Failure('usage', said('There is no export in {path}.', { path }), {
    hint: 'Exports are CSV or XLSX files.',
  });
}

function dayInName(name: string): Day | undefined {
  const found = DATE.exec(name);
  return found === null ? undefined : toDay(`${found[1]}-${found[3]}-${found[4]}`);
}
