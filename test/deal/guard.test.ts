// What of YAML is refused, where that is said to be, and what is no reason to refuse.

import { describe, expect, test } from 'vitest';
import { guardYaml as guard } from '../../src/deal/guard.ts';
import { readDeal } from '../../src/deal/read.ts';
import { YAML_LIMITS } from '../../src/deal/yaml-limits.ts';
import { asTold } from '../support/as-told.ts';
import { DEFAULTS } from './deals.ts';

const guardYaml = (...given: Parameters<typeof guard>) => asTold(guard(...given));

describe('the guard', () => {
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

  test('unless told otherwise a file has up to 256 KiB, 5,000 lines and 20,000 values', () => {
    const message = (text: string) => guardYaml(text, 'a.yaml')[0]?.message;
    expect(message(`a: ${'x'.repeat(256 * 1024 - 3)}`)).toBeUndefined();
    expect(message(`a: ${'x'.repeat(256 * 1024 - 2)}`)).toBe('The file is larger than 256 KiB.');
    expect(message('# \n'.repeat(4_999))).toBeUndefined();
    expect(message('# \n'.repeat(5_000))).toBe('The file has 5001 lines, more than 5000.');
    expect(message(`[${'a,'.repeat(19_999)}]`)).toBeUndefined();
    expect(message(`[${'a,'.repeat(20_000)}]`)).toBe('The file holds more than 20000 values.');
  });

  test('every limit is reached before it is passed', () => {
    const told = (text: string, limits: Parameters<typeof guardYaml>[2]) =>
      guardYaml(text, 'a.yaml', limits).map(({ message, line }) => [message, line]);
    expect(told('a: 1234\n', { size: 8 })).toEqual([]);
    expect(told('a: 12345\n', { size: 8 })).toEqual([['The file is larger than 0.0078125 KiB.', undefined]]);
    expect(told('a: 1\nb: 2', { lines: 2 })).toEqual([]);
    expect(told('a: 1\nb: 2\n\nc: 3', { lines: 2 })).toEqual([
      ['The file has 4 lines, more than 2.', undefined],
    ]);
    expect(told('a: [b]\n', { nodes: 3 })).toEqual([]);
    expect(told('a: [b, c]\n', { nodes: 3 })).toEqual([['The file holds more than 3 values.', 1]]);
    expect(told('- - - a\n', { nodes: 3 })).toEqual([]);
    expect(told('- - - - a\n', { nodes: 3 })).toEqual([['The file holds more than 3 values.', 1]]);
    expect(told('{a: {b: c}}\n', { depth: 2 })).toEqual([]);
    expect(told('a:\n  b:\n    - c\n', { depth: 2 })).toEqual([
      ['More than 2 levels of lists and maps are within each other.', 3],
    ]);
  });

  test.each([
    ['plain', 'a: b\nc: d\ne: f\n', 5],
    ['in double quotes', 'a: b\nc: d\ne: "f"\n', 5],
    ['in single quotes', "a: b\nc: d\ne: 'f'\n", 5],
    ['a map', 'a: b\nc: d\ne: {}\n', 5],
    ['a list', 'a: b\nc: d\ne: []\n', 5],
    ['a block text', 'a: b\nc: d\ne: |\n f\n', 6],
  ])('whatever it is, a value counts as one: %s', (_, text, nodes) => {
    expect(guardYaml(text, 'a.yaml', { nodes })).toHaveLength(1);
    expect(guardYaml(text, 'a.yaml', { nodes: nodes + 1 })).toEqual([]);
  });

  test('what is too much is to be moved elsewhere', () => {
    const hint = 'Keep what belongs to it, and move the rest to a file elsewhere.';
    for (const limit of [{ size: 1 }, { lines: 1 }, { nodes: 1 }])
      expect(guardYaml('a: 1\nb: 2\n', 'a.yaml', limit)).toMatchObject([{ hint }]);
  });

  test('a file may not begin with what nobody sees', () => {
    expect(guardYaml('\u0000a: 1\n', 'a.yaml')).toMatchObject([{ line: 1, column: 1 }]);
  });

  test.each([
    [1, 'conflict markers in line 1.'],
    [6, 'conflict markers in lines 1, 2, 3, 4, 5, 6.'],
    [7, 'conflict markers in lines 1, 2, 3, 4, 5, 6, ….'],
  ])('of %i conflict markers the first lines are named', (count, named) => {
    const text = `\ufeff${'>>>>>>>\n'.repeat(count)}`.trimEnd();
    expect(guardYaml(text, 'a.yaml').map(({ message }) => message)).toEqual([
      `A git merge was left unfinished: ${named}`,
    ]);
  });

  test.each([
    '\u0000',
    '\u0008',
    '\u000b',
    '\u000c',
    '\u000e',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u009f',
    '\ufffe',
    '\ud800',
  ])('the character %j, which nobody sees, is refused with its number and its place', (character) => {
    const number = character.charCodeAt(0).toString(16).padStart(4, '0');
    expect(guardYaml(`a: 1\nb: x${character}y\n`, 'a.yaml')).toMatchObject([
      {
        line: 2,
        column: 5,
        message: `A control character (U+${number.toUpperCase()}) is in the text.`,
        hint: `Delete it; where it is meant, write "\\u${number}" in double quotes.`,
      },
    ]);
  });

  test.each(['\u2028', '\u2029'])('the line separator %j is no line end, and refused', (character) => {
    expect(guardYaml(`a: x${character}y\n`, 'a.yaml')).toMatchObject([
      { line: 1, column: 5, message: expect.stringContaining('An invisible line separator (U+202') },
    ]);
  });

  test('tabs, line ends of Windows and every sign that is seen are text', () => {
    expect(guardYaml('a: x\ty\u00a0z\ufffd😀\r\nb: 1\r\n', 'a.yaml')).toEqual([]);
    expect(guardYaml('a: 1\r', 'a.yaml')).toMatchObject([
      { message: 'A line ends in a carriage return alone.' },
    ]);
  });

  test.each([
    ["a: 'it''s'\n", []],
    ["a: ''\n", []],
    ["a: ''''\n", []],
    ["a: '\n", ["The ' is not closed."]],
    ["a: '''\n", ["The ' is not closed."]],
    ['a: ""\n', []],
    ['a: "\\\\"\n', []],
    ['a: "\\"\n', ['The " is not closed.']],
    ['a: "\\\\\\"\n', ['The " is not closed.']],
    ['a: "\n', ['The " is not closed.']],
    ['a: "', ['The " is not closed.']],
    ["a: '", ["The ' is not closed."]],
    ['a: [b', ['The [ is not closed.']],
    ['a: [b\nc: [d\n', ['The [ is not closed.', 'The [ is not closed.']],
    ['a: {b: [c, {d: e}]}\n', []],
    ['a: [{b: c]}\n', ['The ] does not close the { before it.', 'The } does not close the [ before it.']],
    ['a: [b]]\nc: d\n', ['The ] closes nothing.']],
    ['a: {b: c}}\n', ['The } closes nothing.']],
    ['a: [b\nc: d\n', ['The [ is not closed.']],
    ['a: [[b]\n', ['The [ is not closed.']],
    ['[a]: b\n', ['A list or a map is used as a key.']],
    ['{a: b}: c\n', ['A list or a map is used as a key.']],
    ['a: [b] \nc: d\n', []],
  ])('quotes, brackets and keys of %j', (text, messages) => {
    expect(guardYaml(text, 'a.yaml').map(({ message }) => message)).toEqual(messages);
  });

  test('where a comment cuts a bracket off, that is what to mend', () => {
    const hint = (text: string) => guardYaml(text, 'a.yaml')[0]?.hint;
    expect(hint('a: {b: c #d}\n')).toContain('begins a comment');
    expect(hint('a: [b #c]\n')).toContain('begins a comment');
    expect(hint('a: [b\nc: d #e\n')).not.toContain('begins a comment');
    expect(hint('a: "b #c\n')).not.toContain('begins a comment');
  });

  test('behind what ends the reading nothing more is told', () => {
    expect(guardYaml('a: *b\n---\nc: *d\ne: [', 'a.yaml').map(({ line }) => line)).toEqual([1, 2]);
    expect(guardYaml('a: [b, c, *d', 'a.yaml', { nodes: 3 }).map(({ message }) => message)).toEqual([
      'The file holds more than 3 values.',
    ]);
  });

  test('a directive before the only document is refused as one, not as a second document', () => {
    expect(guardYaml('%YAML 1.1\n---\na: 1\n', 'a.yaml').map(({ message }) => message)).toEqual([
      'Directives (%YAML, %TAG) are not read.',
    ]);
  });
});
