import { describe, expect, test } from 'vitest';
import { guardYaml } from '../../src/deal/guard.ts';
import { readDeal } from '../../src/deal/read.ts';
import { YAML_LIMITS } from '../../src/deal/yaml-limits.ts';
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

  test('depth is allowed up to the limit and no further', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`;
    expect(guardYaml(nested(YAML_LIMITS.depth), 'a.yaml')).toEqual([]);
    expect(guardYaml(nested(YAML_LIMITS.depth + 1), 'a.yaml')[0]).toMatchObject({ line: 1, column: 35 });
  });

  test('other limits and another code can be given', () => {
    const problems = guardYaml('a: [b, c]\n', 'pipeline.yaml', { nodes: 3, code: 'invalid-settings' });
    expect(problems).toMatchObject([
      { code: 'invalid-settings', file: 'pipeline.yaml', message: 'The file holds more than 3 values.' },
    ]);
  });

  test('a problem has file, line, column and the line itself', () => {
    expect(guardYaml('name: A\nowner: &x anna # who\r\n', 'deals/a.yaml')).toEqual([
      {
        code: 'invalid-file',
        severity: 'error',
        file: 'deals/a.yaml',
        line: 2,
        column: 8,
        message: 'Anchors (&name) are not read.',
        hint: 'Write the value out; quote a text that begins with &.',
        excerpt: 'owner: &x anna # who',
      },
    ]);
  });

  test('every refusal of a file is told, up to twenty', () => {
    expect(guardYaml('a: &a 1\nb: *a\nc: !!str 2\n? d\n', 'a.yaml').map((problem) => problem.line)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(guardYaml('a: *a\n'.repeat(100), 'a.yaml').length).toBe(20);
  });

  test('one document may be marked as such; a second one is refused', () => {
    expect(guardYaml('# head\n---\na: 1\n...\n', 'a.yaml')).toEqual([]);
    expect(guardYaml('a: 1\n---\n', 'a.yaml').length).toBe(1);
    expect(guardYaml('---\n---\na: 1\n', 'a.yaml').length).toBe(1);
    expect(guardYaml('a: 1\n...\nb: 2\n', 'a.yaml').length).toBe(1);
  });

  test.each(['<<<<<<< HEAD', '=======', '>>>>>>> anna', '||||||| base'])(
    'the conflict marker %s at the beginning of a line is one',
    (line) => {
      expect(guardYaml(`a: 1\r\n${line}\r\n`, 'a.yaml')).toMatchObject([
        { code: 'conflict-markers', line: 2, column: 1 },
      ]);
      expect(guardYaml(`a: |\n  ${line}\n`, 'a.yaml')).toEqual([]);
    },
  );

  test('signs of another number or within a line are no conflict marker', () => {
    expect(guardYaml('# ========\na: ======= b\n#=======\n', 'a.yaml')).toEqual([]);
    expect(guardYaml('========\n', 'a.yaml')).toEqual([]);
  });

  test('a byte order mark is no column, and a first line may be indented behind it', () => {
    const { deal } = readDeal('\ufeff  name: A\n  stage: lead\n', 'deals/a.yaml', DEFAULTS);
    expect(deal).toMatchObject({ name: 'A', stage: 'lead' });
    expect(guardYaml('\ufeffa: *b\n', 'a.yaml')[0]).toMatchObject({ column: 4, excerpt: 'a: *b' });
  });
});
