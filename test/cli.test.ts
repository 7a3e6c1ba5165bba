// What every verb has in common: help, usage errors, and what is refused before anything is read.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../src/cli/options.ts';
import { VERBS } from '../src/cli/verbs.ts';
import { plainTree, usePlainReader } from '../src/deal/plain-tree.ts';
import { cli } from './support/cli.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'pipeline-cli-'));
  await cli('init . --currency PLN --locale en', { cwd });
  mkdirSync(join(cwd, 'deals/2026'), { recursive: true });
  const deal = 'name: ERP\nstage: lead\nowner: anna\nsource: {system: salesforce, id: 0065g00000XyZ}\n';
  writeFileSync(join(cwd, 'deals/2026/acme-erp.yaml'), deal);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('help', () => {
  test('where an argument is missing, the help of that verb is named, also of a verb of a verb', async () => {
    for (const name of ['merge', 'archive restore']) {
      const { status, stderr } = await cli(name, { cwd });
      expect([status, stderr]).toEqual([2, expect.stringMatching(` pipeline ${name} --help\n`)]);
    }
  });

  test('`help diff`, `diff --help` and `diff -h` are the same', async () => {
    const { stdout } = await cli('diff --help', { cwd });
    expect(stdout).toContain('Examples:');
    expect((await cli('help diff', { cwd })).stdout).toBe(stdout);
    expect((await cli('diff -h', { cwd })).stdout).toBe(stdout);
  });

  test.each(VERBS.map(({ name }) => name))('of %s fits 80 columns and has examples', async (name) => {
    const { status, stdout } = await cli(`${name} --help`, { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('Examples:');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test('a hint names only verbs that there are', async () => {
    const { stdout } = await cli('--help', { cwd });
    const named = [...stdout.matchAll(/pipeline ([a-z]+)/g)].map(([, verb]) => verb);
    for (const verb of named)
      expect(['help', ...VERBS.map(({ name }) => name.split(' ')[0])]).toContain(verb);
  });
});

describe('a mistake', () => {
  test.each([
    ['snapshto', 'Did you mean snapshot?'],
    ['diff --ownr anna', 'Did you mean --owner?'],
    ['list --format yaml', 'Allowed choices are table'],
    ['stale --days soon', 'whole number'],
    ['list --closing 2026-Q9', '2026-Q4'],
    ['list --today 23.11.2026', '2026-11-23'],
    ['show acme-erq', 'acme-erp'],
  ])('%s ends with 2 and says: %s', async (words, said) => {
    const { status, stderr, stdout } = await cli(words, { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(stdout).toBe('');
  });

  const withValue = VERBS.flatMap(({ name, options = [], formats = [] }) =>
    [
      ...GLOBAL_OPTIONS,
      ...options,
      ...(formats.length > 0 ? [{ flags: '--format <f>' }, { flags: '--output <f>' }] : []),
    ]
      .map(({ flags }) => /--([a-z-]+) [<[]/.exec(flags)?.[1] ?? '')
      .filter((option) => option !== '' && option !== 'owner' && option !== 'message')
      .map((option) => [name, option] as const),
  );

  test('an option with an empty value, as a variable that is not set gives it, is refused by every verb', async () => {
    expect(withValue).toContainEqual(['check', 'changed']);
    expect(withValue).toContainEqual(['digest', 'to']);
    for (const [name, option] of withValue) {
      const words = [...(VERBS.find((verb) => verb.name === name)?.args ?? [])].map(() => 'x');
      for (const given of [[`--${option}`, ''], [`--${option}=`]]) {
        const { status, stdout, stderr } = await cli([...name.split(' '), ...words, ...given], { cwd });
        expect([status, stdout], `${name} ${given}`).toEqual([2, '']);
        expect(stderr).toContain(
          `error: --${option} was given an empty value.\n  → Where it comes from a variable`,
        );
      }
    }
  });

  test('a spreadsheet is not sent to a terminal', async () => {
    const { status, stderr, bytes } = await cli('list --format xlsx', { cwd, tty: true });
    expect(status).toBe(2);
    expect(stderr).toContain('> list.xlsx');
    expect(bytes).toHaveLength(0);
  });
});

describe('an option that takes several with commas', () => {
  test('takes them in several times that it is given too', async () => {
    for (const line of [
      'list --columns stage,owner',
      'check --rule unknown-key,invalid-file --format json',
    ]) {
      const [, option = '', first = '', second = ''] = /(--\w+) ([\w-]+),([\w-]+)/.exec(line) ?? [];
      const apart = line.replace(`${first},${second}`, `${first} ${option} ${second}`);
      const together = await cli(line, { cwd });
      expect(await cli(apart, { cwd }), apart).toEqual(together);
      expect(together.stdout, line).not.toBe((await cli(line.replace(`${first},`, ''), { cwd })).stdout);
    }
  });

  test('is a list wherever its text says so; any other counts as it was given last', async () => {
    for (const { name, options = [] } of VERBS) {
      for (const { flags, text, list } of options) {
        if (text.includes('several with commas')) expect(list, `${name} ${flags}`).toBe(true);
      }
    }
    const last = await cli('list --account other --account erp --format json', { cwd });
    expect(JSON.parse(last.stdout).scope.account).toBe('erp');
  });

  test('has no empty list: commas alone are an empty value, and of --owner the deals of nobody', async () => {
    expect((await cli('check --rule ,', { cwd })).stderr).toContain('--rule was given an empty value');
    for (const verb of ['list', 'stale']) {
      const none = JSON.parse((await cli(`${verb} --owner none --format json`, { cwd })).stdout);
      const empty = JSON.parse((await cli([verb, '--owner', '', '--format', 'json'], { cwd })).stdout);
      expect([empty.deals, empty.total, empty.freshness], verb).toEqual([
        none.deals,
        none.total,
        none.freshness,
      ]);
    }
  });
});

test("a deal is found by the CRM's record id, with or without the system", async () => {
  expect((await cli('show 0065g00000XyZ', { cwd })).stdout).toContain('acme-erp · ERP');
  expect((await cli('show salesforce:0065g00000XyZ', { cwd })).stdout).toContain('acme-erp · ERP');
});

test('findings below the gate are told in full where their rule is asked for', async () => {
  writeFileSync(join(cwd, 'deals/2026/typo.yaml'), 'name: Typo\nstage: lead\nammount: 10\n');
  expect((await cli('check', { cwd })).stdout).not.toContain('typo.yaml:3');
  expect((await cli('check --rule unknown-key', { cwd })).stdout).toContain('typo.yaml:3');
});

test('with PIPELINE_PLAIN_READER=off every file is read by yaml, which says the same', async () => {
  const on = await cli('list --format json', { cwd });
  expect(plainTree('name: ERP')).toBeDefined();
  rmSync(join(cwd, '.pipeline'), { recursive: true, force: true });
  const off = await cli('list --format json', { cwd, env: { PIPELINE_PLAIN_READER: 'off' } });
  expect(plainTree('name: ERP')).toBeUndefined();
  usePlainReader(true);
  expect(off.stdout).toBe(on.stdout);
});
