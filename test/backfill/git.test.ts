// pipeline backfill --from git: the deals as they were committed before each day, without touching the work tree.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BackfillView } from '../../src/report/backfill.ts';
import type { DiffView } from '../../src/report/diff.ts';
import { readSnapshot } from '../../src/snapshot/store.ts';
import { type Desk, desk } from '../crm-import/desk.ts';

let here: Desk;
beforeEach(async () => {
  here = await desk();
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Anna');
  git('config', 'user.email', 'anna@example.com');
  settings('[lead, proposal]');
});
afterEach(() => here.clear());

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: here.root, encoding: 'utf8' }).trim();
}

/** Commits everything as of that moment. @returns the commit */
function commit(at: string): string {
  git('add', '--all');
  const env = { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at };
  execFileSync('git', ['commit', '--quiet', '--allow-empty', '--message', at], { cwd: here.root, env });
  return git('rev-parse', 'HEAD');
}

function settings(stages: string, currency = 'PLN'): void {
  here.write(
    'pipeline.yaml',
    `format: 1\nname: acme\ncurrency: ${currency}\ntime_zone: Europe/Warsaw\nprocess: {stages: ${stages}}\n`,
  );
}

function deal(id: string, ...lines: string[]): void {
  here.write(`deals/2026/${id}.yaml`, ['name: Hel', 'owner: anna', ...lines, ''].join('\n'));
}

const made = (words: string) => here.json<BackfillView>(`backfill --from git ${words}`);
const rowOf = (id: string, name: string) => readSnapshot(here.root, name).deals.find((row) => row.id === id);
const idsOf = (name: string) => readSnapshot(here.root, name).deals.map(({ id }) => id);

describe('a day', () => {
  test('shows the newest commit from before it in the workspace’s time zone, whole', async () => {
    deal('hel', 'stage: lead', 'amount: 100', 'close: 2026-12-01');
    commit('2026-09-01T12:00:00+00:00');
    deal('hel', 'stage: proposal', 'amount: 150', 'close: 2027-01-31');
    deal('bug', 'stage: lead', 'amount: 7');
    const second = commit('2026-09-07T21:59:59+00:00'); // a second before midnight in Warsaw
    deal('hel', 'stage: won', 'amount: 140', 'close: 2026-09-08');
    commit('2026-09-07T22:00:00+00:00'); // the eighth in Warsaw
    await made('--on 2026-09-02,2026-09-08,2026-09-09');
    const snapshot = readSnapshot(here.root, '2026-09-08');
    expect(snapshot).toMatchObject({ origin: 'backfill-git', assumed: [], commit: second, dirty: false });
    expect(snapshot.deals).toMatchObject([
      { id: 'bug', amount: '7' },
      {
        id: 'hel',
        stage: 'proposal',
        amount: '150',
        close: '2027-01-31',
        closeFirst: '2026-12-01',
        closeMoves: 1,
      },
    ]);
    expect(readSnapshot(here.root, '2026-09-09').deals[1]).toMatchObject({ stage: 'won', amount: '140' });
    expect(git('status', '--porcelain', '--', ':!snapshots')).toBe('');
  });

  test('before the first commit with deals is none', async () => {
    commit('2026-08-01T12:00:00Z');
    deal('hel', 'stage: lead');
    commit('2026-09-01T12:00:00Z');
    expect(await made('--on 2026-08-15,2026-09-01,2026-09-02')).toMatchObject({
      before_all: ['2026-08-15', '2026-09-01'],
      snapshots: [{ name: '2026-09-02' }],
    });
  });

  test('goes by the branch itself: what came in by a merge is there from the merge on', async () => {
    deal('hel', 'stage: lead');
    commit('2026-09-01T12:00:00Z');
    git('checkout', '--quiet', '-b', 'side');
    deal('bug', 'stage: lead');
    commit('2026-09-03T12:00:00Z');
    git('checkout', '--quiet', 'main');
    const env = {
      ...process.env,
      GIT_COMMITTER_DATE: '2026-09-10T12:00:00Z',
      GIT_AUTHOR_DATE: '2026-09-10T12:00:00Z',
    };
    execFileSync('git', ['merge', '--quiet', '--no-ff', '--no-edit', 'side'], { cwd: here.root, env });
    await made('--on 2026-09-05,2026-09-11');
    expect(idsOf('2026-09-05')).toEqual(['hel']);
    expect(idsOf('2026-09-11')).toEqual(['bug', 'hel']);
  });

  test('is read with the settings of its commit, and with today’s where those can’t be read', async () => {
    deal('hel', 'stage: demo', 'amount: 5');
    settings('[lead, demo]');
    commit('2026-09-01T12:00:00Z');
    here.write('pipeline.yaml', 'format: 1\nname: [\n');
    commit('2026-09-08T12:00:00Z');
    settings('[lead, demo, signing]', 'EUR');
    commit('2026-09-15T12:00:00Z');
    settings('[lead, proposal]');
    here.write('pipeline.yaml', `${here.read('pipeline.yaml')}rates: [{on: 2026-01-01, EUR: "4.25"}]\n`);
    await made('--on 2026-09-02,2026-09-09,2026-09-16');
    const stagesOf = (name: string) => readSnapshot(here.root, name).process.stages.map(({ id }) => id);
    expect(stagesOf('2026-09-02')).toEqual(['lead', 'demo']);
    expect(stagesOf('2026-09-09')).toEqual(['lead', 'proposal']);
    expect(stagesOf('2026-09-16')).toEqual(['lead', 'proposal']);
    expect(readSnapshot(here.root, '2026-09-16').reportingCurrency).toBe('PLN');
  });

  test('in a workspace below the repository’s root is that workspace’s', async () => {
    deal('hel', 'stage: lead');
    const files = ['pipeline.yaml', 'deals'];
    mkdirSync(join(here.root, 'sales'));
    for (const file of files) renameSync(join(here.root, file), join(here.root, 'sales', file));
    commit('2026-09-01T12:00:00Z');
    const { status } = await here.run('-C sales backfill --from git --on 2026-09-02');
    expect(status).toBe(0);
    expect(readSnapshot(join(here.root, 'sales'), '2026-09-02').deals.map(({ id }) => id)).toEqual(['hel']);
  });
});

test('a commit that counts in another currency gives it to its deals, at the rates of today', async () => {
  settings('[lead]', 'EUR');
  deal('hel', 'stage: lead', 'amount: 100');
  commit('2026-09-01T12:00:00Z');
  here.write(
    'pipeline.yaml',
    'format: 1\nname: acme\ncurrency: PLN\ntime_zone: Europe/Warsaw\nrates: [{on: 2026-01-01, EUR: "4.25"}]\nprocess: {stages: [lead]}\n',
  );
  await made('--on 2026-09-02');
  expect(rowOf('hel', '2026-09-02')).toMatchObject({ amount: '100', currency: 'EUR', value: 425_00 });
});

test('a rate that was entered since holds for the past too', async () => {
  deal('hel', 'stage: lead', 'amount: 100', 'currency: EUR');
  commit('2026-09-01T12:00:00Z');
  expect((await here.run('backfill --from git --on 2026-09-02')).status).toBe(2);
  here.write('pipeline.yaml', `${here.read('pipeline.yaml')}rates: [{on: 2026-01-01, EUR: "4"}]\n`);
  await made('--on 2026-09-02');
  expect(rowOf('hel', '2026-09-02')).toMatchObject({ value: 400_00 });
});

describe('what could not be read then', () => {
  test('and no snapshot before has is left out and named: exit 3', async () => {
    deal('hel', 'stage: lead');
    deal('broken', 'stage: [');
    here.write('deals/2026/Bad Name.yaml', 'name: x\nstage: lead\n');
    commit('2026-09-01T12:00:00Z');
    const { status, stdout } = await here.run('backfill --from git --on 2026-09-02 --format json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout).snapshots).toMatchObject([{ deals: 1, left_out: ['Bad Name', 'broken'] }]);
    const report = here.read('snapshots/2026-09-02/snapshot.md');
    expect(report).toContain('broken');
  });

  test('stands as in the snapshot before, and is counted', async () => {
    deal('hel', 'stage: lead', 'amount: 100');
    deal('bug', 'stage: lead', 'amount: 1');
    commit('2026-09-01T12:00:00Z');
    deal('hel', '<<<<<<< HEAD', 'stage: won');
    here.write('deals/other/bug.yaml', 'name: Twice\nstage: lead\n');
    here.write('deals/2026/new.yaml', 'stage: [\n');
    symlinkSync('/etc/passwd', join(here.root, 'deals/2026/evil.yaml'));
    commit('2026-09-08T12:00:00Z');
    rmSync(join(here.root, 'deals/other'), { recursive: true });
    const view = await made('--on 2026-09-02,2026-09-09');
    expect(view.snapshots.map(({ deals, unreadable }) => [deals, unreadable])).toEqual([
      [2, 0],
      [2, 2],
    ]);
    const row = readSnapshot(here.root, '2026-09-09').deals.find(({ id }) => id === 'hel');
    expect(row).toMatchObject({ stage: 'lead', amount: '100', problem: expect.stringContaining('conflict') });
  });
});

describe('between git’s past and what is taken', () => {
  test('every movement is told: its fields are as they were', async () => {
    deal('hel', 'stage: lead', 'amount: 100', 'close: 2026-12-01');
    deal('bug', 'stage: lead', 'amount: 1');
    commit('2026-09-01T12:00:00Z');
    deal('hel', 'owner: ewa', 'stage: lead', 'amount: 90');
    here.write('deals/2026/hel.yaml', 'name: Hel\nowner: ewa\nstage: lead\namount: 90\n');
    rmSync(join(here.root, 'deals/2026/bug.yaml'));
    await made('--on 2026-09-02');
    const view = await here.json<DiffView>('diff 2026-09-02');
    const kinds = Object.fromEntries(
      view.deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]),
    );
    expect(kinds).toEqual({ hel: ['slipped', 'shrunk', 'transferred'], bug: ['removed'] });
    expect(view.backfilled).toMatchObject([{ origin: 'backfill-git', amounts_unknown: 0 }]);
  });
});

test('a folder without a repository is told so', async () => {
  rmSync(join(here.root, '.git'), { recursive: true });
  const { status, stderr } = await here.run('backfill --from git', { env: { GIT_CEILING_DIRECTORIES: '/' } });
  expect({ status, stderr }).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('in no git repository'),
  });
});

test('a hostile repository runs nothing', async () => {
  deal('hel', 'stage: lead');
  commit('2026-09-01T12:00:00Z');
  here.write('evil.sh', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
  execFileSync('chmod', ['+x', 'evil.sh'], { cwd: here.root });
  git('config', 'core.fsmonitor', join(here.root, 'evil.sh'));
  git('config', 'diff.external', join(here.root, 'evil.sh'));
  git('config', 'core.pager', join(here.root, 'evil.sh'));
  await made('--on 2026-09-02');
  expect(here.has('ran')).toBe(false);
  expect(idsOf('2026-09-02')).toEqual(['hel']);
});
