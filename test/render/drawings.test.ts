// Drawings in a terminal: ranges, and the signs that a terminal without Unicode gets.

import { describe, expect, test } from 'vitest';
import { isAsciiLocale } from '../../src/cli/colours.ts';
import type { Page } from '../../src/page/page.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { UNPAINTED } from '../../src/render/paint.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { ENGLISH } from '../support/languages.ts';

const range = (low: number, mid: number, high: number, mark?: number) =>
  ({ kind: 'range', low, mid, high, ...(mark === undefined ? {} : { mark }) }) as const;

const PAGE: Page = {
  currency: 'PLN',
  digits: 2,
  blocks: [
    {
      kind: 'table',
      columns: [
        { key: 'week', title: 'Week' },
        { key: 'range', title: '' },
      ],
      rows: [
        [{ kind: 'text', text: 'W48' }, range(0, 0.5, 0.75, 1)],
        [{ kind: 'text', text: 'W49' }, range(0.5, 0.5, 0.5)],
        [{ kind: 'text', text: 'W50' }, range(0.99, 1, 7, -3)],
      ],
    },
  ],
};

const shown = (width: number, isAscii = false) =>
  renderTerminal(PAGE, { paint: UNPAINTED, width, language: ENGLISH, isAscii });

describe('a range', () => {
  test('reaches from low to high, its middle and what it is held against in their places, and never leaves its column', () => {
    expect(shown(18).split('\n')).toEqual([
      'Week',
      'W48   ├─────█─┤  ┊',
      'W49         █',
      'W50   ┊          █',
      '',
    ]);
  });

  test('is as wide in ASCII', () => {
    expect(shown(18, true).split('\n').slice(1, 4)).toEqual([
      'W48   |-----#-|  !',
      'W49         #',
      'W50   !          #',
    ]);
  });

  test('fits terminals of all widths', () => {
    for (const width of [40, 80, 200]) {
      const lines = shown(width).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  test('is left out of Markdown, and a picture in HTML', () => {
    expect(renderMarkdown(PAGE, ENGLISH)).toBe('| Week |\n| --- |\n| W48 |\n| W49 |\n| W50 |\n');
    expect(renderHtml(PAGE, ENGLISH).match(/<rect /g)).toHaveLength(3 + 2 + 3);
  });
});

test('a terminal is taken for ASCII where its locale says so, by the first variable that says something', () => {
  expect(isAsciiLocale({})).toBe(false);
  expect(isAsciiLocale({ LANG: 'pl_PL.UTF-8' })).toBe(false);
  expect(isAsciiLocale({ LANG: 'C.utf8' })).toBe(false);
  expect(isAsciiLocale({ LANG: 'C' })).toBe(true);
  expect(isAsciiLocale({ LANG: 'pl_PL.ISO-8859-2' })).toBe(true);
  expect(isAsciiLocale({ LC_ALL: 'POSIX', LANG: 'en_GB.UTF-8' })).toBe(true);
  expect(isAsciiLocale({ LC_ALL: '', LC_CTYPE: 'en_GB.UTF-8', LANG: 'C' })).toBe(false);
});
