// What is said, in English: as the package that speaks all languages says it, and the same after it was kept.

import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { day } from '../../src/base/day.ts';
import { inEnglish } from '../../src/base/english.ts';
import { dayValue, fromKept, inTurn, type Sayable, said, toKept } from '../../src/base/said.ts';
import type { Message } from '../../src/words/message.ts';
import { POLISH } from '../../src/words/polish.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const NAMES = ['a', 'bc'] as const;
const text = fc.stringMatching(/^[a-z '\u2026.]{0,8}$/);
const quoted = fc.constantFrom("''", "'{x}'", "'{''}'", "it's", '<b>');
const value = fc.constantFrom(...NAMES.map((name) => `{${name}}`));
const plain = fc.array(fc.oneof(text, quoted, value), { maxLength: 4 }).map((parts) => parts.join(' '));
const inForm = fc.oneof(fc.constantFrom("''", "'#'", "'{x}'", "it's", 'so', '#'), value);
const form = fc.array(inForm, { maxLength: 3 }).map((parts) => parts.join(' '));
const plural = fc
  .tuple(fc.constantFrom(...NAMES), form, form, form)
  .map(([name, zero, one, other]) => `{${name}, plural, =0 {${zero}} one {${one}} other {${other}}}`);
const message = fc.array(fc.oneof(plain, plural), { maxLength: 4 }).map((parts) => parts.join(' '));
const values = fc.record({ a: fc.nat({ max: 2_000_000 }), bc: fc.nat({ max: 3 }) });

function byPackage(english: string, given: Readonly<Record<string, number>>): string {
  return String(new IntlMessageFormat(english, 'en', undefined, { ignoreTag: true }).format(given));
}

property.prop([message, values])('a message reads as the package has it', (english, given) => {
  expect(inEnglish(english, given)).toBe(byPackage(english, given));
});

test('every message of the catalogue reads as the package has it', () => {
  for (const english of Object.keys(POLISH)) {
    const names = [...english.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '');
    for (const count of [0, 1, 2, 1234]) {
      const given = Object.fromEntries(names.map((name) => [name, count]));
      expect(inEnglish(english, given)).toBe(byPackage(english, given));
    }
  }
});

test('what is said comes back as it was after it was kept: its message, its values, and what is said in it', () => {
  const inner = said('{count} of {of}', { count: 3, of: '{x}' });
  const both: Sayable = inTurn(
    said('{value} on {day}', { value: inner, day: dayValue(day('2026-11-23')) }),
    'no change',
  );
  const back = fromKept(JSON.parse(JSON.stringify(toKept(both))));
  expect(back).toStrictEqual(both);
  expect(String(back)).toBe('3 of {x} on 2026-11-23 no change');
  expect(fromKept(JSON.parse(JSON.stringify(toKept('no change' satisfies Message))))).toBe('no change');
});

test('machines get it in English', () => {
  expect(
    JSON.stringify({ why: said('{value} on {day}', { value: 1234, day: dayValue(day('2026-11-23')) }) }),
  ).toBe('{"why":"1234 on 2026-11-23"}');
});
