// pipeline status, as a person types it.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { companyFolder, put } from './look/company-files.ts';
import { cli } from './support/cli.ts';

let company: ReturnType<typeof companyFolder>;
beforeAll(() => {
  company = companyFolder();
});
afterAll(() => company.remove());

const json = async (root: string, ...words: string[]) => {
  const { stdout } = await cli(['status', ...words, '--format', 'json'], { cwd: root });
  return JSON.parse(stdout);
};

describe('pipeline status', () => {
  test('adds up: stages to the total, opening and bars to closing, closing to the total', async () => {
    const view = await json(company.root);
    const money = (text: string) => Math.round(Number(text) * 100);
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(view.stages.map(({ value }: { value: string }) => money(value)))).toBe(money(view.open.value));
    expect(sum(view.stages.map(({ count }: { count: number }) => count))).toBe(view.open.count);
    expect(view.since.closing).toEqual(view.open);
    expect(money(view.since.closing.value) - money(view.since.opening.value)).toBe(money(view.since.change));
    const { bars } = view.since;
    const came = ['new', 'reopened', 'pulled_in', 'moved_in', 'transferred_in', 'grown', 'revalued_up'];
    const signed = Object.entries<{ value: string }>(bars).map(
      ([key, { value }]) => (came.includes(key) ? 1 : -1) * money(value),
    );
    expect(sum(signed)).toBe(money(view.since.change));
  });

  test('counts who was recorded from stage 1, and what is fresh', async () => {
    const view = await json(company.root);
    expect(view.recorded_from_first_stage).toEqual({ count: 10, of: 10, share: 1 });
    expect(view.freshness.open.count).toBe(10);
    expect(view.due[0]).toMatchObject({ what: 'snapshot', on: '2026-11-23', last: '2026-11-16', late: 0 });
  });

  test('of a snapshot tells how it stood then', async () => {
    const view = await json(company.root, '--as-of', '2026-11-20');
    expect(view).toMatchObject({ as_of: '2026-11-16', open: { count: 12 }, since: null });
  });

  test('names the deals that cannot be read', async () => {
    const own = companyFolder();
    put(own.root, 'deals/2026/beskid-mes.yaml', 'name: [');
    const { status, stdout } = await cli('status', { cwd: own.root });
    own.remove();
    expect(status).toBe(3);
    expect(stdout).toContain('1 deal cannot be read: beskid-mes; it stands as in the last snapshot');
  });

  test('the screen', async () => {
    const { stdout, status } = await cli('status', { cwd: company.root, tty: true, columns: 80 });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../snapshots/status.txt');
  });
});

test('where freshness cannot be judged, the next step is the check that has the findings, not stale, which has none', async () => {
  const late = dealFile({ source: '{system: salesforce, id: "1"}', close: '2026-11-18', activities: '[]' });
  const cwd = workspace({ 'deals/2026/late.yaml': late });
  await cli('snapshot', { cwd });
  const { stdout } = await cli('status', { cwd });
  expect(stdout).toContain('– · not judged');
  expect(stdout).toMatch(/1 deal with findings.*pipeline check\n$/);
});

describe('the course of open value', () => {
  const look = (options: object) => cli('status', { cwd: demoWorkspace(), tty: true, ...options });

  test('is what the trend tells of the same weeks, and now at its end', async () => {
    const cwd = demoWorkspace();
    const { course, open } = await json(cwd);
    const trend = await cli('trend open-value --format json', { cwd });
    const { intervals, groups } = JSON.parse(trend.stdout);
    const told = new Map(
      intervals.map(({ name }: { name: string }, at: number) => [
        name,
        groups[0].metrics['open-value'][at].amount,
      ]),
    );
    expect(course.length).toBeGreaterThan(10);
    expect(course.at(-1)).toEqual({ week: '2026-W48', snapshot: null, open_value: open.value });
    for (const { week, open_value } of course.slice(0, -1)) expect(open_value, week).toBe(told.get(week));
  });

  test('of a week without a snapshot is a gap', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'pipeline-status-'));
    cpSync(demoWorkspace(), cwd, { recursive: true });
    rmSync(join(cwd, 'snapshots', '2026-11-02'), { recursive: true });
    const { course } = await json(cwd);
    expect(course.find(({ week }: { week: string }) => week === '2026-W45')).toEqual({
      week: '2026-W45',
      snapshot: null,
      open_value: null,
    });
    expect((await cli('status', { cwd })).stdout).toMatch(/Open value, 13 weeks +[▁-█]{9}·[▁-█]{3} /);
    rmSync(cwd, { recursive: true });
  });

  test('stands on the screen at 80 and 200 columns, and without Unicode', async () => {
    await expect((await look({ columns: 80 })).stdout).toMatchFileSnapshot('../snapshots/status-80.txt');
    await expect((await look({ columns: 200 })).stdout).toMatchFileSnapshot('../snapshots/status-200.txt');
    const plain = await look({ columns: 80, env: { LC_ALL: 'C' } });
    await expect(plain.stdout).toMatchFileSnapshot('../snapshots/status-ascii.txt');
  });
});
