// What people expect stands beside the forecast, as it was known on its day, and no figure of the forecast moves for it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForecastView } from '../src/report/forecast.ts';
import { cli } from './support/cli.ts';

const cwd = join(mkdtempSync(join(tmpdir(), 'pipeline-beside-')), 'demo');
beforeAll(async () => {
  expect((await cli(['init', cwd, '--demo'], { cwd: join(cwd, '..') })).status).toBe(0);
});
afterAll(() => rmSync(join(cwd, '..'), { recursive: true }));

const run = async (line: string): Promise<string> => {
  const { stdout, stderr, status } = await cli(line, { cwd });
  expect([status, stderr], line).toEqual([0, '']);
  return stdout;
};
const forecast = async (line = ''): Promise<ForecastView> =>
  JSON.parse(await run(`forecast ${line} --format json`.replace('  ', ' ')));

describe('beside the forecast', () => {
  test('stand the calls of its period, and more than is called is told', async () => {
    const before = await forecast();
    expect([before.calls, before.calls_of_owners, before.categories]).toEqual([[], null, null]);
    await run('forecast call 2.1m --on 2026-11-02 --today 2026-11-02');
    await run('forecast call 1.9m');
    await run('forecast call 300k --owner anna');
    await run('forecast call 400k --owner marek');
    await run('forecast call 99k --owner ewa --period 2027-Q1');
    const view = await forecast();
    expect(view.calls).toMatchObject([
      { owner: null, amount: '1900000', won: view.parts.won, is_below_won: false },
      { owner: 'marek', amount: '400000', is_below_won: false },
      { owner: 'anna', amount: '300000', is_below_won: true },
    ]);
    expect(view.calls_of_owners).toEqual({ owners: 2, amount: '700000.00' });
    expect({ ...view, calls: [], calls_of_owners: null }).toEqual(before);
    expect(await run('forecast')).toMatch(/Anna +300,000 +2026-11-23 +328,000 +less than is won/);
  });

  test('stand those of one owner alone, with what that owner won', async () => {
    const view = await forecast('--owner anna');
    expect(view.calls).toMatchObject([{ owner: 'anna', won: view.parts.won, is_below_won: true }]);
  });

  test('as of a day stand those that were known before it', async () => {
    expect((await forecast('--as-of 2026-11-02')).calls).toEqual([]);
    expect((await forecast('--as-of 2026-11-03')).calls).toMatchObject([{ owner: null, amount: '2100000' }]);
  });

  test('stand commit, best case and pipeline: of what is due, each with what is surer than it', async () => {
    await run('set elk-tractors-crm category=commit');
    await run('set opal-glass-aps category=commit');
    await run('set nida-spa-crm category=best-case');
    await run('set kormoran-shipyard-erp category=commit');
    const { categories, parts } = await forecast();
    const { open } = JSON.parse(await run('plan --format json'));
    const won = Number(parts.won);
    // Kormoran's close date lies after the quarter.
    expect(categories?.sums.map(({ deals, value, with_won: upTo }) => [deals, +value, +upTo - won])).toEqual([
      [2, 240_000, 240_000],
      [1, 140_000, 380_000],
      [0, 0, 380_000],
    ]);
    expect([Number(categories?.others.value) + 380_000, (categories?.others.deals ?? 0) + 3]).toEqual([
      Number(open.value),
      open.count,
    ]);
    expect((await forecast('2026-10')).categories).toBeNull();
  });

  test('all of it is in CSV, and adds nothing to what adds up', async () => {
    const [head = '', ...lines] = (await run('forecast --format csv')).trimEnd().split('\n');
    const columns = head.split(',');
    const rows = lines.map((line) => new Map(line.split(',').map((cell, at) => [columns[at], cell])));
    const called = rows.filter((row) => row.get('part') === 'call');
    expect(called.map((row) => [row.get('owner'), row.get('value'), row.get('on')])).toContainEqual([
      'anna',
      '300000',
      '2026-11-23',
    ]);
    const part = (of: string) => rows.filter((row) => row.get('part') === of);
    expect(part('category').map((row) => [row.get('name'), row.get('deals')])).toEqual([
      ['commit', '2'],
      ['best-case', '1'],
      ['pipeline', '0'],
    ]);
    expect(part('method').map((row) => row.get('name'))).toEqual(['stage-weighted', 'human-calls']);
    const adding = [...part('won'), ...part('open'), ...part('new')];
    const sum = adding.reduce((total, row) => total + Number(row.get('expected')), 0);
    expect(sum).toBe(Number(part('mean')[0]?.get('expected')));
  });

  test('--method makes another way the answer, and moves no figure', async () => {
    const own = await forecast();
    expect(own.answer).toEqual({ by: 'forecast', value: own.p50 });
    const other = await forecast('--method stage-weighted');
    expect(other).toEqual({
      ...own,
      answer: { by: 'stage-weighted', value: own.baselines['stage-weighted'] },
    });
    expect((await forecast('--method human-calls --owner anna')).answer.value).toBe('300000');
    const screen = await run('forecast --method human-calls --owner anna');
    expect(screen).toContain('Forecast 2026-Q4 by what people said · Anna');
    expect(screen).toContain('That is less than what is won already.');
    expect(screen).not.toContain('P90');
  });

  test.each([
    ['--method magic', 'stage-weighted, mean-of-past, mean-of-last-4, human-calls'],
    ['--method mean-of-past', 'No complete period is on record'],
    ['--method human-calls --owner piotr', 'Nobody has called 2026-Q4'],
    ['2026-10 --method stage-weighted', '2026-10 is over'],
  ])('%s is refused with what there is', async (line, said) => {
    const { stderr, status } = await cli(`forecast ${line}`, { cwd });
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});
