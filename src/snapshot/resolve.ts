// Which snapshot people mean: a date, `latest`, `latest~3`, `@2 weeks ago`, `@2026-11-20`, or `now`.

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { addDays, type Day, day, daysBetween, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Said, said } from '../base/said.ts';
import { listed } from '../base/said-lists.ts';
import { dayOfName, isSnapshotName, NOW, newestUntil } from './names.ts';

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
  throw new Failure('usage', said('"{text}" names no snapshot.', { text }), { hint: FORMS });
}

function latest(steps: number, names: readonly string[], today: Day): string {
  const past = names.filter((name) => dayOfName(name) <= today);
  const found = past[past.length - 1 - steps];
  if (found !== undefined) return found;
  if (past.length === 0) throw noneYet(today);
  throw new Failure(
    'no-such-snapshot',
    said('There is no latest~{steps}: there are {count} snapshots up to {today}.', {
      steps,
      count: past.length,
      today,
    }),
    {
      hint: said('The first is latest~{steps}, of {name}: pipeline snapshot list', {
        steps: past.length - 1,
        name: past[0] ?? '',
      }),
    },
  );
}

function newestOf(until: Day, names: readonly string[]): string {
  const found = newestUntil(names, until);
  if (found !== undefined) return found;
  if (names[0] === undefined) throw noneYet(until);
  throw new Failure('no-such-snapshot', said('There is no snapshot of {until} or before.', { until }), {
    hint: said('The first one is of {name}.', { name: names[0] }),
  });
}

function noneYet(until: Day): Failure {
  return new Failure('no-such-snapshot', said('There is no snapshot up to {until}.', { until }), {
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
    .map((name) =>
      said('{name} ({distance})', { name, distance: distance(daysBetween(on, dayOfName(name))) }),
    );
  throw new Failure('no-such-snapshot', said('There is no snapshot {wanted}.', { wanted }), {
    hint:
      nearest.length === 0
        ? 'There is none at all yet. Take one: pipeline snapshot'
        : said('The nearest: {nearest}. "@{on}" means the newest of that day or before.', {
            nearest: listed(nearest),
            on,
          }),
  });
}

function distance(days: number): Said {
  if (days === 0) return said('the same day');
  return days < 0
    ? said('{days, plural, one {{days} day} other {{days} days}} before', { days: -days })
    : said('{days, plural, one {{days} day} other {{days} days}} after', { days });
}

const AGO = /^(\d{1,4}|a|an|one) (day|week|month|quarter|year)s? ago$/;

function dayMeant(text: string, today: Day, whole: string): Day {
  const exact = toDay(text);
  if (exact !== undefined) return exact;
  if (text === 'today') return today;
  if (text === 'yesterday') return addDays(today, -1);
  const ago = AGO.exec(text.toLowerCase().replace(/\s+/g, ' '));
  if (ago === null)
    throw new Failure('usage', said('"{whole}" names no snapshot.', { whole }), { hint: FORMS });
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
