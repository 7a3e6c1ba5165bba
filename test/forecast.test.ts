// `pipeline forecast` and its backtest, through the command line, on the demo company and on a past of two years.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BacktestView } from '../src/report/backtest.ts';
import type { ForecastView } from '../src/report/forecast.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { eightAMonth } from './forecast/eight-a-month.ts';
import { cli } from './support/cli.ts';

const json = async <View>(line: string, cwd: string) => {
  const { stdout, stderr, status } = await cli(`${line} --format json`, { cwd });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout) as View;
};

describe('forecast of the demo company', () => {
  test('parts add up to the mean, and deals to what is expected of open ones', async () => {
    const view = await json<ForecastView>('forecast', demoWorkspace());
    const { won, open, new: fresh } = view.parts;
    expect(Number(won) + Number(open) + Number(fresh)).toBe(Number(view.mean));
    expect(view.deals.reduce((sum, { expected }) => sum + Number(expected), 0)).toBe(Number(open));
    expect(Number(view.p10)).toBeLessThan(Number(view.p50));
    expect(Number(view.p50)).toBeLessThan(Number(view.p90));
  });

  test('is told by the ends of weeks: what was won by then, then ranges that end as the whole does', async () => {
    const cwd = demoWorkspace();
    const { course, parts, p10, p50, p90 } = await json<ForecastView>('forecast', cwd);
    const known = course.points.filter((point) => point.known);
    const ahead = course.points.filter((point) => !point.known);
    expect([course.by, known.length, ahead.map(({ on }) => on)]).toEqual([
      ...['week', 9],
      ['2026-11-29', '2026-12-06', '2026-12-13', '2026-12-20', '2026-12-27', '2026-12-31'],
    ]);
    expect(known.at(-1)).toEqual({
      on: '2026-11-23',
      known: true,
      p10: parts.won,
      p50: parts.won,
      p90: parts.won,
    });
    expect(ahead.at(-1)).toMatchObject({ p10, p50, p90 });
    const results = await json<{ won: { value: string } }>('results 2026-10-01..2026-11-15', cwd);
    expect(known.find(({ on }) => on === '2026-11-15')?.p50).toBe(results.won.value);
    const rows = (await cli('forecast --format csv', { cwd })).stdout
      .split('\n')
      .filter((row) => /^course,/.test(row));
    expect(rows).toHaveLength(3 * course.points.length);
    expect(rows.at(-1)).toBe(`course,,,,,${p90},,,,2026-12-31,p90,`);
  });

  test('by months where a period has many weeks, and not at all where the next step is its end', async () => {
    const cwd = demoWorkspace();
    const year = await json<ForecastView>('forecast 2026', cwd);
    expect([year.course.by, year.course.points.at(-1)?.on]).toEqual(['month', '2026-12-31']);
    expect((await cli('forecast 2026-W48', { cwd })).stdout).not.toContain('Won by the end of');
  });

  test('what is won so far is what the plan says', async () => {
    const cwd = demoWorkspace();
    const { parts, counts, target } = await json<ForecastView>('forecast', cwd);
    const plan = await json<{ won: { value: string; count: number }; target: string }>('plan', cwd);
    expect([parts.won, counts.won]).toEqual([plan.won.value, plan.won.count]);
    expect(target?.value).toBe(plan.target);
  });

  test('is the same each time, and says what it rests on', async () => {
    const cwd = demoWorkspace();
    const { stdout } = await cli('forecast', { cwd });
    expect((await cli('forecast', { cwd })).stdout).toBe(stdout);
    expect(stdout).toContain('13 snapshots');
    expect(stdout).toContain('Range, little history');
    const screen = (await cli('forecast', { cwd, tty: true, columns: 80 })).stdout;
    for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('as of a day it is the same bytes when all that is of that day or later is erased', async () => {
    const [whole, erased] = [demoWorkspace(), demoWorkspace()];
    for (const name of readdirSync(join(erased, 'snapshots')))
      if (name >= '2026-10-26') rmSync(join(erased, 'snapshots', name), { recursive: true });
    rmSync(join(erased, 'deals'), { recursive: true });
    for (const line of [
      'forecast 2026-Q4 --as-of 2026-10-26',
      'forecast 2026-11 --owner anna --as-of 2026-10-26',
    ]) {
      const { stdout, status } = await cli(`${line} --format json`, { cwd: whole });
      expect(status).toBe(0);
      expect((await cli(`${line} --format json`, { cwd: erased })).stdout).toBe(stdout);
    }
  });

  test('of a period that is over tells what was won and what had been said, and warns of nothing', async () => {
    const cwd = demoWorkspace();
    const { stdout } = await cli('forecast 2026-10', { cwd });
    const { won } = await json<{ won: { value: string; count: number } }>('results 2026-10', cwd);
    expect(stdout).toContain(`2026-10 is over: 293,500 won, ${won.count} deals.`);
    expect([won.value, stdout]).toEqual(['293500.00', expect.not.stringContaining('little history')]);
    const view = await json<ForecastView>('forecast 2026-10', cwd);
    expect(view).toMatchObject({ over: true, p10: '293500.00', p90: '293500.00', tried: null });
    expect(view.said.map(({ fraction }) => fraction)).toEqual([0, 1 / 3, 2 / 3]);
  });

  test('between two snapshots stands on the earlier one, and says so', async () => {
    const { stdout } = await cli('forecast --as-of 2026-11-20', { cwd: demoWorkspace() });
    expect(stdout).toContain('Forecast 2026-Q4 · as of the snapshot of 2026-11-16');
  });

  test('of a mirror stands on its newest export: what has happened since is part of what is to come', async () => {
    const cwd = demoWorkspace();
    const settings = join(cwd, 'pipeline.yaml');
    const text = readFileSync(settings, 'utf8');
    writeFileSync(settings, text.replace(/^source_of_record: .*/m, 'source_of_record: pipedrive'));
    mkdirSync(join(cwd, 'imports'), { recursive: true });
    const last = `{on: 2026-11-20, file: x.csv, sha256: ${'0'.repeat(64)}, rows: 44, partial: false}`;
    const before = await json<ForecastView>('forecast 2026-Q4', cwd);
    writeFileSync(
      join(cwd, 'imports/pipedrive.yaml'),
      `format: 1\nsystem: pipedrive\ncolumns: {}\nlast: ${last}\n`,
    );
    const view = await json<ForecastView>('forecast 2026-Q4', cwd);
    expect([before.export, view.export]).toEqual([null, '2026-11-20']);
    expect([before.history.days_ahead, view.history.days_ahead]).toEqual([38, 41]);
    // What the export brought is known, though no snapshot was taken since.
    expect(view.parts.won).toBe(before.parts.won);
    const { stdout } = await cli('forecast 2026-Q4', { cwd });
    expect(stdout).toContain('as of the export of 2026-11-20');
    expect(stdout).toContain('pipeline import FILE');
  });

  test('says where nobody configured a chance that the place of the stage stands in', async () => {
    const cwd = demoWorkspace();
    rmSync(join(cwd, 'snapshots'), { recursive: true });
    const settings = join(cwd, 'pipeline.yaml');
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace(/^ *probability:.*\n|,? *probability: *[\d.]+/gm, ''),
    );
    const { stdout } = await cli('forecast', { cwd });
    expect(stdout).toContain("by its stage's place");
    expect(stdout).not.toContain('as configured');
    expect(stdout).toContain('Without a probability in pipeline.yaml:');
  });

  test('without a snapshot before the day there is nothing to look at', async () => {
    expect(await cli('forecast --as-of 2020-01-01', { cwd: demoWorkspace() })).toMatchObject({
      status: 2,
      stderr: 'error: There is no snapshot of before 2020-01-01.\n  → The first one is 2026-08-24.\n',
    });
  });

  test('without any history: the configured chances, and it says so', async () => {
    const cwd = demoWorkspace();
    rmSync(join(cwd, 'snapshots'), { recursive: true });
    const { stdout } = await cli('forecast', { cwd });
    expect(stdout).toContain('Configured probabilities, no history');
    const { deals, history } = await json<ForecastView>('forecast', cwd);
    expect(history).toMatchObject({ grounds: 'configured', snapshots: 0, periods: 0 });
    // Configured 75 %; a tenth of it where the deal is due after the quarter.
    const chances = deals
      .filter(({ stage }) => stage === 'negotiation')
      .map(({ probability }) => probability);
    for (const chance of chances) expect([0.75, 0.075]).toContain(Number(chance.toFixed(6)));
  });

  test('a backtest of periods that the snapshots do not reach says which ones they do', async () => {
    const { stderr, status } = await cli('forecast backtest --every year', { cwd: demoWorkspace() });
    expect(status).toBe(2);
    expect(stderr).toContain('--every month');
  });
});

describe('forecast of two years of deals', () => {
  let here: Desk;

  beforeAll(async () => {
    here = await desk('--name years --stages lead --currency EUR --locale en --time-zone UTC');
    here.write('export.csv', EXPORT);
    // What is configured has no part in it: of those in lead every other one is won.
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace('#probability: 10% ', 'probability: 10%'));
    for (const words of [
      ['import', 'export.csv'],
      ['backfill', '--from', 'dates', '--every', 'month'],
    ])
      expect((await here.run(words, { today: TODAY })).status).toBe(0);
  }, 120_000);
  afterAll(() => here.clear());

  test('each month of the past is tried, and a steady process is best told by its average: it says so', async () => {
    const view = await here.json<BacktestView>('forecast backtest --every month', { today: TODAY });
    expect(view.periods).toBeGreaterThan(15);
    expect(view.tried.runs).toBe(3 * view.periods);
    const periods = [...new Set(view.runs.map(({ period }) => period))];
    expect(periods.at(-1)).toBe('2026-12');
    expect(view.tried.best).toMatch(/^mean-of/);
    const { stdout } = await here.run(['forecast', 'backtest', '--every', 'month'], { today: TODAY });
    expect(stdout).toContain('It does not beat the average of');
  });

  test('its range holds what happened about as often as it is meant to', async () => {
    const { tried } = await here.json<BacktestView>('forecast backtest --every month', { today: TODAY });
    expect(tried.within / tried.runs).toBeGreaterThan(0.6);
    // Monthly snapshots: the three forecasts of a month stand on the same one.
    expect(tried.within / tried.runs).toBeLessThan(1);
  });
});

const TODAY = '2027-01-04';

const EXPORT = eightAMonth(String);
