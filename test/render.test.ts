// What renderers promise: width, alignment, safety, no colour where none belongs.

import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { Decimal } from '../src/base/money.ts';
import type { Page } from '../src/page/page.ts';
import { renderCsv } from '../src/render/csv.ts';
import { renderJson } from '../src/render/json.ts';
import { renderMarkdown } from '../src/render/markdown.ts';
import { UNPAINTED } from '../src/render/paint.ts';
import { renderShowing } from '../src/render/render.ts';
import { renderTerminal } from '../src/render/terminal.ts';
import { loadWidths, widthOf } from '../src/render/width.ts';
import { ENGLISH, IN_POLISH } from './support/languages.ts';
import { property } from './support/property.ts';
import { fc } from './support/seeded.ts';

await loadWidths();

const money = (amount: string) => ({ kind: 'money', amount: amount as Decimal }) as const;
const text = (value: string) => ({ kind: 'text', text: value }) as const;

function pageOf(names: readonly string[]): Page {
  return {
    currency: 'PLN',
    digits: 2,
    blocks: [
      { kind: 'heading', parts: [{ kind: 'count', count: names.length }, ' deals'] },
      {
        kind: 'table',
        columns: [
          { key: 'deal', title: 'Deal', shrinkTo: 10 },
          { key: 'value', title: 'Value', align: 'right' },
          { key: 'bar', title: '' },
        ],
        rows: names.map((name, index) => [
          text(name),
          money(`${(index + 1) * 1000}.00`),
          { kind: 'bar', from: 0, to: 0.5 },
        ]),
        totals: [[text('Sum'), money('3000.00'), { kind: 'none' }]],
      },
      { kind: 'next', text: 'Then', command: 'pipeline diff' },
    ],
  };
}

const surface = { paint: UNPAINTED, width: 80, locale: 'en', language: ENGLISH, folder: '', version: '0' };

const CHALK = new Chalk({ level: 1 });
const PAINTED = {
  ...UNPAINTED,
  strong: (shown: string) => CHALK.bold(shown),
  muted: (shown: string) => CHALK.dim(shown),
};
const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 14 }),
  fc.constantFrom('', '東京', '👩‍👩‍👧', 'e\u0301', '\u001b[31mred', 'a\nb', '=1+1', '\u202eabc'),
);

property([fc.array(anyName, { minLength: 11, maxLength: 11 }), fc.constantFrom(24, 80)])(
  'the rows of a table are the same to the letter however many there are: cli-table3 draws short ones alone',
  (names, width) => {
    const linesOf = (all: readonly string[]) =>
      renderTerminal(pageOf(all), { ...surface, width, paint: PAINTED })
        .split('\n')
        .slice(1);
    const wide = ['as wide as it gets', ...names];
    const few = linesOf(wide.slice(0, 10));
    expect(linesOf(wide).slice(0, few.length - 3)).toEqual(few.slice(0, -3));
  },
);

describe('a page in a terminal', () => {
  test('whole amounts are shown without decimals, right-aligned, with the sum below', () => {
    expect(renderTerminal(pageOf(['a', 'b']), { ...surface, width: 40 })).toBe(
      [
        '2 deals',
        'Deal  Value',
        'a     1,000  ██████████████',
        'b     2,000  ██████████████',
        'Sum   3,000',
        'Then → pipeline diff',
        '',
      ].join('\n'),
    );
  });

  test.each([40, 80, 200])('at %i columns no line is wider, whatever the names', (width) => {
    const names = [
      'x'.repeat(300),
      '日本語'.repeat(60),
      '👨‍👩‍👧‍👦'.repeat(50),
      'e\u0301'.repeat(200),
      '\u001b[31mred',
      'مرحبا'.repeat(40),
    ];
    for (const line of renderTerminal(pageOf(names), { ...surface, width }).split('\n')) {
      expect(widthOf(line)).toBeLessThanOrEqual(width);
    }
  });

  test('a phrase holds text and amounts in one cell, with the decimals that they need', () => {
    const phrase = (from: string, to: string) =>
      ({ kind: 'phrase', parts: ['shrunk ', money(from), ' → ', money(to)] }) as const;
    const page: Page = {
      currency: 'PLN',
      digits: 2,
      blocks: [
        {
          kind: 'table',
          columns: [{ key: 'what', title: '' }],
          rows: [[phrase('145000.00', '100000')], [phrase('1.5', '1.250')]],
        },
      ],
    };
    expect(renderTerminal(page, surface)).toBe('shrunk 145,000 → 100,000\nshrunk 1.500 → 1.250\n');
  });

  test('a spare column is shown only where nothing has to be cut for it', () => {
    const page: Page = {
      currency: 'PLN',
      digits: 2,
      blocks: [
        {
          kind: 'table',
          columns: [
            { key: 'deal', title: 'Deal', shrinkTo: 2 },
            { key: 'name', title: 'Name', spare: true },
          ],
          rows: [[text('a'.repeat(30)), text('b'.repeat(20))]],
        },
      ],
    };
    expect(renderTerminal(page, { ...surface, width: 52 })).toContain('b'.repeat(20));
    expect(renderTerminal(page, { ...surface, width: 51 })).toBe(`Deal\n${'a'.repeat(30)}\n`);
  });

  test('a line that wraps keeps its indent', () => {
    const page: Page = {
      currency: 'PLN',
      digits: 2,
      blocks: [{ kind: 'line', parts: [`  ${'word '.repeat(20)}`] }],
    };
    const lines = renderTerminal(page, { ...surface, width: 40 })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^ {2}word/);
  });

  test('in a pipe nothing is cut', () => {
    const name = 'n'.repeat(500);
    expect(renderTerminal(pageOf([name]), { ...surface, width: Number.POSITIVE_INFINITY })).toContain(name);
  });

  test('escape sequences, bidi marks and newlines of a name never reach the terminal', () => {
    const output = renderTerminal(pageOf(['\u001b]0;x\u0007a\u202eb\nc\u009b1m']), surface);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(output.split('\n')).toHaveLength(6);
  });

  test('a Polish reader sees spaces between thousands and a comma before decimals', () => {
    const page: Page = { currency: 'PLN', digits: 2, blocks: [{ kind: 'line', parts: [money('-1234.50')] }] };
    expect(renderTerminal(page, { ...surface, language: IN_POLISH })).toBe('−1\u00a0234,50\n');
  });
});

describe('a page as Markdown', () => {
  test('a name can neither break the table nor bring markup or HTML', () => {
    const output = renderMarkdown(pageOf(['a|b<script>\n**c** [d](e) &amp;']), ENGLISH);
    const line = output.split('\n').find((each) => each.includes('script')) ?? '';
    expect(line).toBe('| a\\|b&lt;script&gt; \\*\\*c\\*\\* \\[d\\](e) &amp;amp; | 1,000 |');
  });
});

describe('records as CSV', () => {
  test('what a spreadsheet would run gets one quote sign, numbers and amounts never do', () => {
    const csv = renderCsv({
      columns: ['name', 'value', 'n'],
      rows: [
        [
          { kind: 'text', text: '=1+1' },
          { kind: 'decimal', decimal: '-30.00' },
          { kind: 'number', number: -2 },
        ],
        [{ kind: 'text', text: 'a,"b"\n' }, { kind: 'none' }, { kind: 'none' }],
      ],
    });
    expect(csv).toBe('name,value,n\n\'=1+1,-30.00,-2\n"a,""b""\n",,\n');
  });

  test.each([
    [true, 'name\n␛]0;x␇�b\n'],
    [false, 'name\n\u001b]0;x\u0007\u202eb\n'],
  ])('are what they are in a file, and harmless in a terminal: %s', async (isTerminal, expected) => {
    const records = () => ({ columns: ['name'], rows: [[text('\u001b]0;x\u0007\u202eb')]] });
    const showing = { view: { schema: 'x' }, page: () => pageOf([]), records };
    expect(await renderShowing('csv', showing, { ...surface, isTerminal })).toBe(expected);
  });
});

test('JSON escapes what could change a terminal', () => {
  expect(renderJson({ name: '\u009b\u202e\u001b' })).toBe('{\n  "name": "\\u009b\\u202e\\u001b"\n}\n');
});
