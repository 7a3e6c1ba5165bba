// The words of dates as people type them, folded: English and Polish, with the cases that they are written in.

import { monthOf } from '../base/month-names.ts';
import type { PeriodUnit } from '../base/period.ts';

/** 1 for Monday to 7 for Sunday. */
const WEEKDAYS = numbered([
  'mon monday pn pon poniedzialek poniedzialku',
  'tue tues tuesday wt wtorek wtorku',
  'wed wednesday sr sroda srode srody',
  'thu thur thurs thursday cz czw czwartek czwartku',
  'fri friday pt piatek piatku',
  'sat saturday sb sob sobota sobote soboty',
  'sun sunday nd ndz niedz niedziela niedziele niedzieli',
]);

const NAMED_DAYS: Readonly<Record<string, number>> = {
  ...{ today: 0, dzis: 0, dzisiaj: 0 },
  ...{ tomorrow: 1, jutro: 1, jutra: 1, pojutrze: 2, 'day after tomorrow': 2 },
  ...{ yesterday: -1, wczoraj: -1, przedwczoraj: -2, 'day before yesterday': -2 },
};

/** Every month's forms: three letters of one, or more, are the month. */
const MONTHS = [
  'january february march april may june july august september october november december',
  'styczen stycznia styczniu luty lutego lutym marzec marca marcu kwiecien kwietnia kwietniu maj maja maju',
  'czerwiec czerwca czerwcu lipiec lipca lipcu sierpien sierpnia sierpniu wrzesien wrzesnia wrzesniu',
  'pazdziernik pazdziernika pazdzierniku listopad listopada listopadzie grudzien grudnia grudniu',
].flatMap((line) => line.split(' '));
const LEAST_LETTERS = 3;

const UNITS: Readonly<Record<TypedUnit, readonly string[]>> = {
  day: 'd day days dzien dni'.split(' '),
  week: 'w wk week weeks tyg tydz tydzien tygodnia tygodniu tygodnie tygodni'.split(' '),
  month: 'm mo month months mies miesiac miesiaca miesiacu miesiace miesiecy'.split(' '),
  quarter: 'q quarter quarters kw kwartal kwartalu kwartale kwartaly kwartalow'.split(' '),
  year: 'y yr year years rok roku lata lat'.split(' '),
};

const SIDES: readonly (readonly [RegExp, -1 | 0 | 1])[] = [
  [/^(next|nastepn\p{L}*|przyszl\p{L}*|kolejn\p{L}*)$/u, 1],
  [/^(this|current|ten|tego|tym|te|ta|tej|biezac\p{L}*)$/u, 0],
  [/^(last|previous|ostatni\p{L}*|zeszl\p{L}*|ubiegl\p{L}*|poprzedni\p{L}*)$/u, -1],
];

const COUNTS = numbered(['a an one jeden jedna', 'two dwa dwie', 'three trzy', 'four cztery']);

export type TypedUnit = PeriodUnit | 'day';

/** The words that a mistyped one is likely to have been. */
export const KNOWN_WORDS: readonly string[] = [
  ...Object.keys(NAMED_DAYS).filter((name) => !name.includes(' ')),
  ...[...WEEKDAYS.keys()].filter((name) => name.length > LEAST_LETTERS),
  ...MONTHS,
];

/** 1 to 7, Monday first; undefined where the word is no weekday. */
export function weekdayNamed(word: string): number | undefined {
  return WEEKDAYS.get(word);
}

/** Days from today; undefined where the phrase names no day. */
export function dayNamed(phrase: string): number | undefined {
  return Object.hasOwn(NAMED_DAYS, phrase) ? NAMED_DAYS[phrase] : undefined;
}

/** 1 to 12; undefined where the word is no beginning of a month's name. */
export function monthNamed(word: string): number | undefined {
  if (word.length < LEAST_LETTERS || !MONTHS.some((form) => form.startsWith(word))) return undefined;
  return monthOf(word);
}

export function unitNamed(word: string): TypedUnit | undefined {
  return (Object.keys(UNITS) as TypedUnit[]).find((unit) => UNITS[unit].includes(word));
}

/** 1 for next, 0 for this, −1 for last. */
export function sideNamed(word: string): -1 | 0 | 1 | undefined {
  return SIDES.find(([forms]) => forms.test(word))?.[1];
}

/** A number in digits or as a word: `3`, `two`, `dwa`. */
export function countNamed(word: string): number | undefined {
  return /^\d{1,6}$/.test(word) ? Number(word) : COUNTS.get(word);
}

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, at) => line.split(' ').map((word) => [word, at + 1] as const)));
}
