// Cells that are written to keep an import busy: none takes longer than a blink.

import { test } from 'vitest';
import { calendarIn } from '../../src/base/calendar.ts';
import { asItIs } from '../../src/base/said.ts';
import { readAmountText } from '../../src/base/written-amount.ts';
import { columnsOf } from '../../src/crm-import/columns.ts';
import { dayReader } from '../../src/crm-import/days.ts';
import { frameOf } from '../../src/crm-import/frame.ts';
import { customKey, squeeze } from '../../src/crm-import/headers.ts';
import { readText } from '../../src/crm-import/read-text.ts';
import { stageResolver } from '../../src/crm-import/stage-values.ts';
import { quickAtOnce } from '../support/quick.ts';

const BLINK = 250;
const LONG = 100_000;
const CELLS: readonly (readonly [string, string])[] = [
  ['digits and a minus inside', `${'1'.repeat(29)}-1`],
  ['digits up to the longest amount', `${'1'.repeat(57)}-1`],
  ['points and digits', `${'1.'.repeat(28)}-1`],
  ['spaces between digits', `${'1 '.repeat(28)}x1`],
  ['letters up to the longest amount', `${'a'.repeat(58)}1`],
  ['brackets', '('.repeat(60)],
  ['a conversion that never ends', `${'1'.repeat(20)} (PLN ${'1'.repeat(30)}`],
  ['a long run of digits', '1'.repeat(LONG)],
  ['a long run of digits and a word', `${'1 '.repeat(LONG / 2)}x`],
  ['a long run of signs', '-'.repeat(LONG)],
  ['a long run of signs and a word', `${'*'.repeat(LONG)}x`],
  ['a long run of spaces between words', `a${' '.repeat(LONG)}b`],
  ['a long run of commas and spaces', `a${', '.repeat(LONG / 2)}b`],
  ['a long run of letters T', `1${'T'.repeat(LONG)}1`],
  ['a long run of colons', `a${':'.repeat(LONG)}b`],
  ['a long run of brackets', `a${'('.repeat(LONG)}b`],
  ['a long total', `total${' '.repeat(LONG)}x`],
  ['a long line of records', `1${' '.repeat(LONG)}records${'!'.repeat(LONG)}x`],
  ['a long run of quotes', `"${'"'.repeat(LONG)}x"`],
  ['a long run of quoted words', '"x" '.repeat(LONG / 4)],
  ['a long header of stage days', `date entered "${'a'.repeat(LONG)}`],
];

const readDay = dayReader('dmy', calendarIn('Europe/Warsaw'));
const resolve = stageResolver({}, []);
const READERS: readonly (readonly [string, (cell: string) => unknown])[] = [
  ['an amount', readAmountText],
  ['a date', readDay],
  ['a header', (cell) => [squeeze(cell), customKey(cell)]],
  ['headers', (cell) => columnsOf([cell], {}, undefined)],
  ['a stage', resolve],
  [
    'a footer',
    (cell) =>
      frameOf(
        [
          { line: 1, cells: ['a', 'b'] },
          { line: 2, cells: [cell, ''] },
        ],
        () => true,
      ),
  ],
  [
    'a file',
    (cell) =>
      readText(`id,name\n1,"${cell.replaceAll('"', '""')}"\n2,5" pipe\n`, {
        file: 'a.csv',
        encoding: asItIs('utf-8'),
        delimiter: undefined,
        isHeader: (text) => text === 'id' || squeeze(text) === 'name',
      }),
  ],
];

test.each(READERS.flatMap(([as, read]) => CELLS.map(([what, cell]) => ({ as, what, read, cell }))))(
  '$what, read as $as, takes no time',
  ({ read, cell }) => {
    quickAtOnce(BLINK, () => read(cell));
  },
  30_000,
);
