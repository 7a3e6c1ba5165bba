// pipeline diff --git: what happened to the deals between two commits.

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import { type Repository, repository } from './diff/repository.ts';

let here: Repository;
beforeEach(async () => {
  here = await repository();
});
afterEach(() => here.clear());

const view = (range: string) => here.json<DiffView>(`diff --git ${range}`);
const kindsOf = ({ deals }: DiffView) =>
  Object.fromEntries(deals.map(({ id, movements }) => [id, movements.map(({ kind }) => kind)]));
const sentence = async (words: string) =>
  (await here.run(`diff --format markdown ${words}`)).stdout.split('\n')[0];

/** Main with three deals; a branch that slips one, wins one and adds one, while main goes on by itself. */
async function branch(): Promise<void> {
  here.deal('hel', 'stage: lead', 'amount: 120000', 'close: 2026-12-01');
  here.deal('bug', 'stage: proposal', 'amount: 40000', 'close: 2026-12-15');
  here.deal('san', 'stage: lead', 'amount: 7000');
  here.commit('2026-11-16T12:00:00Z');
  here.git('checkout', '--quiet', '-b', 'change');
  here.deal('hel', 'stage: lead', 'amount: 120000', 'close: 2027-01-31');
  here.deal('bug', 'stage: won', 'amount: 40000', 'close: 2026-11-18');
  here.deal('wda', 'stage: lead', 'amount: 90000', 'close: 2026-12-20');
  here.commit('2026-11-18T12:00:00Z', 'Ewa');
  here.git('checkout', '--quiet', 'main');
  here.deal('san', 'stage: lead', 'amount: 1000');
  here.commit('2026-11-20T12:00:00Z');
}

describe('a range', () => {
  test('with three dots goes from where the two parted, with two between them as they are', async () => {
    await branch();
    const three = await view('main...change');
    expect(kindsOf(three)).toEqual({ hel: ['slipped'], bug: ['won'], san: ['idle'], wda: ['new'] });
    expect(three.commits).toMatchObject({
      base: here.git('merge-base', 'main', 'change'),
      head: here.git('rev-parse', 'change'),
    });
    const two = await view('main..change');
    expect(kindsOf(two)).toMatchObject({ san: ['grown'] });
    expect([two.from, two.to]).toEqual(['2026-11-18', '2026-11-18']);
  });

  test('of one commit goes to the work tree, and an end that is left out is HEAD', async () => {
    await branch();
    here.deal('san', 'stage: qualified', 'amount: 500');
    const work = await view('change');
    expect(kindsOf(work)).toMatchObject({ san: ['advanced', 'shrunk'], wda: ['removed'] });
    expect(work).toMatchObject({ to_snapshot: 'now', commits: { head: null } });
    expect(kindsOf(await view('..change'))).toEqual(kindsOf(await view('main..change')));
    expect(kindsOf(await view('change..'))).toEqual(kindsOf(await view('change..main')));
  });

  test('reads the commits and never the work tree, which stays as it is', async () => {
    await branch();
    here.write('deals/2026/broken.yaml', 'stage: [\n');
    const before = here.git('status', '--porcelain');
    expect((await here.run('diff --git main...change')).status).toBe(0);
    expect(here.git('status', '--porcelain')).toBe(before);
  });

  test('is read by the settings of each commit: a stage that was renamed with its deals is no move', async () => {
    here.deal('hel', 'stage: lead', 'amount: 100', 'currency: EUR');
    here.settings('[lead, proposal]', 'rates: [{on: 2026-01-01, EUR: "4"}]\n');
    here.commit('2026-11-16T12:00:00Z');
    here.settings('[{id: contact, was: [lead]}, proposal]', 'rates: [{on: 2026-01-01, EUR: "5"}]\n');
    here.deal('hel', 'stage: contact', 'amount: 100', 'currency: EUR');
    here.commit('2026-11-17T12:00:00Z');
    const { deals, bridge } = await view('HEAD~1..HEAD');
    expect(deals[0]?.movements).toEqual([{ kind: 'revalued', value: '100.00' }, { kind: 'idle' }]);
    expect(bridge).toMatchObject({ opening: '400.00', closing: '500.00' });
  });

  test('goes with the other options, and what to do next keeps it', async () => {
    await branch();
    expect((await here.run('diff --git main...change --exit-code')).status).toBe(1);
    expect((await here.run('diff --git main..main --exit-code')).status).toBe(0);
    const { stdout } = await here.run('diff --git main...change --period 2026-Q4 --bridge');
    expect(stdout).toContain('− pushed out');
    expect(stdout).toContain('pipeline diff --git main...change --period 2026-Q4 --explain');
    const explained = await here.run('diff --git main...change --explain won');
    expect(explained.stdout).toContain('bug');
  });

  test('tells who removed a deal on the branch, whatever the work tree has', async () => {
    await branch();
    here.git('checkout', '--quiet', 'change');
    here.remove('hel');
    const commit = here.commit('2026-11-19T12:00:00Z', 'Piotr');
    here.git('checkout', '--quiet', 'main');
    const { deals } = await view('main...change');
    expect(deals.find(({ id }) => id === 'hel')?.removal).toMatchObject({
      commit,
      author: 'Piotr',
      command: expect.stringContaining('git checkout'),
    });
  });
});

describe('the sentence', () => {
  test('says what slipped and by how much, what that takes out of the quarter, and what else moved', async () => {
    await branch();
    const told =
      'Slips 1 deal by 61 days, −120,000 PLN in this quarter; wins 1 deal, 40,000 PLN; adds 1 deal, 90,000 PLN.';
    expect(await sentence('--git main...change')).toBe(told);
    expect(await sentence('--git main...change --bridge')).toBe(told);
    expect(await sentence('--git main...change --only won')).toBe(told);
    expect(await sentence('--git main...change --period 2027-Q1')).toBe(
      'Slips 1 deal by 61 days, +120,000 PLN in 2027-Q1.',
    );
    expect(await sentence('--git change...change')).toBe('No deal moves.');
  });

  test('says nothing of money where there is none', async () => {
    here.deal('hel', 'stage: lead');
    here.commit('2026-11-16T12:00:00Z');
    here.deal('hel', 'stage: lost', 'close: 2026-11-17');
    here.commit('2026-11-17T12:00:00Z');
    expect(await sentence('--git HEAD~1..HEAD')).toBe('Loses 1 deal.');
  });

  test('is in the workspace’s locale', async () => {
    await branch();
    here.settings('[lead, qualified, proposal]');
    here.write('pipeline.yaml', here.read('pipeline.yaml').replace('locale: en', 'locale: pl'));
    expect((await sentence('--git main...change'))?.replaceAll('\u00a0', ' ')).toContain('−120 000 PLN');
  });

  test('has a word for every other movement', async () => {
    here.deal('a1', 'stage: lead', 'amount: 10', 'close: 2026-12-10');
    here.deal('a2', 'stage: lead', 'amount: 20');
    here.deal('a3', 'stage: proposal', 'amount: 30', 'close: 2027-02-01');
    here.deal('a4', 'stage: lost', 'amount: 40', 'close: 2026-11-01');
    here.deal('a5', 'stage: lead', 'amount: 50');
    here.deal('a6', 'stage: won', 'amount: 60', 'close: 2026-11-01');
    here.deal('a7', 'stage: lead', 'amount: 70');
    here.commit('2026-11-16T12:00:00Z');
    here.deal('a1', 'stage: lost', 'amount: 10', 'close: 2026-11-20');
    here.deal('a2', 'stage: proposal', 'amount: 25', 'owner: ewa');
    here.deal('a3', 'stage: lead', 'amount: 30', 'close: 2026-12-01');
    here.deal('a4', 'stage: lead', 'amount: 40', 'close: 2026-12-01');
    here.remove('a5');
    here.deal('a6', 'stage: won', 'amount: 61', 'close: 2026-11-01');
    here.deal('a7', 'stage: qualified', 'amount: 65');
    here.commit('2026-11-17T12:00:00Z');
    expect(await sentence('--git HEAD~1..HEAD')).toBe(
      [
        'Pulls in 1 deal by 62 days, +30 PLN in this quarter; loses 1 deal, 10 PLN; reopens 1 deal, 40 PLN;',
        'removes 1 deal, 50 PLN; shrinks 1 deal, −5 PLN; grows 1 deal, +5 PLN; advances 1 deal;',
        'advances 1 deal over a stage; takes 1 deal back; corrects 1 closed deal;',
        'transfers 1 deal.',
      ].join(' '),
    );
  });
});

describe('deals that cannot be read', () => {
  test('at the base are in neither end, so that they don’t look new: named, exit 3', async () => {
    here.deal('hel', 'stage: [');
    here.deal('bug', 'stage: lead', 'amount: 1');
    here.commit('2026-11-16T12:00:00Z');
    here.deal('hel', 'stage: lead', 'amount: 100');
    here.commit('2026-11-17T12:00:00Z');
    const { status, stdout } = await here.run('diff --git HEAD~1..HEAD --format json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ left_out: ['hel'], deals: [{ id: 'bug' }] });
    expect(await sentence('--git HEAD~1..HEAD')).toBe('No deal moves; 1 deal cannot be read.');
    expect((await here.run('diff --git HEAD~1')).status).toBe(3);
  });

  test('at the head stand as at the base, and do not look removed', async () => {
    here.deal('hel', 'stage: lead', 'amount: 100');
    here.commit('2026-11-16T12:00:00Z');
    here.deal('hel', '<<<<<<< HEAD', 'stage: won');
    here.write('deals/2026/new.yaml', 'stage: [\n');
    here.write('deals/2026/Bad Name.yaml', 'name: x\nstage: lead\n');
    here.commit('2026-11-17T12:00:00Z');
    const { status, stdout } = await here.run('diff --git HEAD~1..HEAD --format json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      unreadable: ['hel'],
      left_out: ['Bad Name', 'new'],
      deals: [],
      bridge: { opening: '100.00', closing: '100.00' },
    });
  });

  test('settings that cannot be read are today’s, and that is said', async () => {
    here.deal('hel', 'stage: lead', 'amount: 100');
    here.write('pipeline.yaml', 'format: 1\nname: [\n');
    here.commit('2026-11-16T12:00:00Z');
    here.settings('[lead, qualified, proposal]');
    here.deal('hel', 'stage: lead', 'amount: 80');
    here.commit('2026-11-17T12:00:00Z');
    const { status, stdout, stderr } = await here.run('diff --git HEAD~1..HEAD');
    expect({ status, stdout, stderr }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('shrunk 100 → 80'),
      stderr: expect.stringContaining('No pipeline.yaml can be read in'),
    });
  });
});

describe('a range that is none', () => {
  test.each([
    ['--git nope', 'there is no commit "nope" here', 'git branch --all'],
    ['--git maim', 'there is no commit "maim" here', 'Did you mean "main"?'],
    ['--git=--output=ran', 'there is no commit "--output=ran" here', ''],
    ['--git=-x..--all', 'there is no commit "-x" here', ''],
    ['--git=', '--git was given an empty value', ''],
    ['--git HEAD:pipeline.yaml', 'there is no commit', ''],
    ['--git main latest', 'names both ends: latest is too much', ''],
  ])('%s', async (words, what, next) => {
    here.deal('hel', 'stage: lead');
    here.commit('2026-11-16T12:00:00Z');
    const { status, stderr } = await here.run(`diff ${words}`);
    expect(status).toBe(2);
    expect(stderr).toContain(what);
    expect(stderr).toContain(next);
    expect(here.has('ran')).toBe(false);
  });

  test('with an escape in it can’t act on the terminal', async () => {
    here.commit('2026-11-16T12:00:00Z');
    const { status, stderr } = await here.run(['diff', '--git', 'x\u001b[31m..HEAD']);
    expect(status).toBe(2);
    expect(stderr).not.toContain('\u001b');
  });

  test('two ends without a commit in common are told what to do', async () => {
    here.commit('2026-11-16T12:00:00Z');
    here.git('checkout', '--quiet', '--orphan', 'other');
    here.commit('2026-11-17T12:00:00Z');
    const { status, stderr } = await here.run('diff --git main...other');
    expect(status).toBe(2);
    expect(stderr).toContain('no commit in common');
    expect(stderr).toContain('--git main..other');
  });

  test('without a repository, or without git, says what would mend it', async () => {
    rmSync(join(here.root, '.git'), { recursive: true });
    const none = await here.run('diff --git main', { env: { GIT_CEILING_DIRECTORIES: '/' } });
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('in no git repository') });
    const lacking = await here.run('diff --git main', { env: { PATH: '/nowhere' } });
    expect(lacking).toMatchObject({ status: 2, stderr: expect.stringContaining('git is not installed') });
  });
});

test('a hostile repository runs nothing', async () => {
  await branch();
  here.write('evil.sh', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
  execFileSync('chmod', ['+x', 'evil.sh'], { cwd: here.root });
  const evil = join(here.root, 'evil.sh');
  for (const name of ['core.fsmonitor', 'diff.external', 'core.pager', 'gpg.program', 'diff.evil.textconv'])
    here.git('config', name, evil);
  for (const name of ['log.showSignature', 'diff.relative']) here.git('config', name, 'true');
  here.write('.gitattributes', '*.yaml diff=evil filter=evil\n');
  for (const name of ['filter.evil.smudge', 'filter.evil.clean']) here.git('config', name, evil);
  here.git('config', 'diff.orderFile', '/dev/tty');
  expect(kindsOf(await view('main...change'))).toMatchObject({ hel: ['slipped'] });
  expect(kindsOf(await view('change'))).toMatchObject({ wda: ['removed'] });
  await here.run('diff --git change --between');
  await here.run('snapshot verify --all');
  expect(here.has('ran')).toBe(false);
});
