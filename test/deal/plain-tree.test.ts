// The reader of the plain form: what it answers yaml would answer, and it answers for what people and the tool write.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/base/day.ts';
import { decodeUtf8 } from '../../src/base/utf8.ts';
import { plainTree, usePlainReader } from '../../src/deal/plain-tree.ts';
import { writeDeal } from '../../src/deal/write.ts';
import { YAML_LIMITS } from '../../src/deal/yaml-limits.ts';
import { demoFiles } from '../../src/demo/demo.ts';
import { quick } from '../support/quick.ts';
import { answersLikeYaml, holdAgainstYaml } from './against-yaml.ts';
import { Dice } from './dice.ts';
import { everydayDeal } from './everyday-deals.ts';
import { nearlyPlain } from './nearly-plain.ts';

const PLAIN: readonly string[] = [
  'name: ERP rollout',
  'name: ERP rollout\n',
  'name: ERP rollout\r\nstage: lead\r\n',
  '# head\n\nname: ERP # really\n  # inside\n\n# end',
  'account: "Acme: Sp. z o.o."\nowner: \'a, b #c\'\nwas: ""\n',
  'url: http://x.example/a?b=c#d\ntime: 12:30\namount: -5.00\nnote: a - b, {c} [d] "e" & f\n',
  'name:\nstage:   \nowner: # nobody\n',
  'next_step: {by: 2026-11-28, what: send the offer, agreed: }\n',
  'custom: { a : b }\n'.replace('a :', 'a:'),
  'custom: {a: {b: [c, {d: e}, []]}, f: {},}\n',
  'stages:\n  - {stage: lead, on: 2026-09-01}\n  - {stage: won, on: 2026-09-02} # at last\nname: ERP\n',
  'stages:\n- {stage: lead}\n\n# between\n- {stage: won}\nname: ERP\n',
  'stages:\n  - stage: lead\n    on: 2026-09-01\n  -   stage: won\n      on: 2026-09-02\n',
  'contacts:\n    - jan@acme.example\n    - "ewa: x"\n    - [a, b]\n',
  'custom:\n  segment: mid-market\n  size:\n    seats: 12\n    list:\n    - a\n    - b: c\n      d:\n  last: x\n',
  'ключ: wartość\n"quoted key": 1\n\'two words\': 2\nthree words: 3\n',
  "name: \"a \\\"b\\\" c\\n\\u0142\\\\\"\nowner: 'O''Brien \\'\nstage: ''''\n",
  '  indented: all\n  of: it\n',
  'name: 👩‍👩‍👧 x\u00a0y\n',
];

const NOT_PLAIN: Readonly<Record<string, string>> = {
  nothing: '',
  'only comments': '# a\n',
  'a text': 'just words',
  'a list': '- a\n- b\n',
  'a map in braces': '{name: ERP}',
  'a tab behind a value': 'name: ERP\t# x\n',
  'a byte order mark': '\ufeffname: ERP\n',
  'a byte order mark in the second line': '# a\n\ufeffname: ERP\n',
  'an anchor': 'name: &a ERP\n',
  'an alias': 'name: *a\n',
  'a tag': 'name: !!str ERP\n',
  'a directive': '%YAML 1.2\n---\nname: ERP\n',
  'the mark of a document': '---\nname: ERP\n',
  'the mark of an end': 'name: ERP\n...\n',
  'the mark of an end before a key': 'name: ERP\n... a: b\n',
  'an explicit key': '? name\n: ERP\n',
  'a block text': 'name: |\n  ERP\n',
  'a folded text': 'name: >-\n  ERP\n',
  'a text over two lines': 'name: ERP\n  rollout\n',
  'a text in the next line': 'name:\n  ERP\n',
  'quotes over two lines': 'name: "ERP\n  rollout"\n',
  'quotes that do not end': 'name: "ERP\n',
  'quotes with more behind them': 'name: "ERP" rollout\n',
  'quotes with an escape of YAML alone': 'name: "ERP\\x41"\n',
  'quotes with an escape of nobody': 'name: "ERP\\d"\n',
  'quotes with a quote too many': "name: 'it'''s'\n",
  'a control character': 'name: ERP\u0007\n',
  'a line separator': 'name: ERP\u2028\n',
  'half a character': 'name: \ud800\n',
  'a carriage return alone': 'name: ERP\rstage: lead\n',
  'a merge left half done': 'name: ERP\n<<<<<<< HEAD\nstage: lead\n',
  'a key twice': 'name: ERP\nname: CRM\n',
  'a key twice in braces': 'source: {id: 1, id: 2}\n',
  'a key twice, once in quotes': 'name: ERP\n"name": CRM\n',
  'a key without a value': 'name: ERP\nstage\n',
  'a colon without a space': 'name:ERP\n',
  'a colon behind a space': 'name : ERP\n',
  'a colon in a text': 'name: ERP: rollout\n',
  'a colon at the end of a text': 'name: ERP:\n',
  'a comment without a space': 'name: {a: b}# x\n',
  'a line too far in': 'name: ERP\n  stage: lead\n',
  'a line too far out': 'custom:\n    a: b\n  c: d\n',
  'a list in a list': 'custom:\n  - - a\n',
  'an item that is left out': 'contacts:\n  -\n  - a\n',
  'an item without a hyphen': 'contacts:\n  - a\n  b\n',
  'braces that do not end': 'source: {id: 1\n',
  'braces over two lines': 'source: {id: 1,\n  system: x}\n',
  'a comma too many': 'contacts: [a,, b]\n',
  'only a comma': 'contacts: [,]\n',
  'a key alone in braces': 'source: {id}\n',
  'a pair in brackets': 'contacts: [a: b]\n',
  'braces as a key': '{a: b}: c\n',
  'a colon without a space in braces': 'source: {"id":1}\n',
  'an email address in backticks': 'contacts: [`a`]\n',
  'a hyphen alone': 'name: -\n',
  'a hyphen alone in brackets': 'contacts: [-]\n',
  'a long key': `${'k'.repeat(1025)}: 1\n`,
  'many keys': Array.from({ length: 100 }, (_, at) => `k${at}: 1\n`).join(''),
  'many levels': `custom: ${'['.repeat(20)}${']'.repeat(20)}\n`,
  'many lines': `name: ERP\n${'\n'.repeat(YAML_LIMITS.lines)}`,
  'many characters': `name: ${'x'.repeat(YAML_LIMITS.nodes)}\n`,
};

describe('the plain reader', () => {
  test.for(PLAIN)('reads %j as yaml does', (text) => {
    expect(answersLikeYaml(text)).toBe(true);
  });

  test.for(Object.entries(NOT_PLAIN))('leaves %s to yaml', ([, text]) => {
    expect(plainTree(text)).toBeUndefined();
  });

  test('can be turned off', () => {
    usePlainReader(false);
    expect(plainTree('name: ERP')).toBeUndefined();
    usePlainReader(true);
    expect(plainTree('name: ERP')).toBeDefined();
  });

  test('takes no longer for long or nasty texts than reading them once does', () => {
    const near = YAML_LIMITS.nodes - 20;
    const nasty = [
      "'",
      '"',
      '[',
      '{a: ',
      '- ',
      ' #',
      ' ',
      'a: ',
      '\n',
      '\r\n',
      ' \n',
      'a:\n',
      "''",
      ', ',
      'a:\n ',
      '# \n',
    ];
    for (const piece of nasty) {
      const text = `a: ${piece.repeat(near / piece.length)}`;
      quick(250, () => plainTree(text));
      quick(250, () => plainTree(`a:\n  - ${piece.repeat(near / piece.length)}`));
    }
  });
});

describe('the plain reader answers', () => {
  test('every deal of the demo', () => {
    const deals = demoFiles('2026-11-23' as Day).filter(({ path }) => path.endsWith('.yaml'));
    expect(deals.length).toBeGreaterThan(50);
    for (const { path, text } of deals) expect(answersLikeYaml(text), path).toBe(true);
  });

  test('19 of 20 texts in any plain style', () => {
    const { texts, answered } = holdAgainstYaml(2_000, 1, (seed) => nearlyPlain(new Dice(seed), 'plain'));
    expect(answered / texts).toBeGreaterThan(0.95);
  });

  test('19 of 20 deals of every day that the tool writes', () => {
    const { texts, answered } = holdAgainstYaml(1_000, 1, (seed) => writeDeal(everydayDeal(new Dice(seed))));
    expect(answered / texts).toBeGreaterThan(0.95);
  });
});

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const DATA = join(import.meta.dirname, '../../../shared/data');

function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(folder, name));
}

/** How many of the files it answers. */
function answeredIn(folder: string): number {
  return yamlIn(folder).filter((path) => {
    const text = decodeUtf8(readFileSync(path));
    return typeof text === 'string' && answersLikeYaml(text, path);
  }).length;
}

describe('where the plain reader answers, yaml says the same', () => {
  test('of all fixtures, two thirds of which are plain', () => {
    expect(answeredIn(FIXTURES)).toBeGreaterThan(yamlIn(FIXTURES).length * 0.6);
  });

  test.skipIf(!existsSync(DATA))('of the YAML test suite (needs ../shared/data/yaml_test_suite)', () => {
    expect(answeredIn(join(DATA, 'yaml_test_suite'))).toBeGreaterThan(10);
  });

  test.skipIf(!existsSync(DATA))('of malformed and odd YAML (needs ../shared/data/js_yaml_tests)', () => {
    expect(answeredIn(join(DATA, 'js_yaml_tests'))).toBeLessThan(20);
  });
});
