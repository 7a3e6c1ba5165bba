// pipeline diff over a series: a bridge an interval, and what they add up to.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BARS } from '../src/movement/bars.ts';
import { widthOf } from '../src/render/width.ts';
import type { BridgesView } from '../src/report/bridges.ts';
import type { DiffView } from '../src/report/diff.ts';
import type { ListView } from '../src/report/list.ts';
import type { ShowView } from '../src/report/show.ts';
import { listSnapshots } from '../src/snapshot/store.ts';
import { type Desk, desk } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';

let demo = '';
const folders: string[] = [];
beforeAll(async () => {
  demo = folder();
  const { status, stderr } = await cli('init . --demo', { cwd: demo });
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'pipeline-series-'));
  folders.push(path);
  return path;
}

function demoWithout(...names: string[]): string {
  const path = folder();
  cpSync(demo, path, { recursive: true });
  for (const name of names) rmSync(join(path, 'snapshots', name), { recursive: true });
  return path;
}

async function json<View>(words: string, cwd = demo): Promise<View> {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const minor = (text: string) => Math.round(Number(text) * 100);
const sumOf = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Names of intervals with the two snapshots of each. */
const steps = ({ intervals }: BridgesView) =>
  intervals.map(({ name, from_snapshot, to_snapshot }) => [name, from_snapshot, to_snapshot]);

describe('a bridge an interval', () => {
  const SCOPES = ['', ' --period 2026-Q4', ' --owner anna,piotr', ' --stage proposal', ' --period none'];
  test.each(SCOPES)('is the diff between its two snapshots%s', async (scope) => {
    const view = await json<BridgesView>(`diff --every week${scope}`);
    expect(view.intervals.map(({ to_snapshot }) => to_snapshot)).toEqual([
      ...listSnapshots(demo).slice(1),
      'now',
    ]);
    for (const { from_snapshot, to_snapshot, bridge, moved } of view.intervals) {
      const diff = await json<DiffView>(`diff ${from_snapshot} ${to_snapshot}${scope}`);
      expect(bridge).toEqual(diff.bridge);
      expect(moved).toBe(
        diff.deals.filter(({ movements }) => movements.every(({ kind }) => kind !== 'idle')).length,
      );
    }
  });

  test.each(SCOPES)(
    'adds up to the one from first to last, opening, changes and closing%s',
    async (scope) => {
      for (const every of ['week', 'month', 'quarter']) {
        const view = await json<BridgesView>(`diff --every ${every}${scope}`);
        const direct = await json<DiffView>(`diff ${view.from_snapshot} ${view.to_snapshot}${scope}`);
        const changes = view.intervals.map(({ bridge }) => minor(bridge?.change ?? '0'));
        expect(view.first_to_last).toEqual(direct.bridge);
        expect(view.ties_out).toBe(true);
        expect(minor(view.sum.opening) + sumOf(changes)).toBe(minor(direct.bridge.closing));
        for (const { key } of Object.values(BARS)) {
          const parts = view.intervals.map(({ bridge }) => bridge?.bars[key]);
          expect(minor(view.sum.bars[key]?.value ?? ''), key).toBe(
            sumOf(parts.map((bar) => minor(bar?.value ?? '0'))),
          );
          expect(view.sum.bars[key]?.count, key).toBe(sumOf(parts.map((bar) => bar?.count ?? 0)));
          const isTold = view.differences.some(({ figure }) => figure === key);
          expect(isTold, key).toBe(
            JSON.stringify(view.sum.bars[key]) !== JSON.stringify(direct.bridge.bars[key]),
          );
        }
      }
    },
  );
});

describe('the intervals', () => {
  test('go from A to B; A is the newest of its own, unless another follows in it', async () => {
    expect(steps(await json('diff 2026-09-28 2026-11-02 --every month'))).toEqual([
      ['2026-10', '2026-09-28', '2026-10-26'],
      ['2026-11', '2026-10-26', '2026-11-02'],
    ]);
    expect(steps(await json('diff 2026-09-14 2026-10-05 --every month'))).toEqual([
      ['2026-09', '2026-09-14', '2026-09-28'],
      ['2026-10', '2026-09-28', '2026-10-05'],
    ]);
    expect(steps(await json('diff @2026-11-10 --every week'))).toEqual([
      ['2026-W47', '2026-11-09', '2026-11-16'],
      ['2026-W48', '2026-11-16', 'now'],
    ]);
  });

  test('without a snapshot are gaps, and what moved then is in the next one', async () => {
    const cwd = demoWithout('2026-09-14', '2026-09-21');
    const view = await json<BridgesView>('diff 2026-08-31 2026-10-05 --every week', cwd);
    expect(steps(view)).toEqual([
      ['2026-W37', '2026-08-31', '2026-09-07'],
      ['2026-W38', null, null],
      ['2026-W39', null, null],
      ['2026-W40', '2026-09-07', '2026-09-28'],
      ['2026-W41', '2026-09-28', '2026-10-05'],
    ]);
    expect(view.intervals[1]).toMatchObject({ bridge: null, moved: null, after_gap: false });
    expect(view.intervals[3]).toMatchObject({ after_gap: true });
    expect(view.ties_out).toBe(true);
    const { stdout } = await cli('diff 2026-08-31 2026-10-05 --every week', { cwd });
    expect(stdout).toMatch(/^2026-W38 +– +– /m);
    expect(stdout).toContain(
      'Without a snapshot: 2 weeks, 2026-W38, 2026-W39. What moved then is in the next bridge.',
    );
  });

  test('begin right after A, also where it is followed by a gap', async () => {
    const cwd = demoWithout('2026-09-07');
    expect(steps(await json('diff 2026-08-31 2026-09-14 --every week', cwd))).toEqual([
      ['2026-W37', null, null],
      ['2026-W38', '2026-08-31', '2026-09-14'],
    ]);
  });
});

describe('over changes', () => {
  async function workspace(stages: string): Promise<Desk> {
    const here = await desk();
    folders.push(here.root);
    configure(here, stages);
    return here;
  }
  const configure = (here: Desk, stages: string) =>
    here.write('pipeline.yaml', `format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: ${stages}}\n`);
  const put = (here: Desk, id: string, ...lines: string[]) =>
    here.write(`deals/${id}.yaml`, `name: x\n${lines.join('\n')}\n`);

  test('a stage that got another name is one stage throughout', async () => {
    const here = await workspace('[lead, demo]');
    put(here, 'hel', 'stage: demo', 'amount: 100');
    await here.run('snapshot', { today: '2026-11-02' });
    put(here, 'hel', 'stage: demo', 'amount: 130');
    await here.run('snapshot', { today: '2026-11-09' });
    configure(here, '[lead, {id: qualified, was: [demo]}]');
    put(here, 'hel', 'stage: qualified', 'amount: 150');
    await here.run('snapshot', { today: '2026-11-16' });
    const view = await here.json<BridgesView>('diff 2026-11-02 2026-11-16 --every week --stage qualified');
    expect(view.intervals.map(({ bridge }) => [bridge?.opening, bridge?.closing])).toEqual([
      ['100.00', '130.00'],
      ['130.00', '150.00'],
    ]);
    // Grown twice, by as much as in all: the values are the same, the counts are not.
    expect(view.ties_out).toBe(true);
    expect(view.differences).toEqual([
      {
        figure: 'grown',
        sum: { value: '50.00', count: 2 },
        first_to_last: { value: '50.00', count: 1 },
        deals: ['hel'],
      },
    ]);
  });

  test('what a deal that can’t be read does to the sum is told, and the status is 3', async () => {
    const here = await workspace('[lead]');
    put(here, 'hel', 'stage: lead', 'amount: 100');
    await here.run('snapshot', { today: '2026-11-02' });
    put(here, 'hel', 'stage: lead', 'amount: 60');
    await here.run('snapshot', { today: '2026-11-09' });
    put(here, 'hel', 'stage: [');
    put(here, 'nida', 'stage: [');
    const { stdout, status } = await here.run('diff --every week', { today: '2026-11-16' });
    expect(status).toBe(3);
    expect(stdout).toContain('closing 60 (1), first to last 100 (1) · 1 deal');
    expect(stdout).toContain(
      'Can’t be read in one of the snapshots, and stand there as in the one before: hel.',
    );
    expect(stdout).toContain('Can’t be read in one of the snapshots, and are left out of it: nida.');
    const view = await here.json<BridgesView>('diff --every week', { today: '2026-11-16' });
    expect(view.ties_out).toBe(false);
    expect(view.differences.map(({ figure, deals }) => [figure, deals])).toEqual([
      ['shrunk', ['hel']],
      ['closing', ['hel']],
    ]);
  });

  test('of snapshots that were made later it says so', async () => {
    const cwd = demoWithout();
    await cli('backfill --from dates --on 2026-08-10', { cwd });
    const { stdout } = await cli('diff 2026-08-10 2026-08-31 --every week', { cwd });
    expect(stdout).toContain('Made later, not taken: 2026-08-10.');
  });
});

describe('the screen', () => {
  test.each([
    ['diff --every month', 80],
    ['diff --every week --period 2026-Q4', 80],
  ])('%s at %i columns', async (words, columns) => {
    const { stdout } = await cli(words, { cwd: demo, tty: true, columns });
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    await expect(stdout).toMatchFileSnapshot(`../snapshots/diff/${words.replaceAll(' ', '_')}.txt`);
  });

  test('says what a person may ask next, with the scope that was asked', async () => {
    const { stdout } = await cli('diff --every month --owner anna', { cwd: demo });
    expect(stdout).toMatch(/→ pipeline diff 2026-\d\d-\d\d \S+ --owner anna --bridge\n$/);
  });

  test('as CSV has every bar of every interval, of the sum and from first to last', async () => {
    const { stdout } = await cli('diff --every month --format csv', { cwd: demo });
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    const intervals = [...new Set(rows.map(({ interval }) => interval))];
    expect(intervals).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', 'sum', 'first-to-last']);
    for (const interval of intervals) {
      const own = rows.filter((row) => row.interval === interval);
      const signed = own.map(
        ({ bar, sign, value }) => (bar === 'closing' ? -1 : 1) * Number(sign) * minor(value ?? ''),
      );
      expect(sumOf(signed), interval).toBe(0);
    }
  });
});

describe('what can’t be asked', () => {
  test.each([
    ['diff --every week --only slipped', '--every shows bridges, and --only lines of deals.'],
    ['diff --every week --explain won', '--explain is of one bridge, and --every shows one an interval.'],
    ['diff latest latest --every week', 'There is nothing after 2026-11-16 to come to.'],
    ['diff now 2026-09-14 --every week', 'now (2026-11-23) is later than 2026-09-14'],
    ['diff --every day', 'Allowed choices are week, month, quarter'],
  ])('%s', async (words, sentence) => {
    const { status, stderr } = await cli(words, { cwd: demo });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) });
  });

  test('without a snapshot there is nothing to begin with', async () => {
    const here = await desk();
    folders.push(here.root);
    const { status, stderr } = await here.run('diff --every week');
    expect([status, stderr]).toEqual([2, expect.stringContaining('There is no snapshot from before today')]);
  });
});

test('--exit-code is 1 where anything moved in any interval', async () => {
  const status = async (words: string) => (await cli(words, { cwd: demo })).status;
  expect(await status('diff --every week')).toBe(0);
  expect(await status('diff --every week --exit-code')).toBe(1);
  expect(await status('diff --every week --exit-code --period 2031')).toBe(0);
});

describe('a deal that cannot be read now', () => {
  const statuses = async (owner: string) => {
    const root = demoWithout();
    const [broken] = (await json<ListView>(`list --owner ${owner}`, root)).deals;
    const { file } = await json<ShowView>(`show ${broken?.id}`, root);
    writeFileSync(join(root, file ?? ''), 'stage: [');
    const lines = ['diff', 'diff --every week', 'diff --only slipped --since 2026-11-09'];
    return Promise.all(lines.map(async (line) => (await cli(`${line} --owner anna`, { cwd: root })).status));
  };

  test('is told and ends with 3 where it may be a matter of the scope, and there alone, in each form of a diff', async () => {
    expect(await statuses('anna')).toEqual([3, 3, 3]);
    expect(await statuses('piotr')).toEqual([0, 0, 0]);
  });
});
