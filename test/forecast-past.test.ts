// What a past of two years says through the command line: probabilities that did not fit, and how well each owner is foreseen.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BacktestView } from '../src/report/backtest.ts';
import type { GroupedBacktest } from '../src/report/backtest-groups.ts';
import type { ForecastView } from '../src/report/forecast.ts';
import type { ForecastCalibrateView } from '../src/report/forecast-calibrate.ts';
import type { GroupedForecast } from '../src/report/forecast-groups.ts';
import type { ListView } from '../src/report/list.ts';
import type { Desk } from './crm-import/desk.ts';
import { CLOSED, TODAY, twoYears } from './forecast/two-years.ts';

let here: Desk;

beforeAll(async () => {
  here = await twoYears();
}, 120_000);
afterAll(() => here.clear());

describe('forecast calibrate', () => {
  test('counts what became of deals, and proposes what happened, as a diff that changes nothing yet', async () => {
    const before = here.read('pipeline.yaml');
    const view = await here.json<ForecastCalibrateView>('forecast calibrate', TODAY);
    const [lead] = view.stages;
    expect(lead).toMatchObject({ configured: null, assumed: 0.5, verdict: 'off', proposed: 0.25 });
    expect([lead?.won, lead?.decided]).toEqual([CLOSED.filter((of) => of === 'won').length, CLOSED.length]);
    expect(view.diff).toContain('--- a/pipeline.yaml\n+++ b/pipeline.yaml\n@@');
    expect(view.diff.split('\n').filter((line) => /^\+\s/.test(line))).toEqual(['+      probability: 25%']);
    expect(here.read('pipeline.yaml')).toBe(before);
  });

  test('of a period it counts what was closed in it', async () => {
    const { stages } = await here.json<ForecastCalibrateView>('forecast calibrate --period 2025-Q3', TODAY);
    // Created in June to August, closed five or six weeks later.
    expect(stages[0]?.decided).toBeGreaterThan(20);
    expect(stages[0]?.decided).toBeLessThan(40);
    expect((await here.run('forecast calibrate --period soon', TODAY)).status).toBe(2);
  });

  test('--write puts it there and nothing else, it fits from then on, and undo takes it back', async () => {
    const before = here.read('pipeline.yaml');
    const { stdout } = await here.run('forecast calibrate --write', TODAY);
    expect(stdout).toContain('1 stage changed in pipeline.yaml');
    const lines = before.split('\n');
    expect(
      here
        .read('pipeline.yaml')
        .split('\n')
        .filter((line) => !lines.includes(line)),
    ).toEqual(['      probability: 25%']);
    const { stages, diff } = await here.json<ForecastCalibrateView>('forecast calibrate', TODAY);
    expect([stages[0]?.verdict, stages[0]?.configured, diff]).toEqual(['fits', 0.25, '']);
    const written = here.read('pipeline.yaml');
    expect((await here.run('forecast calibrate --write', TODAY)).stdout).toContain('No probability needs');
    expect(here.read('pipeline.yaml')).toBe(written);
    await here.run('undo', TODAY);
    expect(here.read('pipeline.yaml')).toBe(before);
  });
});

describe('forecast --by owner', () => {
  test('says of each what --owner says, and lends who is new the chances of all, with a wide range', async () => {
    const view = await here.json<GroupedForecast>('forecast 2027-Q1 --by owner', TODAY);
    expect(view.groups.map(({ key }) => key).sort()).toEqual(['ann', 'ben', 'new']);
    for (const group of view.groups) {
      const alone = await here.json<ForecastView>(`forecast 2027-Q1 --owner ${group.key}`, TODAY);
      const { key: _, ...figures } = group;
      expect(alone).toMatchObject(figures);
    }
    const of = (key: string) => view.groups.find((group) => group.key === key);
    expect([of('ann'), of('ben'), of('new')].map((group) => group?.history.pooled)).toEqual([
      false,
      false,
      true,
    ]);
    // One open deal, less likely than not: nothing in the middle, all of it above.
    const { p10, mean = '', p90 = '', history } = of('new') ?? {};
    expect(history).toMatchObject({ grounds: 'little', decided: 0 });
    expect([Number(p10), Number(mean) > 0, Number(p90) > Number(mean)]).toEqual([0, true, true]);
    const whole = await here.json<ForecastView>('forecast 2027-Q1', TODAY);
    expect(view).toMatchObject(whole);
    const { stdout } = await here.run('forecast 2027-Q1 --by owner', TODAY);
    expect(stdout).toMatch(/^new .* all deals; 0 decided$/m);
    expect(stdout).toContain('percentiles of parts do not add up');
    for (const line of ['--by owner --owner ann', '--by owner --method mean-of-past', '--by magic'])
      expect((await here.run(`forecast ${line}`, TODAY)).status).toBe(2);
  });
});

describe('forecast backtest', () => {
  test('--by owner says of each what --owner says, and names who has no complete period', async () => {
    const view = await here.json<GroupedBacktest>('forecast backtest --by owner', TODAY);
    expect(view.groups.map(({ key, periods }) => [key, periods > 0])).toEqual([
      ['ben', true],
      ['ann', true],
      ['new', false],
    ]);
    const alone = await here.json<BacktestView>('forecast backtest --owner ann', TODAY);
    const ann = view.groups.find(({ key }) => key === 'ann');
    expect(ann).toMatchObject({
      periods: alone.periods,
      tried: alone.tried,
      methods: alone.methods,
      runs: alone.runs,
    });
    const parts = view.groups.map(({ runs }) => runs.filter(({ method }) => method === 'forecast').length);
    expect(parts).toEqual(view.groups.map(({ tried }) => tried.runs));
    const { stdout } = await here.run('forecast backtest --by owner', TODAY);
    expect(stdout).toContain('No complete quarter on record to try: new.');
    const csv = (await here.run('forecast backtest --by owner --format csv', TODAY)).stdout.split('\n');
    expect(csv[0]).toBe('owner,period,from,to,as_of,fraction,method,p10,p50,p90,actual');
  });

  test('holds what people said beside it, from the day on which it was known', async () => {
    const call = (of: string, on: string, more = '') =>
      `  - {period: ${of}, on: ${on}, amount: 500${more}}\n`;
    const calls = [
      call('2026-Q1', '2025-12-30'),
      call('2026-Q2', '2026-03-30'),
      call('2026-Q3', '2026-06-29', ', logged: 2027-01-02'),
      call('2026-Q4', '2026-12-31'),
    ];
    here.write('forecasts/calls.yaml', `format: 1\ncalls:\n${calls.join('')}`);
    const { runs } = await here.json<BacktestView>('forecast backtest', TODAY);
    const said = runs.filter(({ method }) => method === 'human-calls');
    expect(said.map(({ period, p50 }) => [period, p50])).toEqual([
      ...Array(3).fill(['2026-Q1', '500.00']),
      ...Array(3).fill(['2026-Q2', '500.00']),
    ]);
    const { views } = await here.json<{ views: { backtest: { view: BacktestView } } }>(
      'report --sections forecast',
      TODAY,
    );
    expect(views.backtest.view.runs, 'the report tells the same').toEqual(runs);
    here.write('forecasts/calls.yaml', 'format: 1\ncalls:\n  - {period: never}\n');
    const damaged = await here.run('forecast backtest', TODAY);
    expect(damaged.status).toBe(0);
    expect(damaged.stderr).toContain('left out where it is damaged');
  });

  test('draws each period as it was forecast at its start beside what happened', async () => {
    const { stdout } = await here.run('forecast backtest --every month', { ...TODAY, columns: 80 });
    const drawn = stdout.split('\n').filter((line) => /^202[56]-\d\d .*[●○]/.test(line));
    expect(drawn.length).toBe(12);
    const view = await here.json<BacktestView>('forecast backtest --every month', TODAY);
    const shown = view.runs
      .filter(({ method, fraction }) => method === 'forecast' && fraction === 0)
      .slice(-12);
    const isWithin = ({ p10, p90, actual }: (typeof shown)[number]) =>
      Number(p10) <= Number(actual) && Number(actual) <= Number(p90);
    expect(drawn.map((line) => line.includes('●'))).toEqual(shown.map(isWithin));
    expect(drawn.filter((line) => line.length > 80)).toEqual([]);
  });

  test('counts a deal once, and its chances in each forecast in which it was open', async () => {
    const view = await here.json<BacktestView>('forecast backtest --every month', TODAY);
    const chances = view.calibration.reduce((sum, band) => sum + band.chances, 0);
    expect(view.deals_tried).toBeGreaterThan(0);
    // Three forecasts a month, and most deals stand open for longer than ten days.
    expect(chances).toBeGreaterThan(1.5 * view.deals_tried);
    const { deals } = await here.json<ListView>('list --all', TODAY);
    expect(view.deals_tried).toBeLessThanOrEqual(deals.length);
    const { stdout } = await here.run('forecast backtest --every month', TODAY);
    const said = (count: number) => count.toLocaleString('en-GB');
    expect(stdout).toContain(
      `${said(chances)} chances of ${said(view.deals_tried)} deals: one in each forecast in which a deal was open.`,
    );
  });

  test('--by and --owner together, and a group that there is not, are refused', async () => {
    expect((await here.run('forecast backtest --by owner --owner ann', TODAY)).stderr).toContain('Leave out');
    expect((await here.run('forecast backtest --by ownr', TODAY)).stderr).toContain('Did you mean "owner"?');
  });
});
