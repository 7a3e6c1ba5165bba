// What people expect of a period is kept by the week, as it was known on each day, and every other byte of the file stays.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Day, day } from '../src/base/day.ts';
import type { Decimal } from '../src/base/money.ts';
import { callsOf, type HumanCall, weeklyCalls } from '../src/human-calls/human-call.ts';
import { readCalls } from '../src/human-calls/read.ts';
import { callsJsonSchema } from '../src/human-calls/schema.ts';
import { withCall } from '../src/human-calls/write.ts';
import { mergedCalls } from '../src/three-way/merge-entries.ts';
import { cli } from './support/cli.ts';

const ASKED = { fiscalYearStarts: 1, currency: 'PLN' };
const call = (on: string, amount: string, more: Partial<HumanCall> = {}): HumanCall => ({
  ...{ period: '2026-Q4', owner: 'anna', on: day(on), amount: amount as Decimal, currency: 'PLN', note: '' },
  logged: undefined,
  ...more,
});

describe('through the command line', () => {
  let root = '';
  const ask = (...words: string[]) => cli(['forecast', 'call', ...words], { cwd: root });
  const file = () => readFileSync(join(root, 'forecasts/calls.yaml'), 'utf8');

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'pipeline-calls-'));
    writeFileSync(
      join(root, 'pipeline.yaml'),
      'format: 1\nname: acme\ncurrency: PLN\nteam: [{id: anna, name: Anna}]\nprocess: {stages: [{id: lead}]}\n',
    );
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('a call of a later day of the week takes its place, and both stay in the file', async () => {
    const empty = await ask('--today', '2026-11-23');
    expect(empty.stdout).toContain('No calls yet');
    expect((await ask('450k', '--owner', 'anna', '--today', '2026-11-23')).status).toBe(0);
    const again = await ask('420 tys', '--owner', 'Anna', '--note', '=1+1', '--today', '2026-11-25');
    expect(again.stdout).toContain('Takes the place of 450,000 of 2026-11-23');
    expect(file()).toContain('amount: 450000');
    expect(file()).toContain('amount: 420000');
    const { calls } = JSON.parse((await ask('--format', 'json', '--today', '2026-11-25')).stdout);
    expect(calls).toMatchObject([
      { owner: 'anna', amount: '420000', week: '2026-11-23', note: '=1+1', logged: null },
    ]);
    expect((await ask('--format', 'csv', '--today', '2026-11-25')).stdout).toContain("'=1+1");
  });

  test('a call again on the day changes its amount and no other byte, and undo takes that back', async () => {
    const before = file();
    await ask('400000', '--owner', 'anna', '--note', '=1+1', '--today', '2026-11-25');
    expect(file()).toBe(before.replace('420000', '400000'));
    await cli(['undo', '--today', '2026-11-25'], { cwd: root });
    expect(file()).toBe(before);
    const same = await ask('420k', '--owner', 'anna', '--note', '=1+1', '--today', '2026-11-25');
    expect(same.stdout).toContain('It says so already');
  });

  test('what was said earlier is marked as written down later', async () => {
    await ask('300k', '--on', '2026-10-05', '--today', '2026-11-25');
    expect(file()).toMatch(/on: 2026-10-05\n {4}amount: 300000\n {4}currency: PLN\n {4}logged: 2026-11-25\n/);
  });

  test.each([
    [['5', '--owner', 'zofia'], 2, 'There is no "zofia"'],
    [['-5'], 2, 'can be no less than nothing'],
    [['5 EUR'], 2, 'in PLN, not in EUR'],
    [['5', '--on', '2026-12-24'], 2, 'is still to come'],
    [['5', '--period', '2026-Q3'], 2, '2026-Q3 was over'],
    [['--note', 'x'], 2, 'there is no amount'],
    [['a lot'], 2, 'is not an amount'],
  ])('%j is refused with a sentence', async (words, status, said) => {
    const before = file();
    const { status: is, stderr } = await ask('--today', '2026-11-25', ...(words as string[]));
    expect(stderr).toContain(said);
    expect(is).toBe(status);
    expect(file()).toBe(before);
  });

  test('a mistake in the file is told with its line; what cannot be read is not written over', async () => {
    const before = file();
    writeFileSync(join(root, 'forecasts/calls.yaml'), before.replace('amount: 300000', 'amount: 3e5'));
    const listed = await ask('--today', '2026-11-25');
    expect(listed.stdout).toMatch(/forecasts\/calls\.yaml:\d+:\d+: amount: "3e5" is not a plain decimal/);
    expect(listed.stdout).toContain('420,000');
    expect(listed.status).toBe(3);
    writeFileSync(join(root, 'forecasts/calls.yaml'), 'format: 2\ncalls: []\n');
    const refused = await ask('5', '--today', '2026-11-25');
    expect(refused.status).toBe(3);
    expect(file()).toBe('format: 2\ncalls: []\n');
  });
});

describe('an editor', () => {
  const accepts = new Ajv({ strict: false, allErrors: true }).compile(callsJsonSchema());
  const file = (item: string) => parse(`format: 1\ncalls:\n  - ${item}\n`);

  test.each([
    '{period: 2026-Q4, owner: anna, on: 2026-11-23, amount: 450000, currency: PLN, note: =1+1, logged: 2026-11-25}',
    '{period: 2026, on: 2026-11-23, amount: "450000.50", note: }',
  ])('takes %s, as the reader does', (item) => {
    expect(readCalls(`format: 1\ncalls:\n  - ${item}\n`, '', ASKED).problems).toEqual([]);
    expect(accepts(file(item)), JSON.stringify(accepts.errors)).toBe(true);
  });

  test.each([
    '{period: this-quarter, on: 2026-11-23, amount: 3}',
    '{period: 2026-Q4, on: 23.11.2026, amount: 3}',
    '{period: 2026-Q4, on: 2026-11-23, amount: -3}',
    '{period: 2026-Q4, on: 2026-11-23}',
    '{period: 2026-Q4, on: 2026-11-23, amount: 3, sum: 4}',
  ])('shows what is wrong with %s', (item) => {
    expect(readCalls(`format: 1\ncalls:\n  - ${item}\n`, '', ASKED).problems).not.toEqual([]);
    expect(accepts(file(item))).toBe(false);
  });
});

describe('which call counts', () => {
  const calls = [
    call('2026-10-05', '300'),
    call('2026-10-12', '310', { logged: day('2026-11-01') }),
    call('2026-10-14', '320'),
    call('2026-10-14', '900', { owner: '' }),
    call('2026-10-14', '1', { currency: 'EUR' }),
  ];
  const of = (before: string) =>
    [...callsOf(calls, { period: '2026-Q4', currency: 'PLN', before: before as Day })].map(
      ([owner, { amount }]) => `${owner} ${amount}`,
    );

  test('is the latest one that was known before the day', () => {
    expect(of('2026-10-05')).toEqual([]);
    expect(of('2026-10-14')).toEqual(['anna 300']);
    expect(of('2026-10-15')).toEqual(['anna 320', ' 900']);
  });

  test('is the last one of a week for the week', () => {
    expect(weeklyCalls(calls.slice(0, 4)).map(({ amount }) => amount)).toEqual(['300', '320', '900']);
  });
});

describe('the file', () => {
  const text = (...items: HumanCall[]) =>
    items.reduce((before, item) => {
      const file = before === '' ? undefined : { text: before, fingerprint: '' as never };
      const change = withCall(file, item, ASKED);
      return change?.kind === 'write' && typeof change.content === 'string' ? change.content : before;
    }, '');

  test('of two people is joined by period, owner and day; one call with two amounts is a conflict of its line', () => {
    const base = text(call('2026-10-05', '300'));
    const ours = text(call('2026-10-05', '300'), call('2026-10-12', '310'));
    const theirs = text(call('2026-10-05', '300'), call('2026-10-12', '99', { owner: 'piotr' }));
    const merged = mergedCalls({ base, ours, theirs });
    expect(merged?.conflicts).toEqual([]);
    expect(readCalls(merged?.text ?? '', '', ASKED).calls.map(({ amount }) => amount)).toEqual([
      '300',
      '310',
      '99',
    ]);
    const other = mergedCalls({ base, ours, theirs: ours.replace('310', '315') });
    expect(other?.conflicts.map(({ field }) => field)).toEqual(['2026-Q4 anna 2026-10-12.amount']);
  });

  test('keeps comments, and takes calls in brackets as well', () => {
    const own =
      '# ours\nformat: 1\ncalls: [{period: 2026-Q4, owner: anna, on: 2026-10-05, amount: 3}] # so\n';
    const change = withCall({ text: own, fingerprint: '' as never }, call('2026-10-12', '5'), ASKED);
    expect(change?.kind === 'write' && change.content).toBe(
      own.replace('}]', '}, {period: 2026-Q4, owner: anna, on: 2026-10-12, amount: 5, currency: PLN}]'),
    );
  });

  test.each([
    ['{period: 2026-Q9, on: 2026-10-05, amount: 3}', 'is no period'],
    ['{period: this-quarter, on: 2026-10-05, amount: 3}', 'is no period'],
    ['{on: 2026-10-05, amount: 3}', 'period is missing'],
    ['{period: 2026-Q4, on: 5.10.2026, amount: 3}', 'is no day'],
    ['{period: 2026-Q4, on: 2026-10-05, amount: -3}', 'no less than nothing'],
    ['{period: 2026-Q4, on: 2026-10-05, amount: 3, sum: 4}', 'There is no key'],
    ['450k', 'A call is a map'],
  ])('with the call %s says what is wrong', (item, said) => {
    const { problems } = readCalls(`format: 1\ncalls:\n  - ${item}\n`, 'f', ASKED);
    expect(problems.map(({ message }) => message).join()).toContain(said);
  });
});
