// A text stands bare where a person would write it bare, and in quotes where it would be read as something else.

import { describe, expect, test } from 'vitest';
import { doubleQuoted, scalarText, singleQuoted } from '../../src/deal/scalar-text.ts';

describe('a text in a file', () => {
  test.each([
    'ERP rollout',
    'Łódź',
    '7 seats',
    '(reference)',
    '/srv/offers',
    '_draft',
    '$5 a day',
    '€ 5',
    '£5',
    '+48 22 000',
    '.net',
    'a:b',
    'C#',
    'a (b) - c? d! @e & f',
    'e\u0301',
    'with 👩‍👩‍👧',
    "o'brien",
    'say "x"',
  ])('%j needs no quotes', (text) => {
    expect(scalarText(text, 'block')).toBe(text);
    expect(scalarText(`${text}, then [x]`, 'block')).toBe(`${text}, then [x]`);
  });

  test.each(['a,b', 'a[b', 'a]b', 'a{b', 'a}b'])(
    '%j stands bare on a line of its own, not in brackets',
    (text) => {
      expect(scalarText(text, 'block')).toBe(text);
      expect(scalarText(text, 'flow')).toBe(`"${text}"`);
    },
  );

  test.each([
    '',
    ' a',
    'a ',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '- a',
    '-',
    '? a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
    '[a',
    '{a',
    ',a',
    "'a'",
    'yes',
    'null',
    '12',
    '1.5',
  ])('%j is quoted: bare it would be another text, or none', (text) => {
    expect(scalarText(text, 'block')).toBe(`"${text}"`);
  });

  test.each([
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['\u0000\u001b\u0085', '"\\u0000\\u001b\\u0085"'],
    ['\u061c\u200b\u200e\u200f', '"\\u061c\\u200b\\u200e\\u200f"'],
    ['\u2028\u2029\u202a\u202e', '"\\u2028\\u2029\\u202a\\u202e"'],
    ['\u2060\u2066\u2069\ufeff\ufffe\uffff', '"\\u2060\\u2066\\u2069\\ufeff\\ufffe\\uffff"'],
    ['half \ud800', '"half \\ud800"'],
    ['whole 😀 ł', '"whole 😀 ł"'],
  ])('in double quotes %j has nothing in it that nobody sees', (text, written) => {
    expect(doubleQuoted(text)).toBe(written);
  });

  test('single quotes hold any text but what must be escaped', () => {
    expect(singleQuoted('a: "b" \\ #c')).toBe(`'a: "b" \\ #c'`);
    expect(singleQuoted("it's 'x'")).toBe("'it''s ''x'''");
    for (const hidden of ['\n', '\u0000', '\u061c', '\u200b', '\u2029', '\u2066', '\ufeff', '\ud800'])
      for (const text of [`a${hidden}b`, hidden]) expect(singleQuoted(text)).toBeUndefined();
  });
});
