// Days by the period that they end, begin or halve: end of Q1, eom, koniec miesiąca, mid jan, Q1, W50, 2026-Q1.

import { type Day, toDay } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Period, type PeriodUnit, parsePeriod, periodAround } from '../base/period.ts';
import type { DayReading, TypedDay } from './day-form.ts';
import { monthNamed, sideNamed, unitNamed } from './day-words.ts';
import { inLikelyYears, plainly } from './nearest-day.ts';
import { later } from './relative-day.ts';

type Part = 'start' | 'middle' | 'end';

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/^(?:end|koniec|konca|koncem|koncu) /, 'end'],
  [/^(?:start|beginning|poczatek|poczatku|poczatkiem) /, 'start'],
  [/^(?:mid|middle|polowa|polowie|polowy) /, 'middle'],
];
const QUARTER = /^q([1-4])(?: (\d{4}))?$/;
const QUARTER_COUNTED = /^([1-4])(?:st|nd|rd|th)? (?:quarter|kwartal[ue]?|kw)(?: (\d{4}))?$/;
const WEEK = /^(?:w|week |tydzien |tygodnia )(\d{1,2})(?: (\d{4}))?$/;
const MONTH = /^(\p{L}+)(?: (\d{4}))?$/u;

export function readPeriodDay(typed: TypedDay): readonly DayReading[] | undefined {
  const phrase = typed.phrase.replace(/^eo([wmqy])$/, 'end $1');
  const part = PARTS.find(([forms]) => forms.test(phrase));
  const rest = part === undefined ? phrase : phrase.replace(part[0], '');
  const beside = besideToday(typed, rest, part?.[1]);
  if (beside !== undefined) return beside;
  const spelled = spelledPeriod(rest);
  if (spelled === undefined || (part?.[1] === 'middle' && spelled.unit !== 'month')) return undefined;
  if (part !== undefined) return named(typed, spelled, part[1]);
  if (typed.leans === 'future') return named(typed, spelled, 'end');
  const begun = named(typed, spelled, 'start');
  const around = ({ day }: DayReading) => periodAround(day, spelled.unit, typed.fiscalYearStarts);
  return bothEnds(begun.map(around));
}

/** `end of month`, `end of next quarter`; `next week` alone is no day. */
function besideToday(
  typed: TypedDay,
  words: string,
  part: Part | undefined,
): readonly DayReading[] | undefined {
  const [first = '', second, ...more] = words.split(' ');
  const unit = unitNamed(second ?? first);
  if (unit === undefined || unit === 'day' || more.length > 0) return undefined;
  const side = second === undefined ? 0 : sideNamed(first);
  if (part === 'middle' && unit !== 'month') return undefined;
  if (side === undefined || (second === undefined && part === undefined)) return undefined;
  const period = periodAround(typed.today, unit, typed.fiscalYearStarts, side);
  if (part === undefined) {
    const step = side === 0 ? [] : [{ day: later(typed.today, side, unit), as: `a ${unit} from today` }];
    return [...step, ...bothEnds([period])];
  }
  if (part === 'end' && unit === 'week') {
    const friday = later(period.from, 4, 'day');
    return [
      { day: friday, as: 'its Friday' },
      { day: period.to, as: 'its Sunday' },
    ];
  }
  const day = partOf(period, part);
  return day === undefined ? undefined : plainly([day]);
}

function bothEnds(periods: readonly Period[]): readonly DayReading[] {
  return periods.flatMap(({ from, to }) => [
    { day: from, as: 'its first day' },
    { day: to, as: 'its last day' },
  ]);
}

function named(typed: TypedDay, { year, within }: SpelledPeriod, part: Part): readonly DayReading[] {
  const dayIn = (candidate: string) => {
    const period = periodNamed(`${candidate}${within}`, typed);
    return period && partOf(period, part);
  };
  if (year === undefined)
    return inLikelyYears(typed, (candidate) => dayIn(String(candidate).padStart(4, '0')));
  return plainly([dayIn(year)]);
}

/** A period in words as its name is made of: `q1` is `-Q1` of some year. */
interface SpelledPeriod {
  readonly year: string | undefined;
  readonly within: string;
  readonly unit: PeriodUnit;
}

function spelledPeriod(words: string): SpelledPeriod | undefined {
  const inOrder = words.replace(/^(\d{4}) (q[1-4]|w\d{2})$/, '$2 $1');
  const ofYear = /^(\d{4})(?: (\d{2}))?$/.exec(words);
  if (ofYear !== null) {
    const [, year, month] = ofYear;
    return month === undefined
      ? { year, within: '', unit: 'year' }
      : { year, within: `-${month}`, unit: 'month' };
  }
  const quarter = QUARTER.exec(inOrder) ?? QUARTER_COUNTED.exec(inOrder);
  if (quarter !== null) return { year: quarter[2], within: `-Q${quarter[1]}`, unit: 'quarter' };
  const week = WEEK.exec(inOrder);
  if (week !== null) return { year: week[2], within: `-W${week[1]?.padStart(2, '0')}`, unit: 'week' };
  const match = MONTH.exec(words);
  const month = monthNamed(match?.[1] ?? '');
  if (month === undefined) return undefined;
  return { year: match?.[2], within: `-${String(month).padStart(2, '0')}`, unit: 'month' };
}

function periodNamed(name: string, typed: TypedDay): Period | undefined {
  try {
    return parsePeriod(name, typed);
  } catch (error) {
    if (error instanceof Failure) return undefined; // a week 53 in a year that has none
    throw error;
  }
}

function partOf(period: Period, part: Part): Day | undefined {
  if (part === 'start') return period.from;
  if (part === 'end') return period.to;
  return toDay(`${period.from.slice(0, 7)}-15`);
}
