// What snapshots are called: `2026-11-23`, and `2026-11-23T1430` for a further one of that day. Names sort by time.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';

/** The name that stands for the working set. */
export const NOW = 'now';

const NAME = /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3])[0-5]\d)?$/;

export function isSnapshotName(text: string): boolean {
  return NAME.test(text) && toDay(text.slice(0, 10)) !== undefined;
}

/** The day of a snapshot. @throws RangeError for what is no snapshot's name */
export function dayOfName(name: string): Day {
  const day = isSnapshotName(name) ? toDay(name.slice(0, 10)) : undefined;
  if (day === undefined) throw new RangeError(`no snapshot's name: ${name}`);
  return day;
}

/** The newest of that day or before; undefined where there is none. */
export function newestUntil(names: readonly string[], day: Day): string | undefined {
  return names.findLast((name) => dayOfName(name) <= day);
}

/** The same of what was asked for. @throws Failure `no-such-snapshot` where there is none */
export function expectUntil(names: readonly string[], day: Day): string {
  const name = newestUntil(names, day);
  if (name !== undefined) return name;
  const [first] = names;
  throw new Failure('no-such-snapshot', said('There is no snapshot of {day} or before.', { day }), {
    hint: first === undefined ? 'pipeline snapshot takes one.' : said('The first one is {first}.', { first }),
  });
}
