// pipeline diff --only … --since: how often each deal moved from snapshot to snapshot, and how much that was in all.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOVEMENT_KINDS } from '../src/movement/kinds.ts';
import { widthOf } from '../src/render/width.ts';
import type { BridgesView } from '../src/report/bridges.ts';
import type { DiffView } from '../src/report/diff.ts';
import type { HistoryView } from '../src/report/history.ts';
import type { MovementCountsView } from '../src/report/movement-counts.ts';
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
  const path = mkdtempSync(join(tmpdir(), 'pipeline-since-'));
  folders.push(path);
  return path;
}

async function workspace(): Promise<Desk> {
  const here = await desk();
  folders.push(here.root);
  here.write('pipeline.yaml', 'format: 1\nname: acme\ncurrency: PLN\nprocess: {stages: [lead, demo]}\n');
  return here;
}

const put = (here: Desk, id: string, ...lines: string[]) =>
  here.write(`deals/${id}.yaml`, `name: x\nstage: lead\n${lines.join('\n')}\n`);

async function json<View>(words: string, cwd = demo): Promise<View> {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Each deal with how often, days and value of its first movement. */
const told = ({ deals }: MovementCountsView) =>
  deals.map(({ id, counts }) => [id, counts[0]?.times, counts[0]?.days, counts[0]?.value]);

describe('the counts', () => {
  test.each(['', ' --owner anna', ' --period 2026-Q4', ' --stage proposal,negotiation'])(
    'of every movement are what the diffs from snapshot to snapshot tell%s',
    async (scope) => {
      const names = [...listSnapshots(demo), 'now'];
      const found = new Map<string, { times: number; days: number; value: number }>();
      for (const [at, name] of names.slice(1).entries()) {
        const { deals } = await json<DiffView>(`diff ${names[at]} ${name}${scope}`);
        for (const { id, movements } of deals) {
          for (const { kind, days, value } of movements) {
            const key = `${id} ${kind}`;
            const sum = found.get(key) ?? { times: 0, days: 0, value: 0 };
            found.set(key, {
              times: sum.times + 1,
              days: sum.days + (days ?? 0),
              value: sum.value + Math.round(Number(value ?? 0) * 100),
            });
          }
        }
      }
      const view = await json<MovementCountsView>(
        `diff --only ${MOVEMENT_KINDS.join(',')} --since ${names[0]}${scope}`,
      );
      const counted = view.deals.flatMap(({ id, counts }) =>
        counts.map(({ kind, times, days, value }) => [
          `${id} ${kind}`,
          { times, days: days ?? 0, value: Math.round(Number(value ?? 0) * 100) },
        ]),
      );
      expect(view.snapshots).toBe(names.length);
      expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(found));
      for (const { kind, deals, times } of view.totals) {
        const own = view.deals.flatMap(({ counts }) => counts.filter((count) => count.kind === kind));
        expect([deals, times], kind).toEqual([own.length, own.reduce((sum, count) => sum + count.times, 0)]);
      }
    },
  );

  test('of slips are the push counts and days that the histories of the deals tell', async () => {
    const view = await json<MovementCountsView>(`diff --only slipped --since ${listSnapshots(demo)[0]}`);
    for (const { id, counts, close } of view.deals) {
      const history = await json<HistoryView>(`history ${id}`);
      expect([counts[0]?.times, counts[0]?.days], id).toEqual([history.push_count, history.days_slipped]);
      expect(close, id).toEqual({ first: history.close?.first, now: history.close?.now });
    }
  });

  test('of dates put who slipped most often first, then by days; of amounts who lost most', async () => {
    const slipped = await json<MovementCountsView>('diff --only slipped --since 2026-08-24');
    const keys = told(slipped).map(([, times, days]) => Number(times) * 10_000 + Number(days));
    expect(keys).toEqual(keys.toSorted((x, y) => y - x));
    const shrunk = await json<MovementCountsView>('diff --only shrunk --since 2026-08-24');
    const losses = told(shrunk).map(([, , , value]) => Number(value));
    expect(losses.length).toBeGreaterThan(1);
    expect(losses).toEqual(losses.toSorted((x, y) => x - y));
  });
});

describe('a deal', () => {
  test('that slipped, came back and slipped again is counted twice; from end to end it moved once', async () => {
    const here = await workspace();
    for (const [today, close] of [
      ['2026-11-02', '2026-12-01'],
      ['2026-11-09', '2026-12-11'],
      ['2026-11-16', '2026-12-01'],
      ['2026-11-23', '2026-12-31'],
    ]) {
      put(here, 'hel', `close: ${close}`, 'amount: 100');
      await here.run('snapshot', { today: today ?? '' });
    }
    const view = await here.json<MovementCountsView>(
      'diff --only slipped,pulled-in --since 2026-11-02 2026-11-23',
    );
    expect(view.deals[0]).toMatchObject({
      close: { first: '2026-12-01', now: '2026-12-31' },
      counts: [
        { kind: 'slipped', times: 2, days: 40 },
        { kind: 'pulled-in', times: 1, days: 10 },
      ],
    });
  });

  test('that was renamed is one deal, with what it did under both ids', async () => {
    const here = await workspace();
    put(here, 'hel', 'close: 2026-12-01');
    await here.run('snapshot', { today: '2026-11-02' });
    put(here, 'hel', 'close: 2026-12-08');
    await here.run('snapshot', { today: '2026-11-09' });
    rmSync(join(here.root, 'deals/hel.yaml'));
    put(here, 'hel-wms', 'close: 2026-12-08', 'was: hel');
    await here.run('snapshot', { today: '2026-11-16' });
    put(here, 'hel-wms', 'close: 2026-12-20', 'was: hel');
    const view = await here.json<MovementCountsView>('diff --only slipped --since 2026-11-02');
    expect(told(view)).toEqual([['hel-wms', 2, 19, null]]);
    expect(view).toMatchObject({ of: 1, deals: [{ close: { first: '2026-12-01', now: '2026-12-20' } }] });
  });

  test('whose dates a made snapshot does not know did not slip there, and it is said', async () => {
    const here = await workspace();
    put(here, 'hel', 'close: 2026-12-01', 'created: 2026-09-01', 'stages: [{stage: lead, on: 2026-09-01}]');
    await here.run('backfill --from dates --on 2026-10-01');
    await here.run('snapshot', { today: '2026-11-02' });
    const view = await here.json<MovementCountsView>('diff --only slipped,pulled-in --since 2026-10-01');
    expect(view).toMatchObject({ deals: [], of: 1, backfilled: ['2026-10-01'] });
    const { stdout } = await here.run('diff --only slipped --since 2026-10-01');
    expect(stdout).toContain('None of 1 deal: slipped.');
    expect(stdout).toContain('Made later, not taken: 2026-10-01.');
  });

  test('whose amount a made snapshot does not know is counted as grown, and how much of that nobody changed is said', async () => {
    const here = await workspace();
    const open = ['created: 2026-09-01', 'stages: [{stage: lead, on: 2026-09-01}]'];
    put(here, 'hel', ...open, 'amount: 100');
    put(here, 'nida', ...open, 'amount: 40');
    await here.run('backfill --from dates --on 2026-10-01');
    await here.run('snapshot', { today: '2026-11-02' });
    put(here, 'hel', ...open, 'amount: 150');
    const view = await here.json<MovementCountsView>('diff --only grown --since 2026-10-01');
    expect(view).toMatchObject({ amounts_unknown: 2, unknown_value: '140.00' });
    expect(view.totals).toMatchObject([{ kind: 'grown', value: '190.00' }]);
    const { stdout } = await here.run('diff --only grown --since 2026-10-01');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Amounts that they do not know count as 0: 2 deals, +140 in all, which nobody changed.',
    );
    const slipped = await here.json<MovementCountsView>('diff --only slipped --since 2026-10-01');
    expect(slipped).toMatchObject({ amounts_unknown: 0, unknown_value: '0.00' });
    const bridges = await here.json<BridgesView>('diff 2026-10-01 --every week');
    expect(bridges).toMatchObject({ amounts_unknown: 2, unknown_value: '140.00' });
    expect(bridges.sum.bars.grown).toMatchObject({ value: '190.00' });
    expect((await here.run('diff 2026-10-01 --every week')).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'in the bridge in which they become known: 2 deals, +140 of grown and shrunk, which nobody changed.',
    );
  });

  test('that can’t be read now did not move, is named, and makes the status 3', async () => {
    const here = await workspace();
    put(here, 'hel', 'close: 2026-12-01');
    await here.run('snapshot', { today: '2026-11-02' });
    here.write('deals/hel.yaml', 'name: [');
    const { status, stdout } = await here.run('diff --only slipped --since 2026-11-02');
    expect(status).toBe(3);
    expect(stdout).toContain('Can’t be read in one of the snapshots, and did not move there: hel.');
  });
});

test('the walk begins with what the ends of a diff take, and ends with B', async () => {
  const ends = async (words: string) => {
    const view = await json<MovementCountsView>(`diff --only slipped ${words}`);
    return [view.from_snapshot, view.to_snapshot, view.snapshots];
  };
  expect(await ends('--since latest~3')).toEqual(['2026-10-26', 'now', 5]);
  expect(await ends('--since @2026-10-30 2026-11-09')).toEqual(['2026-10-26', '2026-11-09', 3]);
  expect(await ends('--since 2026-11-16')).toEqual(['2026-11-16', 'now', 2]);
});

describe('the screen', () => {
  test.each(['diff --only slipped --since 2026-08-24', 'diff --only shrunk,grown --since 2026-08-24'])(
    '%s at 80 columns',
    async (words) => {
      const { stdout } = await cli(words, { cwd: demo, tty: true, columns: 80 });
      await expect(stdout).toMatchFileSnapshot(`../snapshots/diff/${words.replaceAll(/[ ,]/g, '_')}.txt`);
    },
  );

  test.each([40, 80])('at %i columns nothing is wider', async (columns) => {
    const words = 'diff --only slipped,pulled-in,shrunk,grown --since 2026-08-24';
    const { stdout } = await cli(words, { cwd: demo, tty: true, columns });
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  test('as CSV has a row a deal and movement', async () => {
    const { stdout } = await cli('diff --only slipped --since 2026-08-24 --format csv', { cwd: demo });
    const [head, first] = stdout.split('\n');
    expect(head).toBe(
      'id,name,account,owner,stage,at_stake,kind,times,days,value,close_first,close_now,amount_first,amount_now,currency',
    );
    expect(first).toMatch(
      /^kormoran-shipyard-erp,.*,480000\.00,slipped,\d+,\d+,,2026-\d\d-\d\d,20\d\d-\d\d-\d\d,/,
    );
  });
});

describe('what can’t be asked', () => {
  test.each([
    ['diff --since 2026-08-24', 'it needs to know which', 'pipeline diff --only slipped --since 2026-08-24'],
    [
      'diff --only slipped --since 2026-08-24 2026-08-31 now',
      '--since says where to begin',
      'a single word is B',
    ],
    ['diff --only slipped --since 2026-08-24 --bridge', 'a bridge has two ends', '--every month'],
    ['diff --only slipped --since 2026-08-24 --explain won', 'a bridge has two ends', '--bridge'],
    [
      'diff --since 2026-08-24 --every week',
      '--every shows bridges',
      'pipeline diff 2026-08-24 --every week',
    ],
    [
      'diff --only slipped --since 2026-08-24 --git HEAD',
      '--git looks at commits',
      'Leave out --since or --git.',
    ],
    ['diff --every week --between', '--between looks at commits', 'Leave out --every or --between.'],
    ['diff --only slipped --since now', 'There is nothing after now to come to.', 'snapshot list'],
    [
      'diff --only slipped --since 2026-08-25',
      'There is no snapshot 2026-08-25.',
      '2026-08-24 (1 day before)',
    ],
    ['diff --only sliped --since 2026-08-24', 'There is no movement "sliped".', 'Did you mean "slipped"?'],
  ])('%s', async (words, sentence, hint) => {
    const { status, stdout, stderr } = await cli(words, { cwd: demo });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr).toContain(hint);
  });
});

test('--exit-code is 1 where a deal did so', async () => {
  const status = async (words: string) => (await cli(words, { cwd: demo })).status;
  expect(await status('diff --only slipped --since 2026-08-24')).toBe(0);
  expect(await status('diff --only slipped --since 2026-08-24 --exit-code')).toBe(1);
  expect(await status('diff --only restaged --since 2026-11-09 --exit-code --period 2031')).toBe(0);
});

test('of two snapshots and those between nothing else is read', async () => {
  const cwd = folder();
  cpSync(demo, cwd, { recursive: true });
  const words = 'diff --only slipped --since 2026-09-28 2026-11-02 --format json';
  const before = await cli(words, { cwd });
  for (const gone of ['2026-08-31', '2026-11-09']) rmSync(join(cwd, 'snapshots', gone, 'deals.csv'));
  expect((await cli(words, { cwd })).stdout).toBe(before.stdout);
});
