// A deal whose file is gone: what a diff says of who took it away, and how to bring it back.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import { type Repository, repository } from './diff/repository.ts';

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.deal('hel', 'stage: proposal', 'amount: 105000', 'close: 2026-12-01');
  here.deal('bug', 'stage: lead', 'amount: 7');
  here.commit('2026-11-01T12:00:00Z');
  await here.run('snapshot', { today: '2026-11-16' });
});
afterEach(() => here.clear());

const removals = async (words = 'diff') =>
  Object.fromEntries(
    (await here.json<DiffView>(words)).deals.flatMap(({ id, removal }) =>
      removal === undefined ? [] : [[id, removal]],
    ),
  );

describe('who removed a deal', () => {
  test('is told with the commit, the day in the workspace’s time zone, and a command that brings it back', async () => {
    here.remove('hel');
    const commit = here.commit('2026-11-19T23:30:00Z', 'Ewa\u001b[31m Maj');
    expect(await removals()).toEqual({
      hel: {
        commit,
        author: 'Ewa\u001b[31m Maj',
        on: '2026-11-20',
        path: 'deals/2026/hel.yaml',
        command: `git checkout ${commit.slice(0, 12)}^ -- deals/2026/hel.yaml`,
      },
    });
    const { stdout } = await here.run('diff', { tty: true, columns: 80 });
    expect(stdout.replaceAll(commit.slice(0, 12), 'COMMIT')).toContain(
      [
        'Removed: hel, last in Proposal, anna, 105,000, by Ewa␛[31m Maj on 2026-11-20, in',
        'COMMIT.',
        'This brings it back → git checkout COMMIT^ -- deals/2026/hel.yaml',
      ].join('\n'),
    );
    expect((await here.run('diff --explain removed')).stdout).toContain('This brings it back →');
    execFileSync('sh', ['-c', (await removals()).hel?.command ?? ''], { cwd: here.root });
    expect(here.read('deals/2026/hel.yaml')).toContain('amount: 105000');
  });

  test('is whoever did it on a branch, not who merged it', async () => {
    here.git('checkout', '--quiet', '-b', 'side');
    here.remove('hel');
    const commit = here.commit('2026-11-18T12:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    here.deal('bug', 'stage: lead', 'amount: 8');
    here.commit('2026-11-18T13:00:00Z');
    here.merge('side', '2026-11-19T12:00:00Z');
    expect((await removals()).hel).toMatchObject({ commit, author: 'Ewa' });
  });

  test('is not told of a file that only moved, and of one that was removed twice it is the last time', async () => {
    here.remove('hel');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    here.deal('hel', 'stage: proposal', 'amount: 105000');
    here.commit('2026-11-18T12:00:00Z');
    here.write('deals/hel.yaml', here.read('deals/2026/hel.yaml'));
    here.remove('hel');
    here.commit('2026-11-19T12:00:00Z');
    rmSync(join(here.root, 'deals/hel.yaml'));
    const commit = here.commit('2026-11-20T12:00:00Z', 'Piotr');
    expect((await removals()).hel).toMatchObject({ commit, author: 'Piotr', path: 'deals/hel.yaml' });
  });

  test('between two snapshots is who did it by the later one, and one that is back needs no command', async () => {
    here.remove('hel');
    const commit = here.commit('2026-11-17T12:00:00Z', 'Ewa');
    await here.run('snapshot', { today: '2026-11-18' });
    here.deal('hel', 'stage: lead', 'amount: 1');
    here.commit('2026-11-19T12:00:00Z');
    here.remove('hel');
    here.commit('2026-11-20T12:00:00Z', 'Piotr');
    here.deal('hel', 'stage: lead', 'amount: 1');
    expect(await removals('diff 2026-11-16 2026-11-18')).toMatchObject({
      hel: { commit, author: 'Ewa', command: null },
    });
    const { stdout } = await here.run('diff 2026-11-16 2026-11-18');
    expect(stdout).toContain('it is back now');
  });

  test('of a removal that is not committed yet is nobody, and the last commit has the file', async () => {
    here.remove('hel');
    expect(await removals()).toMatchObject({
      hel: { commit: null, author: null, command: 'git checkout HEAD -- deals/2026/hel.yaml' },
    });
    const { stdout } = await here.run('diff');
    expect(stdout).toContain('105,000, and that is not committed.');
  });

  test('of a deal in a workspace below the repository’s root is told with the path from there', async () => {
    mkdirSync(join(here.root, 'sales'));
    for (const file of ['pipeline.yaml', 'deals', 'snapshots'])
      renameSync(join(here.root, file), join(here.root, 'sales', file));
    here.commit('2026-11-17T12:00:00Z');
    rmSync(join(here.root, 'sales/deals/2026/hel.yaml'));
    const commit = here.commit('2026-11-18T12:00:00Z');
    expect(await removals('-C sales diff')).toMatchObject({ hel: { commit, path: 'deals/2026/hel.yaml' } });
  });
});

test('many removed deals are told of in full where they are asked for, else the largest', async () => {
  for (let at = 0; at < 60; at += 1) here.deal(`deal-${at}`, 'stage: lead', `amount: ${at + 10}`);
  here.commit('2026-11-17T12:00:00Z');
  await here.run('snapshot', { today: '2026-11-17' });
  for (let at = 0; at < 60; at += 1) here.remove(`deal-${at}`);
  const commit = here.commit('2026-11-18T12:00:00Z', 'Ewa');
  const told = await removals();
  expect(Object.keys(told).length).toBe(60);
  expect(Object.values(told).every((removal) => removal?.commit === commit)).toBe(true);
  expect((await here.run('diff')).stdout.match(/^Removed: /gm)?.length).toBe(3);
  expect((await here.run('diff')).stdout).toContain('57 more deals removed: --only removed');
  expect((await here.run('diff --only removed')).stdout.match(/^Removed: /gm)?.length).toBe(60);
});

test('without git the last value, stage and owner are told, and no more', async () => {
  rmSync(join(here.root, '.git'), { recursive: true });
  here.remove('hel');
  expect(await removals()).toEqual({ hel: null });
  const { stdout } = await here.run('diff', { env: { GIT_CEILING_DIRECTORIES: '/' } });
  expect(stdout).toContain('Removed: hel, last in Proposal, anna, 105,000.\n');
  expect(stdout).not.toContain('git');
});
