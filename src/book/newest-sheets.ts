// The newest of the sheets that systemic activities leave behind: reviews and clean-ups. Each tells its day.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, toDay } from '../base/day.ts';
import { isErrno } from '../base/errno.ts';
import { parsePeriod } from '../base/period.ts';
import { readRegularFile } from '../workspace/read-file.ts';

export interface Sheet {
  /** From the workspace's root. */
  readonly file: string;
  readonly day: Day;
}

/** A sheet may be long; its first line is not. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The newest review up to that day, by the names of the sheets: `reviews/2026-11-23-anna.md`. */
export function newestReview(root: string, until: Day): Sheet | undefined {
  return newest(namesIn(root, 'reviews'), until, (file) =>
    toDay(/^reviews\/(\d{4}-\d{2}-\d{2})/.exec(file)?.[1] ?? ''),
  );
}

/**
 * The newest clean-up up to that day: by the day at the end of the first line (`# Clean-up 2026-Q4 · 2026-11-23`), else
 * by the first day of the quarter that the file is named after.
 */
export function newestCleanup(root: string, until: Day, fiscalYearStarts: number): Sheet | undefined {
  return newest(namesIn(root, 'cleanups'), until, (file) => {
    const quarter = /^cleanups\/(2\d{3}-Q[1-4])/.exec(file)?.[1];
    if (quarter === undefined) return undefined;
    return dayInFirstLine(join(root, file)) ?? parsePeriod(quarter, { today: until, fiscalYearStarts }).from;
  });
}

function newest(
  files: readonly string[],
  until: Day,
  dayOf: (file: string) => Day | undefined,
): Sheet | undefined {
  let found: Sheet | undefined;
  for (const file of files) {
    const day = dayOf(file);
    if (day !== undefined && day <= until && (found === undefined || day >= found.day)) found = { file, day };
  }
  return found;
}

/** Ascending; none where the folder is not there, or the disk does not give it. */
function namesIn(root: string, folder: string): string[] {
  try {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
    return names.sort().map((name) => `${folder}/${name}`);
  } catch (error) {
    if (isErrno(error)) return [];
    throw error;
  }
}

function dayInFirstLine(path: string): Day | undefined {
  const read = readRegularFile(path, MOST_BYTES);
  if (read.kind !== 'read') return undefined;
  const [first = ''] = read.bytes.toString('utf8').split(/\r?\n/, 1);
  return toDay(/(\d{4}-\d{2}-\d{2})\s*$/.exec(first)?.[1] ?? '');
}
