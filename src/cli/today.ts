// Which day it is for a command: that of --today, else of PIPELINE_TODAY, else of the clock.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { LAST_YEAR } from '../base/last-year.ts';
import { dayValue, type Sayable, said } from '../base/said.ts';
import type { Io } from './io.ts';
import { parseDay } from './option-values.ts';

/** @param given under --today @param dayNow by the clock @param note gets what the day is taken from. @throws Failure `bad-date` */
export function todayIn(
  timeZone: string,
  given: string | undefined,
  io: Pick<Io, 'env'>,
  dayNow: () => Day,
  note: ((line: Sayable) => void) | undefined,
): Day {
  const fromEnvironment = io.env.PIPELINE_TODAY;
  const [found, source] =
    given !== undefined
      ? [parseDay(given, '--today'), '--today']
      : fromEnvironment !== undefined && fromEnvironment !== ''
        ? [parseDay(fromEnvironment, 'PIPELINE_TODAY'), 'PIPELINE_TODAY']
        : [dayNow(), said('the clock, in {timeZone}', { timeZone })];
  if (Number(found.slice(0, 4)) > LAST_YEAR) {
    throw new Failure(
      'bad-date',
      said('Today cannot be {found}: the last year is {last_year}.', { found, last_year: LAST_YEAR }),
    );
  }
  note?.(said('today is {found}, by {source}', { found: dayValue(found), source }));
  return found;
}
