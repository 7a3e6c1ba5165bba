// `pipeline forecast drivers` through the command line, on the demo company: it ties out with the two forecasts.

import { describe, expect, test } from 'vitest';
import type { ForecastView } from '../src/report/forecast.ts';
import type { ForecastDriversView } from '../src/report/forecast-drivers.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { cli } from './support/cli.ts';

const json = async <View>(line: string, cwd = demoWorkspace()) => {
  const { stdout, stderr, status } = await cli(`${line} --format json`, { cwd });
  expect([stderr, status]).toEqual(['', 0]);
  return JSON.parse(stdout) as View;
};

describe('forecast drivers', () => {
  test.each(['', ' --owner anna'])(
    'lead from the forecast of then to that of now, to the cent%s',
    async (of) => {
      const cwd = demoWorkspace();
      const view = await json<ForecastDriversView>(`forecast drivers --since 2026-10-26${of}`, cwd);
      const then = await json<ForecastView>(`forecast --as-of 2026-10-27${of}`, cwd);
      const now = await json<ForecastView>(`forecast${of}`, cwd);
      const of3 = ({ mean, p50, seed }: ForecastView | ForecastDriversView['before']) => [mean, p50, seed];
      expect([of3(view.before), of3(view.after)]).toEqual([of3(then), of3(now)]);
      const sum = view.bars.reduce((total, { value }) => total + Number(value), 0);
      expect(sum).toBe(Number(view.change));
      expect(Number(view.after.mean) - Number(view.before.mean)).toBe(sum);
      for (const { value, deals, without_deal } of view.bars) {
        const parts = deals.reduce((total, deal) => total + Number(deal.value), Number(without_deal));
        expect(parts).toBe(Number(value));
      }
    },
  );

  test('begin at the last snapshot before today, and show one bar deal by deal', async () => {
    const cwd = demoWorkspace();
    const { since, bars } = await json<ForecastDriversView>('forecast drivers', cwd);
    expect(since).toBe('2026-11-16');
    const won = bars.find(({ bar }) => bar === 'won');
    const { stdout } = await cli('forecast drivers --bar won --format csv', { cwd });
    const rows = stdout.trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',')[1])).toEqual(won?.deals.map(({ id }) => id));
  });

  test('as of a day they begin at the snapshot before the one that it stands on', async () => {
    const view = await json<ForecastDriversView>('forecast drivers --as-of 2026-10-27');
    expect([view.since, view.after.as_of]).toEqual(['2026-10-19', '2026-10-26']);
  });

  test('what names no earlier snapshot is refused, and the nearest is named', async () => {
    const cwd = demoWorkspace();
    for (const [word, says] of [
      ['2020-01-01', 'no snapshot of 2020-01-01 or before'],
      ['now', 'is no snapshot of before 2026-11-23'],
      ['blue', 'names no snapshot'],
    ] as const) {
      const { stderr, status } = await cli(`forecast drivers --since ${word}`, { cwd });
      expect([status, stderr.includes(says)]).toEqual([2, true]);
      expect(stderr).toContain('→');
    }
  });
});
