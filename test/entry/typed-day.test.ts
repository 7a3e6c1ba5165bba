// Days as people type them: every form, what leans which way, and what is refused with its readings.

import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, epochDay, fromEpochDay, weekdayOf } from '../../src/base/day.ts';
import { Failure } from '../../src/base/failure.ts';
import { periodAround } from '../../src/base/period.ts';
import type { Leaning, TypedCalendar } from '../../src/entry/day-form.ts';
import { readTypedDay } from '../../src/entry/typed-day.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

/** A Monday. */
const MONDAY: TypedCalendar = { today: day('2026-11-23'), fiscalYearStarts: 1, locale: 'pl' };

function read(text: string, leans: Leaning, changed: Partial<TypedCalendar> = {}): string {
  return readTypedDay(text, { ...MONDAY, ...changed }, leans);
}

function refusal(text: string, leans: Leaning, changed: Partial<TypedCalendar> = {}): string {
  try {
    return `read as ${read(text, leans, changed)}`;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'bad-date') throw error;
    return `${error.message} ${error.hint}`;
  }
}

test.each([
  ['today dziś Dzisiaj DZIŚ', '2026-11-23'],
  ['tomorrow jutro JUTRO', '2026-11-24'],
  ['yesterday wczoraj', '2026-11-22'],
  ['pojutrze', '2026-11-25'],
  ['przedwczoraj', '2026-11-21'],
])('%s is %s whichever way one looks', (words, expected) => {
  for (const word of words.split(' ')) {
    expect([word, read(word, 'future'), read(word, 'past')]).toEqual([word, expected, expected]);
  }
});

describe('a weekday', () => {
  test.each([
    ['fri', '2026-11-27', '2026-11-20'],
    ['piątek', '2026-11-27', '2026-11-20'],
    ['w piatek', '2026-11-27', '2026-11-20'],
    ['do piątku', '2026-11-27', '2026-11-20'],
    ['pt.', '2026-11-27', '2026-11-20'],
    ['on Wednesday', '2026-11-25', '2026-11-18'],
    ['śr', '2026-11-25', '2026-11-18'],
    ['we wtorek', '2026-11-24', '2026-11-17'],
    ['niedziela', '2026-11-29', '2026-11-22'],
  ])('%s is the next one, %s, or the last one, %s', (text, ahead, behind) => {
    expect([read(text, 'future'), read(text, 'past')]).toEqual([ahead, behind]);
  });

  test('that today is means a week ahead or a week ago: whoever means today says so', () => {
    expect([read('mon', 'future'), read('poniedziałek', 'past')]).toEqual(['2026-11-30', '2026-11-16']);
  });

  test.each(['mon-wed', 'mon/wed', 'mon wed', 'poniedziałek – środa'])(
    '%s may be either: it is refused',
    (text) => {
      expect(refusal(text, 'future')).toContain(
        'can be 2026-11-30 (Monday) or 2026-11-25 (Wednesday). Write the one that is meant',
      );
      expect(refusal(`next ${text}`, 'future')).toContain('is not a day');
    },
  );

  test('with "next" is refused where some mean this week and some the next, and read where both are one', () => {
    expect(refusal('next fri', 'future')).toBe(
      '"next fri" can be 2026-11-27 (the first one after today) or 2026-12-04 (Friday of next week). Write the one that is meant: 2026-11-27 or 2026-12-04.',
    );
    expect(refusal('następny piątek', 'future')).toContain('2026-11-27 (the first one after today)');
    const sunday = { today: day('2026-11-29') };
    expect(read('next fri', 'future', sunday)).toBe('2026-12-04');
    expect(read('last fri', 'past')).toBe('2026-11-20');
    expect(refusal('last fri', 'past', sunday)).toContain(
      '2026-11-27 (the last one before today) or 2026-11-20',
    );
  });

  test.each([
    ['fri next week', '2026-12-04'],
    ['piątek w przyszłym tygodniu', '2026-12-04'],
    ['next week fri', '2026-12-04'],
    ['this fri', '2026-11-27'],
    ['mon last week', '2026-11-16'],
  ])('%s is of that week: %s', (text, expected) => {
    expect(read(text, 'future')).toBe(expected);
  });
});

test.each([
  ['+2w', '2026-12-07'],
  ['+ 2 tyg.', '2026-12-07'],
  ['-3d', '2026-11-20'],
  ['−3d', '2026-11-20'],
  ['+1m', '2026-12-23'],
  ['+1q', '2027-02-23'],
  ['+1y', '2027-11-23'],
  ['+10', '2026-12-03'],
  ['-10', '2026-11-13'],
  ['in 3 days', '2026-11-26'],
  ['2 weeks ago', '2026-11-09'],
  ['za tydzień', '2026-11-30'],
  ['za 2 tygodnie', '2026-12-07'],
  ['za dwa tygodnie', '2026-12-07'],
  ['za miesiąc', '2026-12-23'],
  ['3 dni temu', '2026-11-20'],
  ['tydzień temu', '2026-11-16'],
])('the step %s ends on %s', (text, expected) => {
  expect([read(text, 'future'), read(text, 'past')]).toEqual([expected, expected]);
});

test('a month from the 31st is the last day of a shorter month', () => {
  expect(read('+1m', 'future', { today: day('2027-01-31') })).toBe('2027-02-28');
});

test('a step without a direction goes where the day is looked for', () => {
  expect([read('2w', 'future'), read('2w', 'past')]).toEqual(['2026-12-07', '2026-11-09']);
});

describe('a written date', () => {
  test.each([
    ['2026-01-15', '2026-01-15'],
    ['2026-1-5', '2026-01-05'],
    ['2026/01/15', '2026-01-15'],
    ['20260115', '2026-01-15'],
    ['15.01.2026', '2026-01-15'],
    ['15. 1. 2026 r.', '2026-01-15'],
    ['15/01/26', '2026-01-15'],
    ['15 stycznia 2027 r.', '2027-01-15'],
    ['15 stycznia 2027 roku', '2027-01-15'],
    ['Jan 15, 2027', '2027-01-15'],
    ['15th of january 2027', '2027-01-15'],
  ])('%s is %s', (text, expected) => {
    expect([read(text, 'future'), read(text, 'past')]).toEqual([expected, expected]);
  });

  test.each([
    ['15.01', '2027-01-15', '2026-01-15'],
    ['15.01.', '2027-01-15', '2026-01-15'],
    ['15 jan', '2027-01-15', '2026-01-15'],
    ['15sty', '2027-01-15', '2026-01-15'],
    ['january 15', '2027-01-15', '2026-01-15'],
    ['the 15th', '2026-12-15', '2026-11-15'],
    ['31st', '2026-12-31', '2026-10-31'],
    ['29.02', '2028-02-29', '2024-02-29'],
    ['23.11', '2026-11-23', '2026-11-23'],
  ])('%s is the next such day, %s, or the last, %s, today included', (text, ahead, behind) => {
    expect([read(text, 'future'), read(text, 'past')]).toEqual([ahead, behind]);
  });

  test.each([
    ['pl', '2026-04-03'],
    ['en-GB', '2026-04-03'],
    ['de', '2026-04-03'],
    ['en-US', '2026-03-04'],
  ])('03/04/2026 is read by the locale %s', (locale, expected) => {
    expect(read('03/04/2026', 'future', { locale })).toBe(expected);
    expect(read('03-04-2026', 'future', { locale })).toBe(expected);
  });

  test('03/04 in plain en is refused with both readings, and no locale matters where a number is no month', () => {
    expect(refusal('03/04', 'future', { locale: 'en' })).toBe(
      '"03/04" can be 2027-04-03 (day first) or 2027-03-04 (month first). Write the one that is meant: 2027-04-03 or 2027-03-04.',
    );
    for (const locale of ['pl', 'en', 'en-US']) {
      expect(read('15/01', 'future', { locale })).toBe('2027-01-15');
      expect(read('01/15', 'future', { locale })).toBe('2027-01-15');
    }
    expect(read('04/04', 'future', { locale: 'en' })).toBe('2027-04-04');
  });

  test('with points has the day first in every locale', () => {
    expect(read('01.02', 'future', { locale: 'en-US' })).toBe('2027-02-01');
  });

  test.each([
    '30.02',
    '32.01',
    '2026-02-30',
    '13/13',
    '31 november',
    '29.02.2027',
    '+9999y',
    '-1000000d',
    '-2000y',
  ])('%s is refused: there is no such day', (text) => {
    expect(refusal(text, 'future')).toContain('There is no day');
  });

  test('of two digits alone is a count or a day of the month, and refused with both', () => {
    expect(refusal('15', 'future')).toContain('2026-12-08 (in 15 days) or 2026-12-15 (day 15 of a month)');
    expect(refusal('15', 'past')).toContain('2026-11-08 (15 days ago) or 2026-11-15');
  });
});

describe('a period', () => {
  test.each([
    ['end of Q1', '2027-03-31'],
    ['koniec Q1', '2027-03-31'],
    ['do końca Q4', '2026-12-31'],
    ['koniec 2 kwartału', '2027-06-30'],
    ['end of month', '2026-11-30'],
    ['koniec miesiąca', '2026-11-30'],
    ['eom', '2026-11-30'],
    ['eoq', '2026-12-31'],
    ['EOY', '2026-12-31'],
    ['koniec roku', '2026-12-31'],
    ['end of next quarter', '2027-03-31'],
    ['koniec przyszłego kwartału', '2027-03-31'],
    ['start of next month', '2026-12-01'],
    ['początek stycznia', '2027-01-01'],
    ['mid jan', '2027-01-15'],
    ['połowa stycznia', '2027-01-15'],
    ['Q1', '2027-03-31'],
    ['1 kwartał', '2027-03-31'],
    ['q1 2026', '2026-03-31'],
    ['2026-Q1', '2026-03-31'],
    ['2026-12', '2026-12-31'],
    ['W50', '2026-12-13'],
    ['tydzień 50', '2026-12-13'],
    ['2027-W01', '2027-01-10'],
    ['jan', '2027-01-31'],
    ['styczeń 2028', '2028-01-31'],
    ['2027', '2027-12-31'],
  ])('%s, looking ahead, is %s', (text, expected) => {
    expect(read(text, 'future')).toBe(expected);
  });

  test('that ends or begins is the last such day, looking back', () => {
    expect([read('end of Q1', 'past'), read('end of last month', 'past')]).toEqual([
      '2026-03-31',
      '2026-10-31',
    ]);
  });

  test('is no day looking back, and refused with both its ends', () => {
    expect(refusal('Q4', 'past')).toContain('2026-10-01 (its first day) or 2026-12-31 (its last day)');
    expect(refusal('2026-W10', 'past')).toContain('2026-03-02 (its first day) or 2026-03-08 (its last day)');
  });

  test('beside today is refused: a week from now, its Monday or its Sunday', () => {
    expect(refusal('next month', 'future')).toContain(
      '2026-12-23 (a month from today), 2026-12-01 (its first day) or 2026-12-31 (its last day)',
    );
    expect(refusal('eow', 'future')).toContain('2026-11-27 (its Friday) or 2026-11-29 (its Sunday)');
  });

  test('is of the fiscal year', () => {
    const fiscal = { fiscalYearStarts: 4 };
    expect(read('end of Q1', 'future', fiscal)).toBe('2027-06-30');
    expect(read('2027-Q4', 'future', fiscal)).toBe('2027-03-31');
    expect(read('end of year', 'future', fiscal)).toBe('2027-03-31');
    expect(read('eoq', 'future', { fiscalYearStarts: 2 })).toBe('2027-01-31');
  });

  test('that ends today is this one', () => {
    expect(read('end of Q1', 'future', { today: day('2027-03-31') })).toBe('2027-03-31');
  });
});

test.each([
  ['tommorow', 'Did you mean "tomorrow"?'],
  ['firday', 'Did you mean "friday"?'],
  ['soon', 'Write a day like'],
  ['15 marketing', 'Write a day like'],
  ['+2h', 'Write a day like'],
  ['toString', 'Write a day like'],
  ['today tomorrow', 'Write a day like'],
  ['  ', 'The day is empty.'],
  ['fri'.repeat(30), 'Write a day like'],
])('%s is refused with what there is', (text, expected) => {
  expect(refusal(text, 'future')).toContain(expected);
});

const days = fc
  .integer({ min: epochDay(day('1990-01-01')), max: epochDay(day('2090-12-31')) })
  .map(fromEpochDay);
const leanings = fc.constantFrom<Leaning>('past', 'future');
const months = fc.integer({ min: 1, max: 12 });

property([days, days, leanings, fc.constantFrom('pl', 'en', 'en-US')])(
  'a day written in full is that day, whatever today is, which way one looks and where one is',
  (written, today, leans, locale) => {
    const calendar = { today, fiscalYearStarts: 1, locale };
    const [year, month, date] = written.split('-');
    expect(readTypedDay(written, calendar, leans)).toBe(written);
    expect(readTypedDay(`${date}.${month}.${year}`, calendar, leans)).toBe(written);
  },
);

const DECEMBER = { today: day('2026-12-02') };

test.each([
  ['1.12', 'future', '2026-12-01 (before today) or 2027-12-01 (after today)'],
  ['1 dec', 'future', '2026-12-01 (before today) or 2027-12-01 (after today)'],
  ['end of november', 'future', '2026-11-30 (before today) or 2027-11-30 (after today)'],
  ['20.12', 'past', '2025-12-20 (before today) or 2026-12-20 (after today)'],
] as const)(
  '%s, which would jump a year over one close by, is refused with both',
  (text, leans, readings) => {
    expect(refusal(text, leans, DECEMBER)).toContain(`"${text}" can be ${readings}.`);
  },
);

test.each([
  ['2.12', 'future', '2026-12-02'],
  ['2.12', 'past', '2026-12-02'],
  ['1.10', 'future', '2027-10-01'],
  ['20.12', 'future', '2026-12-20'],
] as const)('%s is no jump where none is close by: %s, %s', (text, leans, expected) => {
  expect(read(text, leans, DECEMBER)).toBe(expected);
});

/** Undefined where it is refused, since a day close by on the other side may be meant. */
function unlessCloseBy(text: string, today: Day, fiscalYearStarts: number, leans: Leaning): Day | undefined {
  try {
    return readTypedDay(text, { today, fiscalYearStarts, locale: 'pl' }, leans);
  } catch (error) {
    if (error instanceof Failure && error.message.includes('(before today) or')) return undefined;
    throw error;
  }
}

property([days, days, leanings])(
  'a day and a month is such a day, within eight years, on the side one looks to',
  (of, today, leans) => {
    const [, month, date] = of.split('-');
    const found = unlessCloseBy(`${date}.${month}`, today, 1, leans);
    if (found === undefined) return;
    expect(found.slice(5)).toBe(of.slice(5));
    expect(leans === 'future' ? found >= today : found <= today).toBe(true);
    expect(Math.abs(epochDay(found) - epochDay(today))).toBeLessThanOrEqual(8 * 366);
  },
);

property([days, fc.integer({ min: 1, max: 7 }), leanings])(
  'a weekday is within the seven days before or after today, and never today',
  (today, weekday, leans) => {
    const name = ['mon', 'wt', 'środa', 'thu', 'piątek', 'sob', 'sunday'][weekday - 1] ?? '';
    const found = readTypedDay(name, { today, fiscalYearStarts: 1, locale: 'pl' }, leans);
    const distance = epochDay(found) - epochDay(today);
    expect(weekdayOf(found)).toBe(weekday);
    expect(leans === 'future' ? distance >= 1 && distance <= 7 : distance <= -1 && distance >= -7).toBe(true);
  },
);

property([days, months, fc.integer({ min: 1, max: 4 })])(
  'the end of a quarter is the last day of that fiscal quarter, not before today and less than a year away',
  (today, fiscalYearStarts, quarter) => {
    const found = unlessCloseBy(`end of Q${quarter}`, today, fiscalYearStarts, 'future');
    if (found === undefined) return;
    const period = periodAround(found, 'quarter', fiscalYearStarts);
    expect([period.to, period.name.slice(4)]).toEqual([found, `-Q${quarter}`]);
    expect(found >= today && found < addDays(today, 366)).toBe(true);
  },
);

const pieces = fc.constantFrom(
  ...[
    'next',
    'end',
    'of',
    'za',
    'fri',
    'pt',
    '3',
    '31',
    'w',
    'Q1',
    'jan',
    'maja',
    '.',
    '/',
    '-',
    '+',
    ' ',
    '2026',
    'ago',
    'week',
  ],
);

property([
  fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(' ')),
  ),
  days,
  leanings,
])('whatever is typed is a day that exists or a refusal that says why', (text, today, leans) => {
  let found: Day;
  try {
    found = readTypedDay(text, { today, fiscalYearStarts: 1, locale: 'en' }, leans);
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).hint).toBeTruthy();
    return;
  }
  expect(day(found)).toBe(found);
});
