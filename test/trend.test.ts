// pipeline trend: metrics over the series, as typed; each is what the diffs and lists of the same snapshots say.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import type { StaleView } from '../src/report/stale.ts';
import type { TrendView } from '../src/report/trend.ts';
import type { MetricValue } from '../src/report/trend-metrics.ts';
import { listSnapshots } from '../src/snapshot/store.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { type CliOptions, cli } from './support/cli.ts';

let demo = '';
const folders: string[] = [];
beforeAll(async () => {
  demo = mkdtempSync(join(tmpdir(), 'pipeline-trend-'));
  folders.push(demo);
  const { status, stderr } = await cli('init . --demo', { cwd: demo });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function json<View>(words: string, cwd = demo, options: Partial<CliOptions> = {}): Promise<View> {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd, ...options });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-trend-'));
  folders.push(folder);
  cpSync(demo, folder, { recursive: true });
  return folder;
}

const names = () => listSnapshots(demo);
const valuesOf = (view: TrendView, metric: keyof TrendView['groups'][number]['metrics'], key = '') =>
  view.groups.find((group) => group.key === key)?.metrics[metric] ?? [];

const share = (value: MetricValue | undefined) => (value?.kind === 'share' ? [value.count, value.of] : value);

describe('the metrics', () => {
  test('are what the diffs between the same snapshots count', async () => {
    const view = await json<TrendView>('trend');
    const all = names();
    expect(view.intervals.map(({ snapshot }) => snapshot)).toEqual(all);
    for (const [at, name] of all.entries()) {
      if (at === 0) continue;
      const diff = await json<DiffView>(`diff ${all[at - 1]} ${name}`);
      const having = (...kinds: string[]) =>
        diff.deals.filter(({ movements }) => movements.some(({ kind }) => kinds.includes(kind))).length;
      const open = diff.bridge.opening_count;
      expect(share(valuesOf(view, 'slip-rate')[at]), name).toEqual([having('slipped'), open]);
      expect(share(valuesOf(view, 'regress-rate')[at]), name).toEqual([having('regressed'), open]);
      expect(share(valuesOf(view, 'skip-rate')[at]), name).toEqual([having('skipped'), open]);
      expect(share(valuesOf(view, 'win-rate')[at]), name).toEqual([having('won'), having('won', 'lost')]);
      expect(share(valuesOf(view, 'late-entry-share')[at]), name).toEqual([
        having('late-entry'),
        having('new'),
      ]);
      expect(valuesOf(view, 'open-value')[at]).toEqual({ kind: 'money', amount: diff.bridge.closing });
      expect(valuesOf(view, 'open-count')[at]).toEqual({ kind: 'count', count: diff.bridge.closing_count });
    }
  });

  test('are as fresh as the snapshot shows itself', async () => {
    const view = await json<TrendView>('trend freshness');
    for (const [at, name] of names().entries()) {
      const stale = await json<StaleView>(`stale --as-of ${name}`);
      const value = valuesOf(view, 'freshness')[at];
      expect(value?.kind === 'share' ? value.share : value, name).toBe(stale.freshness.by_value);
    }
  });

  test('of all owners, stages and segments add up to the whole', async () => {
    const whole = await json<TrendView>('trend open-count slip-rate');
    for (const by of ['owner', 'stage', 'segment']) {
      const view = await json<TrendView>(`trend open-count slip-rate --by ${by}`);
      const sums = view.intervals.map((_, at) =>
        view.groups.reduce((sum, { metrics }) => {
          const value = metrics['open-count']?.[at];
          return sum + (value?.kind === 'count' ? value.count : 0);
        }, 0),
      );
      const slips = view.intervals.map((_, at) =>
        view.groups.reduce((sum, { metrics }) => {
          const value = metrics['slip-rate']?.[at];
          return sum + (value?.kind === 'share' ? value.count : 0);
        }, 0),
      );
      expect(slips, by).toEqual(
        valuesOf(whole, 'slip-rate').map((value) => (value?.kind === 'share' ? value.count : 0)),
      );
      expect(sums, by).toEqual(
        valuesOf(whole, 'open-count').map((value) => (value?.kind === 'count' ? value.count : 0)),
      );
    }
  });

  test('by month and quarter take the newest snapshot of each', async () => {
    const months = await json<TrendView>('trend open-count --every month');
    expect(months.intervals.map(({ name, snapshot }) => [name, snapshot])).toEqual([
      ['2026-08', '2026-08-31'],
      ['2026-09', '2026-09-28'],
      ['2026-10', '2026-10-26'],
      ['2026-11', '2026-11-16'],
    ]);
    const quarters = await json<TrendView>('trend open-count --every quarter --since 2026-09-08');
    expect(quarters.intervals.map(({ name }) => name)).toEqual(['2026-Q3', '2026-Q4']);
  });
});

describe('over changes', () => {
  async function workspace(stages: string, currency = 'PLN'): Promise<Desk> {
    const here = await desk();
    folders.push(here.root);
    configure(here, stages, currency);
    return here;
  }
  const configure = (here: Desk, stages: string, currency = 'PLN') =>
    here.write(
      'pipeline.yaml',
      `format: 1\nname: acme\ncurrency: ${currency}\nprocess: {stages: ${stages}}\n`,
    );
  const put = (here: Desk, id: string, ...lines: string[]) =>
    here.write(`deals/${id}.yaml`, `name: x\n${lines.join('\n')}\n`);

  test('a renamed stage is one row, and a group without deals has 0 of them', async () => {
    const here = await workspace('[lead, demo]');
    put(here, 'hel', 'stage: demo', 'owner: ewa');
    await here.run('snapshot', { today: '2026-11-02' });
    configure(here, '[lead, {id: qualified, was: [demo]}]');
    put(here, 'hel', 'stage: lead', 'owner: anna');
    await here.run('snapshot', { today: '2026-11-09' });
    const stages = await here.json<TrendView>('trend open-count regress-rate --by stage');
    expect(stages.groups.map(({ key }) => key)).toEqual(['lead', 'qualified']);
    expect(share(valuesOf(stages, 'regress-rate', 'qualified')[1])).toEqual([1, 1]);
    const owners = await here.json<TrendView>('trend open-count --by owner');
    const counts = (key: string) =>
      valuesOf(owners, 'open-count', key).map((value) => value?.kind === 'count' && value.count);
    expect([counts('ewa'), counts('anna')]).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test('money in another reporting currency is no part of the line, and a deal that can’t be read was open', async () => {
    const here = await workspace('[lead]', 'EUR');
    put(here, 'hel', 'stage: lead', 'amount: 100', 'currency: EUR');
    await here.run('snapshot', { today: '2026-11-02' });
    configure(here, '[lead]');
    put(here, 'hel', 'stage: lead', 'amount: 430', 'currency: PLN');
    await here.run('snapshot', { today: '2026-11-09' });
    here.write('deals/hel.yaml', 'name: [');
    await here.run('snapshot', { today: '2026-11-16' });
    const view = await here.json<TrendView>('trend open-value slip-rate');
    expect(valuesOf(view, 'open-value')).toEqual([
      null,
      { kind: 'money', amount: '430.00' },
      { kind: 'money', amount: '430.00' },
    ]);
    expect(valuesOf(view, 'slip-rate').map(share)).toEqual([null, null, [0, 1]]);
  });

  test('what happened in a month is in that month, also where the next one begins with a snapshot that was made', async () => {
    const here = await workspace('[lead]');
    put(here, 'hel', 'stage: won', 'close: 2026-09-20', 'stages: [{stage: lead, on: 2026-08-10}]');
    await here.run('backfill --from dates --on 2026-09-01,2026-10-01');
    const view = await here.json<TrendView>('trend win-rate --every month');
    expect(view.intervals.map(({ name }) => name)).toEqual(['2026-08', '2026-09']);
    expect(share(valuesOf(view, 'win-rate')[1])).toEqual([1, 1]);
  });
});

test('a part of the series begins with what moved since the snapshot before it', async () => {
  const whole = await json<TrendView>('trend slip-rate');
  const part = await json<TrendView>('trend slip-rate --since 2026-10-19');
  expect(valuesOf(part, 'slip-rate')).toEqual(valuesOf(whole, 'slip-rate').slice(-part.intervals.length));
});

describe('what is not known', () => {
  test('is a gap: a week without a snapshot is told, and what moved is in the next one', async () => {
    const cwd = copy();
    for (const gone of ['2026-09-14', '2026-09-21'])
      rmSync(join(cwd, 'snapshots', gone), { recursive: true });
    const view = await json<TrendView>('trend open-count slip-rate', cwd);
    const gap = view.intervals.findIndex(({ name }) => name === '2026-W38');
    expect(view.intervals[gap]).toEqual({ name: '2026-W38', snapshot: null, origin: null, after_gap: false });
    expect(view.intervals[gap + 2]).toMatchObject({ snapshot: '2026-09-28', after_gap: true });
    expect(valuesOf(view, 'open-count').slice(gap, gap + 2)).toEqual([null, null]);
    const { stdout } = await cli('trend open-count', { cwd });
    expect(stdout).toContain('Without a snapshot: 2 weeks, 2026-W38, 2026-W39.');
    expect(stdout).toMatch(/▁.*··/);
  });

  test('of a snapshot that was made later is null, and never 0', async () => {
    const cwd = copy();
    await cli('backfill --from dates --on 2026-08-03,2026-08-10', { cwd });
    const view = await json<TrendView>('trend open-count open-value slip-rate shrink-rate', cwd);
    expect(view.intervals.slice(0, 2).map(({ origin }) => origin)).toEqual([
      'backfill-dates',
      'backfill-dates',
    ]);
    expect(valuesOf(view, 'open-value').slice(0, 2)).toEqual([null, null]);
    expect(valuesOf(view, 'slip-rate').slice(0, 2)).toEqual([null, null]);
    expect(valuesOf(view, 'open-count')[1]).toMatchObject({ kind: 'count' });
    const taken = view.intervals.findIndex(({ origin }) => origin === 'taken');
    expect([valuesOf(view, 'slip-rate')[taken], valuesOf(view, 'shrink-rate')[taken]]).toEqual([null, null]);
  });

  test('coverage without a target is none, and a rate over nothing is no 0 %', async () => {
    const view = await json<TrendView>('trend coverage win-rate');
    expect(valuesOf(view, 'coverage')[0]).toBeNull();
    expect(valuesOf(view, 'coverage').at(-1)).toMatchObject({ kind: 'number' });
    expect(valuesOf(view, 'win-rate')[1]).toEqual({ kind: 'share', share: null, count: 0, of: 0 });
  });
});

test.each([
  ['trend slip', 'There is no metric "slip".'],
  ['trend --since 2027-01-01', 'There is no snapshot in that time.'],
])('%s is told what is wrong', async (words, sentence) => {
  const { status, stderr } = await cli(words, { cwd: demo });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) });
});

test('CSV has a row an interval and metric, with what a rate is of', async () => {
  const { stdout } = await cli('trend slip-rate --format csv', { cwd: demo });
  const [head, first, second] = stdout.split('\n');
  expect(head).toBe('interval,snapshot,metric,value,count,of,judged');
  expect(first).toBe('2026-W35,2026-08-24,slip-rate,,,,');
  expect(second).toMatch(/^2026-W36,2026-08-31,slip-rate,0,0,\d+,$/);
});
