// No text takes the reader down, or for minutes: refused at once, or read in time.

import { describe, expect, test } from 'vitest';
import { guardYaml } from '../../src/deal/guard.ts';
import { readDeal } from '../../src/deal/read.ts';
import { quick } from '../support/quick.ts';
import { DEFAULTS } from './deals.ts';

const MOST_MS = 250;

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');

/** Small texts that take a parser down, or for minutes. */
const BOMBS: Readonly<Record<string, string>> = {
  'brackets 2,000 deep': '['.repeat(2000),
  'brackets 2,000 deep, closed': `custom: ${'['.repeat(2000)}${']'.repeat(2000)}`,
  'braces 2,000 deep': '{a: '.repeat(2000),
  'a kilobyte of question marks': '? '.repeat(512),
  'a kilobyte of hyphens': '- '.repeat(512),
  'a kilobyte of colons': ': '.repeat(512),
  '300 levels of indentation': many(300, (at) => `${' '.repeat(at)}a:\n`),
  '50,000 keys': many(50_000, (at) => `k${at}: 1\n`),
  '25,000 keys in braces': `{${many(25_000, (at) => `k${at}: 1,`)}}`,
  'a line of 300 KB': `name: ${'x'.repeat(300 * 1024)}`,
  'a billion laughs': `a: &a [l, l]\n${many(30, (at) => `k${at}: &k${at} [*a, *a, *a]\n`)}`,
  '100,000 blank lines before comments': `a: |\n  x\n${'\n'.repeat(100_000)}${' #\n'.repeat(40_000)}`,
  '100,000 commas': `a: [${','.repeat(100_000)}]`,
  '100,000 closing brackets': ']'.repeat(100_000),
  '80,000 empty quotes': 'a: "" ""'.repeat(30_000),
  '80,000 anchors': '&a '.repeat(80_000),
};

/** Within the limits, and still no pleasure: accepted or refused, but in time. */
const HEAVY: Readonly<Record<string, string>> = {
  '4,990 keys': many(4_990, (at) => `k${at}: 1\n`),
  '4,990 items': `custom:\n  list:\n${'  - a\n'.repeat(4_990)}`,
  '9,900 keys in braces': `custom: {${many(9_900, (at) => `k${at}: 1,`)}}`,
  'one key 4,900 times': 'a: 1\n'.repeat(4_900),
  'blank lines before comments': `a: |\n  x\n${'\n'.repeat(2_500)}${' #\n'.repeat(2_400)}`,
  'a text of 250 KB': `a: ${'x '.repeat(125_000)}`,
  'backslashes in an open quote': `a: "${'\\'.repeat(250_000)}`,
  'quotes in an open quote': `a: '${"'".repeat(249_999)}`,
  'a text over 4,900 lines': `a: "${'x\n '.repeat(4_900)}"`,
  'a block text of 4,900 lines': `a: >\n${'  x\n\n'.repeat(2_450)}`,
  '19,000 open quotes': '" '.repeat(19_000),
  '4,900 errors on a line each': 'a: "b" c\n'.repeat(4_900),
  'spaces alone': ' '.repeat(250_000),
  'number signs': `a: x${' #'.repeat(120_000)}`,
  'one long number': `amount: ${'1'.repeat(250_000)}`,
  'a number with one letter': `custom: {a: ${'1'.repeat(100_000)}x}`,
  'a long fraction': `custom: {a: 0.${'1'.repeat(100_000)}}`,
  'underscores in a number': `amount: ${'1_'.repeat(100_000)}`,
  'an amount with spaces': `amount: "${'1 '.repeat(100_000)}"`,
  'a long unknown key': `${'k'.repeat(100_000)}: 1`,
  'a long key in brackets': `next_step: {${'k'.repeat(100_000)}: 1}`,
  'a long currency': `currency: ${'a'.repeat(100_000)}`,
  'a long day': `close: ${'2026-'.repeat(40_000)}`,
};

describe('the guard', () => {
  test.each(Object.keys(BOMBS))('%s: refused at once', (name) => {
    const text = BOMBS[name] ?? '';
    const problems = quick(MOST_MS, () => guardYaml(text, 'pipeline.yaml'));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems)
      expect(problem).toMatchObject({ code: 'invalid-file', severity: 'error', hint: expect.any(String) });
    expect(readDeal(text, 'deals/a.yaml', DEFAULTS).deal).toBeUndefined();
  });

  test.each(Object.keys(HEAVY))('%s: read or refused in time', (name) => {
    const text = `name: A\nstage: lead\n${HEAVY[name]}`;
    const { problems } = quick(MOST_MS, () => readDeal(text, 'deals/a.yaml', DEFAULTS));
    for (const problem of problems) expect(JSON.stringify(problem).length).toBeLessThan(3000);
  });
});
