// A locale whose signs are kept reads to the letter as Intl would have written it.

import { describe, expect, test } from 'vitest';
import { dayWriter, KNOWN_SIGNS, numberWriter } from '../../src/words/locale-signs.ts';
import { property } from '../support/property.ts';
import { fc } from '../support/seeded.ts';

const LOCALES = [...KNOWN_SIGNS.keys()];
const digits = fc.stringMatching(/^-?\d{1,25}(\.\d{0,12})?$/);
const doubles = fc.double({ noNaN: true }).map(String);
const shares = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => String(share * 100));

describe.each(LOCALES)('%s', (locale) => {
  property([fc.oneof(digits, doubles, shares), fc.nat(4)])('numbers', (number, decimals) => {
    const byIntl = new Intl.NumberFormat(locale, {
      useGrouping: 'always',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(number as Intl.StringNumericLiteral);
    expect(numberWriter(locale)(number, decimals)).toBe(
      byIntl.replace('-', '−').replaceAll('\u202f', '\u00a0'),
    );
  });

  property([fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })])(
    'days',
    (moment) => {
      const iso = moment.toISOString().slice(0, 10);
      const byIntl = new Intl.DateTimeFormat(locale, {
        ...{ timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' },
      }).format(moment);
      const expected = locale.startsWith('en') ? iso : byIntl.replaceAll('\u202f', '\u00a0');
      expect(dayWriter(locale)(iso)).toBe(expected);
    },
  );
});

describe('a locale whose signs are not kept', () => {
  test('is written by Intl, with a real minus and spaces that do not break', () => {
    expect(numberWriter('sv')('-1234567.891', 2)).toBe('−1\u00a0234\u00a0567,89');
    expect(numberWriter('en-IN')('1234567', 0)).toBe('12,34,567');
  });
});
