// pipeline diff, as a person types it.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { BARS } from '../src/movement/bars.ts';
import { widthOf } from '../src/render/width.ts';
import { EXPLAINABLE } from '../src/report/diff-explain.ts';
import { dealText, emptyStory, SETTINGS, type Story, week } from './diff/story.ts';
import { cli } from './support/cli.ts';

let story: Story;
beforeAll(async () => {
  story = await week();
});
afterAll(() => story.remove());

const run = (words: string | string[], more = {}) => cli(words, { cwd: story.root, ...more });
const json = async (words: string, cwd = story.root) => {
  const { stdout, stderr } = await cli(`${words} --format json`, { cwd });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};
const minor = (text: string) => Math.round(Number(text) * 100);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

async function ownStory(settings?: string): Promise<Story> {
  const own = emptyStory(settings);
  onTestFinished(() => own.remove());
  return own;
}

describe('the screens', () => {
  test.each([
    ['diff', 80],
    ['diff', 200],
    ['diff --only slipped,pulled-in', 80],
    ['diff --bridge', 80],
    ['diff --period 2026-Q4', 80],
    ['diff --period 2026-Q4 --bridge', 80],
    ['diff --period 2026-Q4 --explain pushed-out', 80],
    ['diff --period none --bridge', 80],
    ['diff --owner anna', 80],
    ['diff --stage proposal --bridge', 80],
    ['diff --explain opening', 80],
  ])('%s at %i columns', async (words, columns) => {
    const { stdout, stderr, status } = await run(words, { tty: true, columns });
    expect([status, stderr]).toEqual([0, '']);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
    const name = words.replaceAll(' --', '-').replaceAll(/[ ,]/g, '-');
    await expect(stdout).toMatchFileSnapshot(`../snapshots/diff/${name}-${columns}.txt`);
  });

  test.each(['json', 'csv', 'markdown'])('as %s', async (format) => {
    const { stdout } = await run(`diff --format ${format}`);
    await expect(stdout).toMatchFileSnapshot(
      `../snapshots/diff/diff.${format === 'markdown' ? 'md' : format}`,
    );
  });

  test.each([40, 80])('at %i columns nothing is wider, whatever the names', async (columns) => {
    const own = await ownStory();
    await own.take('2026-11-16');
    const id = 'a-customer-with-a-longer-name-than-any'; // a command to paste is never cut
    const owner = 'Zażółć 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦';
    own.put(`deals/${id}.yaml`, dealText({ name: 'N', owner, stage: 'won', amount: '123456789.00' }));
    for (const words of ['diff', 'diff --bridge', 'diff --explain won', 'diff --only won']) {
      const { stdout } = await cli(words, { cwd: own.root, tty: true, columns });
      for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('what happened is never cut: names give way first, and then it goes on in a further line', async () => {
    const own = await ownStory();
    const id = 'a-customer-with-a-long-name-erp';
    const fields = { name: 'N', owner: 'Aleksandra Wolska', stage: 'proposal' };
    own.put(`deals/${id}.yaml`, dealText({ ...fields, amount: '1200000.50', close: '2026-11-30' }));
    await own.take('2026-11-16');
    own.put(`deals/${id}.yaml`, dealText({ ...fields, amount: '1100000.25', close: '2027-03-31' }));
    const { stdout } = await cli('diff', { cwd: own.root, tty: true, columns: 80 });
    await expect(stdout).toMatchFileSnapshot('../snapshots/diff/long-words-80.txt');
    const { stdout: narrow } = await cli('diff', { cwd: own.root, tty: true, columns: 50 });
    for (const figure of ['1,200,000.50', '1,100,000.25', '121 days', '2027-03-31']) {
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(figure);
      expect(narrow.replaceAll(/\s+/g, ' ')).toContain(figure);
    }
  });

  test('control characters and bidi marks of a name never reach the terminal', async () => {
    const own = await ownStory();
    await own.take('2026-11-16');
    own.put('deals/a.yaml', dealText({ name: '"x\\u001b[31m\\u202e"', owner: '"\\u0007bell"', amount: '1' }));
    for (const format of ['table', 'csv', 'markdown', 'json']) {
      const { stdout } = await cli(`diff --format ${format}`, { cwd: own.root });
      expect(stdout).toContain('bell');
      if (format !== 'csv') expect(stdout).not.toMatch(/[\u0007\u001b\u202e]/);
    }
  });
});

describe('the figures', () => {
  test('opening and bars add up to closing, lines to the change, owners to the whole', async () => {
    const { bridge, deals, totals } = await json('diff');
    const signed = Object.values(BARS).map(({ key, sign }) => sign * minor(bridge.bars[key].value));
    expect(minor(bridge.opening) + sum(signed)).toBe(minor(bridge.closing));
    expect(sum(deals.map((deal: { value: string }) => minor(deal.value)))).toBe(minor(bridge.change));
    for (const figure of ['opening', 'closing', 'change']) {
      const owners = totals.owners.map((one: { bridge: Record<string, string> }) =>
        minor(one.bridge[figure] ?? ''),
      );
      expect(sum(owners)).toBe(minor(bridge[figure]));
    }
  });

  test.each([...EXPLAINABLE])('the deals of %s add up to it, in any scope', async (bar) => {
    for (const scope of ['', ' --period 2026-Q4', ' --owner piotr', ' --stage qualified']) {
      const { bridge, explain } = await json(`diff${scope} --explain ${bar}`);
      const drawn =
        bar === 'opening' || bar === 'closing'
          ? { value: bridge[bar], count: bridge[`${bar}_count`] }
          : bridge.bars[BARS[bar].key];
      expect({ value: explain.sum, count: explain.deals.length }).toEqual(drawn);
      expect(sum(explain.deals.map((deal: { value: string }) => minor(deal.value)))).toBe(minor(explain.sum));
    }
  });

  test('lines are sorted by the change of value, then by the value; what did not change comes last', async () => {
    const { deals } = await json('diff');
    type Line = { value: string; at_stake: string; movements: { kind: string }[] };
    const keys = deals.map(({ value, at_stake, movements }: Line) => [
      Math.abs(Number(value)),
      movements.every(({ kind }) => kind === 'idle') ? 0 : 1,
      Math.abs(Number(at_stake)),
    ]);
    expect(keys.at(-1)[1]).toBe(0);
    expect(keys).toEqual(
      keys.toSorted(
        ([a, b, c]: [number, number, number], [x, y, z]: [number, number, number]) => x - a || y - b || z - c,
      ),
    );
  });

  test('--only limits the lines and leaves the bridge as it is', async () => {
    const [all, some] = [await json('diff'), await json('diff --only slipped,won')];
    expect(some.bridge).toEqual(all.bridge);
    expect(some.totals).toEqual(all.totals);
    expect(some.deals.map(({ id }: { id: string }) => id)).toEqual([
      'alpina-erp',
      'borek-crm',
      'ema-bi',
      'nurt-erp',
      'idol-edi',
      'jar-dms',
    ]);
  });

  test('what slipped says whether it left the period asked for, else the quarter of the later day', async () => {
    const slips = async (words: string) => {
      const { due_in, deals } = await json(`${words} --only slipped`);
      return [
        due_in,
        ...deals.map((deal: { id: string; movements: { kind: string; period: string }[] }) => [
          deal.id,
          deal.movements.find(({ kind }) => kind === 'slipped')?.period,
        ]),
      ];
    };
    expect(await slips('diff')).toEqual([
      '2026-Q4',
      ['ema-bi', 'left'],
      ['nurt-erp', 'left'],
      ['idol-edi', 'left'],
      ['jar-dms', null],
    ]);
    expect(await slips('diff --period 2026-11')).toEqual(['2026-11', ['jar-dms', 'left']]);
  });

  test("an owner's deals count under every name that the team has for them", async () => {
    const { scope, bridge, totals } = await json('diff --owner piotr');
    expect(scope.owners).toEqual(['P. Lis', 'piotr']);
    expect(totals.owners.map(({ owner }: { owner: string }) => owner)).toEqual(['piotr']);
    expect(totals.owners[0].bridge).toEqual(bridge);
    expect(bridge.bars.transferred_out).toEqual({ value: '25000.00', count: 1 });
    expect((await json('diff --owner none')).bridge.opening).toBe('10000.00');
    expect((await cli(['diff', '--owner', '', '--format', 'json'], { cwd: story.root })).stdout).toContain(
      '"opening": "10000.00"',
    );
  });

  test('several owners and stages are a scope together', async () => {
    const both = await json('diff --owner anna --owner piotr');
    expect(both.bridge).toEqual((await json('diff --owner anna,piotr')).bridge);
    expect(both.bridge.bars.transferred_in.count).toBe(0);
    expect((await json('diff --stage lead,qualified')).scope.stages).toEqual(['lead', 'qualified']);
  });
});

describe('which two', () => {
  test('by default the newest snapshot from before today, against now', async () => {
    const own = await ownStory();
    own.put('deals/a.yaml', dealText({ name: 'A', amount: '100' }));
    await own.take('2026-11-16');
    await own.take('2026-11-23');
    const view = await json('diff', own.root);
    expect([view.from_snapshot, view.to_snapshot, view.from, view.to]).toEqual([
      '2026-11-16',
      'now',
      '2026-11-16',
      '2026-11-23',
    ]);
    expect((await json('diff latest', own.root)).from_snapshot).toBe('2026-11-23');
    expect((await json('diff latest~1 latest', own.root)).to_snapshot).toBe('2026-11-23');
    const ago = await cli(['diff', '@1 week ago', '--format', 'json'], { cwd: own.root });
    expect(JSON.parse(ago.stdout).from_snapshot).toBe('2026-11-16');
  });

  test('the later one first is refused, with the command the other way round', async () => {
    const { status, stderr } = await run('diff now 2026-11-16');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error: now (2026-11-23) is later than 2026-11-16: a diff goes from the earlier one.\n' +
        '  → pipeline diff 2026-11-16 now\n',
    );
  });

  test('of one day they go by their times', async () => {
    const own = await ownStory();
    await own.take('2026-11-16');
    await own.take('2026-11-16', '2026-11-16T1430');
    expect((await cli('diff 2026-11-16 2026-11-16T1430', { cwd: own.root })).status).toBe(0);
    expect((await cli('diff 2026-11-16T1430 2026-11-16', { cwd: own.root })).status).toBe(2);
    expect((await cli('diff 2026-11-16 now', { cwd: own.root, today: '2026-11-16' })).status).toBe(0);
  });

  test('without a snapshot there is nothing to look at', async () => {
    const own = await ownStory();
    const { status, stderr } = await cli('diff', { cwd: own.root });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no snapshot from before today (2026-11-23) to begin with.');
    expect(stderr).toContain('→ Take one');
  });

  test('of two snapshots nothing but the two is read', async () => {
    const own = await ownStory();
    own.put('deals/a.yaml', dealText({ name: 'A', amount: '100' }));
    await own.take('2026-11-09');
    await own.take('2026-11-16');
    const words = 'diff 2026-11-09 2026-11-16 --format json';
    const before = await cli(words, { cwd: own.root });
    own.put('deals/a.yaml', '<<<<<<< HEAD\n');
    own.put('snapshots/2026-11-20/snapshot.yaml', 'broken');
    rmSync(join(own.root, '.pipeline'), { recursive: true, force: true });
    const after = await cli(words, { cwd: own.root });
    expect([after.status, after.stderr]).toEqual([0, '']);
    expect(after.stdout).toBe(before.stdout);
  });

  test('this quarter is the quarter of today, and what slipped is judged by the later one of the two', async () => {
    const own = await ownStory();
    own.put('deals/a.yaml', dealText({ name: 'A', amount: '100' }));
    await own.take('2026-09-07');
    await own.take('2026-09-14');
    const view = await json('diff 2026-09-07 2026-09-14 --period this-quarter', own.root);
    expect(view.scope.period.name).toBe('2026-Q4');
    expect((await json('diff 2026-09-07 2026-09-14', own.root)).due_in).toBe('2026-Q3');
  });

  test('two reporting currencies are refused', async () => {
    const own = await ownStory();
    await own.take('2026-11-16');
    own.put(
      'pipeline.yaml',
      SETTINGS.replace('currency: PLN', 'currency: EUR').replace(/rates:\n.*\n.*\n/, ''),
    );
    const { status, stderr } = await cli('diff', { cwd: own.root });
    expect(status).toBe(2);
    expect(stderr).toContain('2026-11-16 is in PLN and 2026-11-23 in EUR: they cannot be bridged.');
  });
});

describe('the exit status', () => {
  test('--exit-code is 1 where anything moved, and 0 where all is idle', async () => {
    expect((await run('diff --exit-code')).status).toBe(1);
    expect((await run('diff --exit-code --only restaged')).status).toBe(0);
    expect((await run('diff 2026-11-16 2026-11-16 --exit-code')).status).toBe(0);
    expect((await run('diff')).status).toBe(0);
  });

  test('deals that cannot be read are named, and make it 3', async () => {
    const own = await ownStory();
    own.put('deals/a.yaml', dealText({ name: 'A', amount: '100' }));
    own.put('deals/b.yaml', dealText({ name: 'B', amount: '50' }));
    await own.take('2026-11-16');
    own.put('deals/a.yaml', 'name: A\n\tstage: lead\n');
    own.put('deals/c.yaml', 'name: [');
    const { status, stdout } = await cli('diff --exit-code', { cwd: own.root });
    expect(status).toBe(3);
    expect(stdout).toContain('Open, opening  150    Change  0    Open, closing  150');
    expect(stdout).toContain('1 deal cannot be read and stands as on 2026-11-16: a.');
    expect(stdout).toContain('1 deal cannot be read and is left out: c.');
    const view = await json('diff', own.root);
    expect([view.unreadable, view.left_out]).toEqual([['a'], ['c']]);
    expect(view.deals.map(({ id }: { id: string }) => id)).toEqual(['b']);
  });

  test('a deal whose currency has no rate counts as 0, and the screen says so', async () => {
    const own = await ownStory();
    await own.take('2026-11-16');
    own.put('deals/a.yaml', dealText({ name: 'A', amount: '100', currency: 'USD' }));
    const { status, stdout } = await cli('diff', { cwd: own.root });
    expect(status).toBe(0);
    expect(stdout).toContain('Without a rate 1 deal counts as 0: a.');
  });
});

describe('words that nobody knows', () => {
  test.each([
    ['diff --owner ana', 'There is no owner "ana".', 'Did you mean "anna"?'],
    ['diff --stage propsal', 'There is no stage "propsal".', 'Did you mean "proposal"?'],
    ['diff --stage won', '"won" is an outcome, no stage', 'pipeline diff --explain won'],
    ['diff --only sliped', 'There is no movement "sliped".', 'Did you mean "slipped"?'],
    ['diff --explain pushedout', 'There is no bar "pushedout".', 'Did you mean "pushed-out"?'],
    ['diff --period 2026-Q5', '"2026-Q5" is not a period.', '2026-Q4'],
    ['diff 2026-11-15', 'There is no snapshot 2026-11-15.', '2026-11-16 (1 day after)'],
    ['diff yesterday', '"yesterday" names no snapshot.', 'latest~3'],
  ])('%s', async (words, message, hint) => {
    const { status, stdout, stderr } = await run(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });

  test('a bar may be written as the JSON and the screen have it', async () => {
    const { explain } = await json('diff --explain Transferred_out --owner piotr');
    expect(explain.bar).toBe('transferred-out');
  });
});

test('a week in which nothing happened says so', async () => {
  const { stdout } = await run('diff 2026-11-16 2026-11-16');
  expect(stdout).toBe(
    [
      '2026-11-16 → 2026-11-16 · all open deals · 17 → 17 deals',
      '',
      'Open, opening  1,085,000    Change  0    Open, closing  1,085,000',
      '',
      'Nothing moved: 17 deals idle',
      'From opening to closing → pipeline diff 2026-11-16 2026-11-16 --bridge',
      '',
    ].join('\n'),
  );
});

test('colours say what to hope for and what to look into, and only on a terminal', async () => {
  const colour = await run('diff', { tty: true, env: { NO_COLOR: '', FORCE_COLOR: '1' } });
  const line = (id: string) => colour.stdout.split('\n').find((one) => one.startsWith(id)) ?? '';
  expect(line('borek-crm')).toContain('\u001b[32mwon');
  expect(line('fala-audit')).toContain('\u001b[31mlost: price');
  expect((await run('diff')).stdout).not.toContain('\u001b');
});
