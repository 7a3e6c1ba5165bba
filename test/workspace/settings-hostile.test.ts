import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/workspace/settings-read.ts';
import { quick } from '../support/quick.ts';
import { fc, test as property } from '../support/seeded-vitest.ts';

const LEAST = 'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead]}\n';
const MOST_MS = 1_000;

/** Reads it, and sees that it took no time to speak of and named at least one problem. */
function refused(text: string): string[] {
  const { settings, problems } = quick(MOST_MS, () => readSettings(text, 'pipeline.yaml'));
  expect(settings).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(101);
  return problems.map((problem) => String(problem.message));
}

describe('a hostile pipeline.yaml', () => {
  test.each([
    ['__proto__: {gate: error}'],
    ['check: {__proto__: {gate: error}}'],
    ['constructor: 1'],
    ['rules: {toString: error}'],
    ['review: {questions: {stages: {__proto__: [x]}}}'],
    ['team: [{id: __proto__}]'],
    ['team: [{id: a, group: constructor}]'],
    ['team: [valueOf]'],
    ['snapshot: {custom: [hasOwnProperty]}'],
    ['plan: {targets: [{period: 2026-Q4, target: 1, custom.__proto__: x}]}'],
  ])('changes nothing of the program: %s', (line) => {
    refused(`${LEAST}${line}\n`);
    expect({}).not.toHaveProperty('gate');
  });

  test('a stage is not called as a word of the program', () => {
    expect(refused(LEAST.replace('lead', 'constructor'))[0]).toContain('process.stages');
  });

  test.each([
    ['aliases', `a: &a [x]\nb: [${'*a,'.repeat(1000)}]\n`],
    ['deep brackets', `name: ${'['.repeat(5000)}`],
    ['deep maps', `name: ${'{a: '.repeat(5000)}`],
    ['complex keys', `${'? '.repeat(1000)}x\n`],
    ['tags', 'name: !!binary aGk=\n'],
    ['directives', '%YAML 1.1\n---\nname: x\n'],
    ['several documents', `${LEAST}---\n${LEAST}`],
    ['a conflict', `<<<<<<< HEAD\n${LEAST}=======\n${LEAST}>>>>>>> theirs\n`],
    ['many keys', Array.from({ length: 9_000 }, (_, index) => `key${index}: x\n`).join('')],
    ['a very long key', `${'k'.repeat(200_000)}: x\n`],
    ['a very long text', `${LEAST}time_zone: ${'Z'.repeat(200_000)}\n`],
    ['a huge file', `${LEAST}# ${'x'.repeat(300_000)}\n`],
    ['no map', '- a\n- b\n'],
    ['only a word', 'hello\n'],
    ['control characters', 'name: "\u0000"\n'],
  ])('is refused in a moment: %s', (_name, text) => {
    refused(text);
  });

  test('thousands of names that do not exist are counted, not listed', () => {
    const team = Array.from({ length: 4_000 }, (_, index) => `person-${index}`).join(', ');
    const groups = Array.from({ length: 4_000 }, (_, index) => `nobody-${index}: info`).join(', ');
    const messages = refused(`${LEAST}team: [${team}]\nrules: {stale: {groups: {${groups}}}}\n`);
    expect(messages.at(-1)).toBe('3900 more problems are not shown.');
  });

  test.each(['1e400', '9'.repeat(400), '0x10', '1_000', '.inf', '-1', '0', '0.0', '١٢'])(
    'a number that is none is no rate: %s',
    (rate) => {
      refused(`${LEAST}rates: [{on: 2026-01-01, EUR: ${rate}}]\n`);
    },
  );

  test.each(['1e3', '99999999999999999999', '1.5', '0x1F', '.nan'])(
    'a count is a whole number: %s',
    (count) => {
      refused(`${LEAST}review: {largest: ${count}}\n`);
    },
  );

  property.prop([fc.string({ maxLength: 300, unit: 'binary' })])(
    'whatever the text, it is read or refused',
    (text) => {
      const { settings, problems } = readSettings(text, 'pipeline.yaml');
      expect(settings === undefined).toBe(problems.length > 0);
    },
  );

  const value = fc.constantFrom(
    '1',
    'x',
    '[]',
    '{}',
    '[x, y]',
    '{id: x}',
    '""',
    '~',
    '"2026-11-23"',
    '5%',
    '-',
    '[[]]',
  );
  const key = fc.constantFrom(
    ...[
      'locale',
      'rates',
      'team',
      'process',
      'lost_reasons',
      'labels',
      'freshness',
      'rules',
      'check',
      'rhythm',
    ],
    ...['snapshot', 'review', 'clean', 'plan', 'forecast', 'time_zone', 'source_of_record', 'unheard-of'],
  );

  property.prop([fc.array(fc.tuple(key, value), { maxLength: 6 })])(
    'whatever a setting holds, what is wrong has a place and a hint',
    (lines) => {
      const text = LEAST + lines.map(([name, held]) => `${name}: ${held}\n`).join('');
      for (const problem of readSettings(text, 'pipeline.yaml').problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.hint ?? '', text).not.toBe('');
      }
    },
  );
});
