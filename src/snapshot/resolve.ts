// Which snapshot people mean: a date, `latest`, `latest~3`, `@2 weeks ago`, `@2026-11-20`, or `now`.

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { addDays, type Day, day, daysBetween, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { dayOfName, isSnapshotName, newestUntil } from './names.ts';

/** The name that stands for the working set. */
export const NOW = 'now';

const FORMS = 'Write a date (2026-11-23), latest, latest~3, "@2 weeks ago", @2026-11-20 or now.';

/**
 * The snapshot that the text means, of those there are (ascending): its name, or `now`.
 * A date means a snapshot of that very day: its first, which has the date for a name, else its last. `@` means
 * the newest of that day or before. `latest` and `@… ago` look back from today: later ones do not count.
 * @throws Failure `no-such-snapshot` with the nearest ones, `usage` for what is none of the forms
 */
export function resolveSnapshot(text: string, names: readonly string[], today: Day): string {
  const wanted = text.trim();
  if (wanted === NOW) return NOW;
  const back = /^latest(?:~(\d{1,6}))?$/.exec(wanted);
  if (back !== null) return latest(Number(back[1] ?? 0), names, today);
  if (wanted.startsWith('@')) return newestOf(dayMeant(wanted.slice(1).trim(), today, text), names);
  if (isSnapshotName(wanted)) return exactly(wanted, names);
  throw new Failure('usage', `"${text}" names no snapshot.`, { hint: FORMS });
}

function latest(steps: number, names: readonly string[], today: Day): string {
  const past = names.filter((name) => dayOfName(name) <= today);
  const found = past[past.length - 1 - steps];
  if (found !== undefined) return found;
  if (past.length === 0) throw noneYet(today);
  throw new Failure(
    'no-such-snapshot',
    `There is no latest~${steps}: there are ${past.length} snapshots up to ${today}.`,
    { hint: `The first is latest~${past.length - 1}, of ${past[0]}: pipeline snapshot list` },
  );
}

function newestOf(until: Day, names: readonly string[]): string {
  const found = newestUntil(names, until);
  if (found !== undefined) return found;
  if (names[0] === undefined) throw noneYet(until);
  throw new Failure('no-such-snapshot', `There is no snapshot of ${until} or before.`, {
    hint: `The first one is of ${names[0]}.`,
  });
}

function noneYet(until: Day): Failure {
  return new Failure('no-such-snapshot', `There is no snapshot up to ${until}.`, {
    hint: 'Take one: pipeline snapshot',
  });
}

function exactly(wanted: string, names: readonly string[]): string {
  const found = names.includes(wanted) ? wanted : names.findLast((name) => name.slice(0, 10) === wanted);
  if (found !== undefined) return found;
  const on = dayOfName(wanted);
  const before = names.findLast((name) => name < wanted);
  const after = names.find((name) => name > wanted);
  const nearest = [before, after]
    .filter((name) => name !== undefined)
    .map((name) => `${name} (${distance(daysBetween(on, dayOfName(name)))})`);
  throw new Failure('no-such-snapshot', `There is no snapshot ${wanted}.`, {
    hint:
      nearest.length === 0
        ? 'There is none at all yet. Take one: pipeline snapshot'
        : `The nearest: ${nearest.join(', ')}. "@${on}" means the newest of that day or before.`,
  });
}

function distance(days: number): string {
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days === 0 ? 'the same day' : `${count} ${days < 0 ? 'before' : 'after'}`;
}

const AGO = /^(\d{1,4}|a|an|one) (day|week|month|quarter|year)s? ago$/;

function dayMeant(text: string, today: Day, whole: string): Day {
  const exact = toDay(text);
  if (exact !== undefined) return exact;
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  const ago = AGO.exec(text.toLowerCase().replace(/\s+/g, ' '));
  if (ago === null) throw new Failure('usage', `"${whole}" names no snapshot.`, { hint: FORMS });
  const count = /^\d/.test(ago[1] ?? '') ? Number(ago[1]) : 1;
  if (ago[2] === 'day') return addDays(today, -count);
  if (ago[2] === 'week') return addDays(today, -7 * count);
  const months = { month: 1, quarter: 3, year: 12 }[ago[2] as 'month' | 'quarter' | 'year'];
  return monthsBefore(today, months * count);
}

const FIRST_DAY = day('1000-01-01');

/** The same day of an earlier month, cut to the month's end. */
function monthsBefore(from: Day, months: number): Day {
  const then = addMonths(new UTCDateMini(`${from}T00:00:00Z`), -months);
  return toDay(then.toISOString().slice(0, 10)) ?? FIRST_DAY;
}
