// A day as a person types it → a calendar day: words, steps from today, dates in numbers, ends of periods.
// What can be read in several ways is an error that names them: a date that was guessed is worse than none.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { fold } from '../base/fold.ts';
import { LAST_YEAR } from '../base/last-year.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { anyOf } from '../base/said-lists.ts';
import { shortened } from '../deal/source-text.ts';
import type { DayReader, DayReading, Leaning, TypedCalendar } from './day-form.ts';
import { KNOWN_WORDS } from './day-words.ts';
import { readPeriodDay } from './period-day.ts';
import { readRelativeDay } from './relative-day.ts';
import { readWrittenDay } from './written-day.ts';

const READERS: readonly DayReader[] = [readWrittenDay, readRelativeDay, readPeriodDay];
/** Words that say nothing; `w` after a number is weeks. */
const SILENT = /\b(?:of|the|on|by|at|until|till|we|do|na|pod)\b ?|(?<!\d )\bw\b ?|(?<=\d{4}) (?:r|roku)$/g;
const LEAST_LETTERS = 4;
const LONGEST = 60;
const FORMS = 'Write a day like 2026-01-15, 15.01, 15 jan, fri, tomorrow, +2w, -3d, Q1 or end of Q1.';

/**
 * The day that a person means, in English or Polish, without regard to case and accents. A weekday alone is the
 * next one after today or the last one before it, never today; a day and a month without a year is the next or
 * the last such day, today included.
 * @throws Failure `bad-date` with the readings where there are several, else with the forms that there are
 */
export function readTypedDay(text: string, calendar: TypedCalendar, leans: Leaning): Day {
  const trimmed = text.trim();
  if (trimmed === '') throw new Failure('bad-date', 'The day is empty.', { hint: FORMS });
  const readings = readingsOf(trimmed, calendar, leans);
  if (readings === undefined) {
    const word = fold(trimmed);
    const hint = word.length < LEAST_LETTERS ? FORMS : didYouMean(word, KNOWN_WORDS, FORMS);
    throw new Failure('bad-date', said('"{trimmed}" is not a day.', { trimmed: shortened(trimmed) }), {
      hint,
    });
  }
  const [only, other] = readings;
  if (only === undefined) {
    throw new Failure(
      'bad-date',
      said('There is no day "{trimmed}" in the calendar.', { trimmed: shortened(trimmed) }),
      {
        hint: FORMS,
      },
    );
  }
  if (other === undefined) return only.day;
  const ways = readings.map(({ day, as }) => `${day} (${as})`);
  throw new Failure(
    'bad-date',
    said('"{trimmed}" can be {one}.', { trimmed: shortened(trimmed), one: anyOf(ways) }),
    {
      hint: said('Write the one that is meant: {one}.', { one: anyOf(readings.map(({ day }) => day)) }),
    },
  );
}

function readingsOf(
  text: string,
  calendar: TypedCalendar,
  leans: Leaning,
): readonly DayReading[] | undefined {
  if (text.length > LONGEST) return undefined;
  const phrase = fold(text).replace(SILENT, '').trim();
  const typed = { ...calendar, leans, text: text.toLowerCase(), phrase };
  try {
    for (const reader of READERS) {
      const readings = reader(typed);
      if (readings !== undefined) return different(readings);
    }
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return []; // before or after all days that there are
    throw error;
  }
}

/** Readings that come to the same day are one. */
function different(readings: readonly DayReading[]): readonly DayReading[] {
  const exist = readings.filter(
    ({ day }) => toDay(day) !== undefined && Number(day.slice(0, 4)) <= LAST_YEAR,
  );
  return exist.filter(({ day }, at) => exist.findIndex((other) => other.day === day) === at);
}
