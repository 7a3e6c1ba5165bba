// pipeline diff --between: what came and went between two snapshots, which only the commits between them tell.

import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DiffView } from '../src/report/diff.ts';
import type { HistoryView } from '../src/report/history.ts';
import { type Repository, repository } from './diff/repository.ts';

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.write('.gitignore', '.pipeline/\n');
  hel('2026-12-01', '100');
  here.deal('bug', 'stage: lead', 'amount: 7');
  here.commit('2026-11-15T12:00:00Z');
  await here.run('snapshot', { today: '2026-11-16' });
});
afterEach(() => here.clear());

const hel = (close: string, amount: string, ...more: string[]) =>
  here.deal('hel', 'stage: lead', `amount: ${amount}`, `close: ${close}`, ...more);

const view = (words = '', cwd = '') => here.json<DiffView>(`${cwd}diff --between ${words}`);

/** Of each deal that is told of, its steps: who, and what. */
async function told(words = '', cwd = '') {
  const { between } = await view(words, cwd);
  expect(between?.commits).toBeGreaterThan(0);
  return Object.fromEntries(
    (between?.deals ?? []).map(({ id, steps }) => [
      id,
      steps.map(({ author, movements }) => [author, ...movements.map(({ kind }) => kind)].join(' ')),
    ]),
  );
}

describe('a deal is told of', () => {
  test('that slipped and came back, with commit, author and day, and it is in no figure', async () => {
    hel('2027-01-31', '100');
    const slip = here.commit('2026-11-17T23:30:00Z', 'Ewa\u001b[31m');
    hel('2026-12-01', '100');
    const back = here.commit('2026-11-19T12:00:00Z', 'Piotr');
    const { between, ...plain } = await view();
    expect(between).toMatchObject({
      commits: 2,
      deals: [
        {
          id: 'hel',
          steps: [
            {
              commit: slip,
              author: 'Ewa\u001b[31m',
              on: '2026-11-18',
              movements: [{ kind: 'slipped', days: 61, period: 'left' }],
            },
            { commit: back, author: 'Piotr', on: '2026-11-19', movements: [{ kind: 'pulled-in', days: 61 }] },
          ],
        },
      ],
    });
    expect({ ...plain, between: null }).toEqual(await here.json('diff'));
    const { stdout } = await here.run('diff --between', { tty: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    await expect(
      stdout.replaceAll(slip.slice(0, 8), 'SLIP5678').replaceAll(back.slice(0, 8), 'BACK5678'),
    ).toMatchFileSnapshot('../snapshots/diff/between.txt');
  });

  test('in any terminal, the longest names cut before what happened is', async () => {
    here.deal('a-deal-with-a-long-name', 'stage: lead', 'amount: 7', 'close: 2026-12-01');
    here.commit('2026-11-17T12:00:00Z');
    here.deal('a-deal-with-a-long-name', 'stage: lead', 'amount: 7', 'close: 2027-01-31');
    here.commit('2026-11-18T12:00:00Z', 'Łukasz Brzęczyszczykiewicz-Kowalski');
    for (const columns of [40, 60, 80]) {
      const { stdout } = await here.run('diff --between', { tty: true, columns });
      const [, section = ''] = stdout.split('outside of the bridge');
      expect(section).toContain('slipped 61 days to 2027-01-31');
      for (const line of section.split('\n').slice(0, -2)) expect(line.length).toBeLessThanOrEqual(columns);
    }
  });

  test('as CSV in a row a movement, made safe for a spreadsheet', async () => {
    hel('2027-01-31', '60');
    const commit = here.commit('2026-11-17T12:00:00Z', '=Ewa()');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z', 'Piotr');
    const lines = (await here.run('diff --between --format csv')).stdout.split('\n');
    expect(lines[0]).toMatch(/^on,commit,author,id,name,account,owner,stage,kind,days,/);
    expect(lines[1]).toMatch(
      new RegExp(`^2026-11-17,${commit},'=Ewa\\(\\),hel,Portal,Hel,anna,lead,slipped,61,`),
    );
    expect(lines.length).toBe(6);
  });

  test('that shrank on its way, was won and taken back, or changed hands for a while', async () => {
    hel('2026-12-01', '60');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '80');
    here.deal('bug', 'stage: won', 'amount: 7');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    here.deal('bug', 'stage: lead', 'amount: 7', 'owner: ewa');
    here.commit('2026-11-19T12:00:00Z', 'Piotr');
    here.deal('bug', 'stage: lead', 'amount: 7');
    here.commit('2026-11-20T12:00:00Z', 'Anna');
    expect(await told()).toEqual({
      hel: ['Ewa shrunk', 'Ewa grown'],
      bug: ['Ewa won', 'Piotr reopened transferred', 'Anna transferred'],
    });
  });

  test('that was there for a while only, or gone for a while', async () => {
    here.deal('fly', 'stage: lead', 'amount: 5');
    here.remove('bug');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    here.remove('fly');
    here.deal('bug', 'stage: lead', 'amount: 7');
    here.commit('2026-11-18T12:00:00Z', 'Piotr');
    expect(await told()).toEqual({ bug: ['Ewa removed', 'Piotr new'], fly: ['Ewa new', 'Piotr removed'] });
  });

  test('whose way ends in what is not committed, which is said', async () => {
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    expect(await told()).toEqual({ hel: ['Ewa slipped', ' pulled-in'] });
    expect((await here.run('diff --between')).stdout).toContain('none yet');
  });

  test('under the id that it has now, through a file that moved and one that was renamed', async () => {
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    renameSync(join(here.root, 'deals/2026/hel.yaml'), join(here.root, 'deals/hel.yaml'));
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    rmSync(join(here.root, 'deals/hel.yaml'));
    here.deal('hel-portal', 'stage: lead', 'amount: 100', 'close: 2027-01-31', 'was: hel');
    here.commit('2026-11-19T12:00:00Z', 'Piotr');
    here.deal('hel-portal', 'stage: lead', 'amount: 100', 'close: 2026-12-01', 'was: hel');
    here.commit('2026-11-20T12:00:00Z', 'Anna');
    expect(await told()).toEqual({ 'hel-portal': ['Ewa slipped', 'Anna pulled-in'] });
  });
});

describe('a deal is not told of', () => {
  test('where the ends show all there was, however it was written', async () => {
    hel('2026-12-01', '100', '# a note');
    here.commit('2026-11-17T12:00:00Z');
    hel('2027-01-31', '100.00');
    here.deal('new', 'stage: lead', 'amount: 1');
    here.remove('bug');
    here.commit('2026-11-18T12:00:00Z');
    const { between } = await view();
    expect(between).toEqual({ commits: 2, deals: [] });
    const { stdout } = await here.run('diff --between');
    expect(stdout).toContain('Between the two · from 2 commits · outside of the bridge');
    expect(stdout).toContain('that the two ends don’t show.');
  });

  test('where the snapshot had it before it was committed', async () => {
    hel('2027-01-31', '100');
    await here.run('snapshot', { today: '2026-11-18' });
    here.commit('2026-11-19T12:00:00Z');
    hel('2027-03-31', '100');
    here.commit('2026-11-20T12:00:00Z');
    expect(await told('2026-11-18')).toEqual({});
    expect(await told('2026-11-16')).toEqual({ hel: ['Anna Nowak slipped', 'Anna Nowak slipped'] });
  });

  test('where git began after the snapshot: what that has is not new with the first commit', async () => {
    rmSync(join(here.root, '.git'), { recursive: true });
    here.git('init', '--quiet', '--initial-branch=main');
    here.git('config', 'user.email', 'anna@example.com');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    expect(await told()).toEqual({});
    hel('2027-01-31', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.commit('2026-11-19T12:00:00Z', 'Ewa');
    expect(await told()).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
    const { said } = await here.json<HistoryView>('history hel --field close');
    expect(said?.times.map(({ commit }) => commit !== null)).toEqual([false, true, true]);
  });

  test('where its file could not be read for a while', async () => {
    here.deal('hel', '<<<<<<< HEAD');
    here.commit('2026-11-17T12:00:00Z');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z');
    expect(await told()).toEqual({});
  });

  test('where a stage was renamed with its deals', async () => {
    here.settings('[{id: contact, was: [lead]}, qualified, proposal]');
    here.deal('hel', 'stage: contact', 'amount: 100', 'close: 2026-12-01');
    here.commit('2026-11-17T12:00:00Z');
    expect(await told()).toEqual({});
  });
});

describe('merges', () => {
  test('are held against all their parents: each step is whoever’s it was, and none is told twice', async () => {
    here.git('checkout', '--quiet', '-b', 'side');
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2027-02-28', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    here.deal('bug', 'stage: qualified', 'amount: 7');
    here.commit('2026-11-18T13:00:00Z', 'Piotr');
    here.merge('side', '2026-11-19T12:00:00Z');
    expect(await told()).toEqual({ hel: ['Ewa slipped', 'Ewa slipped'] });
  });

  test('bring in a branch whose work came to nothing with all of that work', async () => {
    here.git('checkout', '--quiet', '-b', 'side');
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    here.deal('bug', 'stage: qualified', 'amount: 7');
    here.commit('2026-11-18T13:00:00Z', 'Piotr');
    here.merge('side', '2026-11-19T12:00:00Z');
    expect(await told()).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
  });

  test('that settle a conflict in their own way are steps of their own', async () => {
    here.git('checkout', '--quiet', '-b', 'side');
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    here.git('checkout', '--quiet', 'main');
    hel('2026-12-31', '100');
    here.commit('2026-11-18T12:00:00Z', 'Piotr');
    here.merge('side', '2026-11-19T12:00:00Z', () => hel('2027-01-15', '100'));
    const steps = (await told()).hel ?? [];
    expect(steps.toSorted()).toEqual(['Anna Nowak slipped', 'Ewa slipped', 'Piotr slipped']);
  });
});

describe('the ends', () => {
  test('are those of the diff: between two snapshots, or two commits', async () => {
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    await here.run('snapshot', { today: '2026-11-18', now: new Date('2026-11-18T13:00:00Z') });
    hel('2026-12-01', '50');
    here.commit('2026-11-19T12:00:00Z', 'Piotr');
    hel('2026-12-01', '100');
    here.commit('2026-11-20T12:00:00Z', 'Piotr');
    expect(await told('2026-11-16 2026-11-18')).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
    expect(await told('2026-11-18 now')).toEqual({ hel: ['Piotr shrunk', 'Piotr grown'] });
    expect(await told('--git HEAD~4..HEAD~2')).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
    expect(await told('--git HEAD~2')).toEqual({ hel: ['Piotr shrunk', 'Piotr grown'] });
  });

  test('of a snapshot that names no commit of this clone are placed by the day', async () => {
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    const path = 'snapshots/2026-11-16/snapshot.yaml';
    here.write(path, here.read(path).replace(/^commit: .*/m, `commit: ${'a'.repeat(40)}`));
    expect(await told()).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
  });

  test('of a snapshot whose commit was rebased since are placed by the day', async () => {
    here.git('checkout', '--quiet', '--orphan', 'rebased');
    here.commit('2026-11-15T12:00:00Z');
    here.write('note.txt', 'as after a rebase: the same work in other commits');
    here.commit('2026-11-15T13:00:00Z');
    hel('2027-01-31', '100');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    const { between } = await view();
    expect(between?.commits).toBe(2);
    expect((await here.run('diff --between')).stderr).toContain("is not in this branch's history");
  });

  test('go with the scope and with --only', async () => {
    hel('2027-01-31', '100');
    here.deal('bug', 'stage: lead', 'amount: 9', 'owner: ewa');
    here.commit('2026-11-17T12:00:00Z', 'Ewa');
    hel('2026-12-01', '100');
    here.deal('bug', 'stage: lead', 'amount: 7', 'owner: ewa');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    expect(Object.keys(await told('--owner ewa'))).toEqual(['bug']);
    expect(Object.keys(await told('--period 2027-Q1'))).toEqual(['hel']);
    expect(Object.keys(await told('--only shrunk'))).toEqual(['bug']);
    expect((await here.run('diff --between --bridge')).stdout).toContain('outside of the bridge');
  });

  test('of a workspace below the repository’s root are found', async () => {
    mkdirSync(join(here.root, 'sales'));
    for (const file of ['pipeline.yaml', 'deals', 'snapshots'])
      renameSync(join(here.root, file), join(here.root, 'sales', file));
    here.commit('2026-11-17T12:00:00Z');
    const write = (close: string) =>
      here.write(
        'sales/deals/2026/hel.yaml',
        `name: Portal\naccount: Hel\nowner: anna\nstage: lead\namount: 100\nclose: ${close}\n`,
      );
    write('2027-01-31');
    here.commit('2026-11-18T12:00:00Z', 'Ewa');
    write('2026-12-01');
    here.commit('2026-11-19T12:00:00Z', 'Ewa');
    expect(await told('', '-C sales ')).toMatchObject({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
  });
});

test('without a repository it says what would tell', async () => {
  rmSync(join(here.root, '.git'), { recursive: true });
  const { status, stderr } = await here.run('diff --between', { env: { GIT_CEILING_DIRECTORIES: '/' } });
  expect(status).toBe(2);
  expect(stderr).toContain('--between: The workspace is in no git repository.');
});

test('a clone that lacks old files says so, and one without a commit', async () => {
  hel('2027-01-31', '100');
  here.commit('2026-11-17T12:00:00Z', 'Ewa');
  const blob = here.git('rev-parse', 'HEAD:deals/2026/hel.yaml');
  hel('2026-12-01', '100');
  here.commit('2026-11-18T12:00:00Z', 'Ewa');
  rmSync(join(here.root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
  const lacking = await here.run('diff --between');
  expect(lacking).toMatchObject({
    status: 5,
    stderr: expect.stringContaining('git fetch --refetch --no-filter'),
  });
  const history = await here.run('history hel');
  expect(history).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('lacks what deals/2026/hel.yaml'),
  });
  rmSync(join(here.root, '.git'), { recursive: true });
  here.git('init', '--quiet');
  const empty = await here.run('diff --between');
  expect(empty).toMatchObject({ status: 2, stderr: expect.stringContaining('git tells of no commit here') });
});

test('a shallow clone goes by the days, and does not take its first commit for the maker of all', async () => {
  hel('2027-01-31', '100');
  here.commit('2026-11-17T12:00:00Z', 'Ewa');
  hel('2026-12-01', '100');
  here.commit('2026-11-18T12:00:00Z', 'Piotr');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${here.root}`, 'clone'], {
    cwd: here.root,
  });
  const { stdout, stderr, status } = await here.run('-C clone diff --between 2026-11-16 --format json');
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining("is not in this branch's history"),
  });
  expect(JSON.parse(stdout).between).toEqual({ commits: 0, deals: [] });
});

test('a shallow clone knows what was made of a deal in it, from the first commit on', async () => {
  here.write('note.txt', 'x');
  here.commit('2026-11-16T12:00:00Z');
  here.deal('san', 'stage: lead', 'amount: 5', 'close: 2026-12-01');
  here.commit('2026-11-17T12:00:00Z', 'Ewa');
  here.deal('san', 'stage: lead', 'amount: 5', 'close: 2027-01-31');
  here.commit('2026-11-18T12:00:00Z', 'Piotr');
  execFileSync('git', ['clone', '--quiet', '--depth', '3', `file://${here.root}`, 'clone'], {
    cwd: here.root,
  });
  const { said } = await here.json<HistoryView>('-C clone history san --field close');
  expect(said?.times.map(({ author, close }) => [author, close])).toEqual([
    ['Ewa', '2026-12-01'],
    ['Piotr', '2027-01-31'],
  ]);
});

test('whatever a commit claims of its author and its moment, its work is told', async () => {
  const authors = ['E\u2028wa', 'E\rwa', 'Ewa\u001b[31m'];
  for (const [at, author] of authors.entries()) {
    hel(`2027-01-0${at + 1}`, '100');
    here.commit(`2026-11-17T12:0${at}:00Z`, author);
  }
  hel('2026-12-01', '100');
  here.commit('@999999999999 +0000', 'Łukasz');
  here.git('config', 'i18n.logOutputEncoding', 'ISO-8859-2');
  const steps = (await told()).hel ?? [];
  expect(steps.map((step) => step.split(' ')[0])).toEqual([...authors, 'Łukasz']);
  for (const words of ['history hel', 'diff --between', 'diff --git HEAD~1..HEAD', 'snapshot verify --all']) {
    const { status, stdout } = await here.run(words);
    expect([0, 3], words).toContain(status);
    expect(stdout, words).not.toContain('\u001b[31m');
  }
});

test('a hostile repository runs nothing, and huge files and links are no deals', async () => {
  hel('2027-01-31', '100');
  here.write('deals/2026/huge.yaml', `name: x\nstage: lead\n# ${'x'.repeat(300_000)}\n`);
  execFileSync('ln', ['-s', '/etc/passwd', 'deals/2026/evil.yaml'], { cwd: here.root });
  here.commit('2026-11-17T12:00:00Z', 'Ewa');
  hel('2026-12-01', '100');
  rmSync(join(here.root, 'deals/2026/huge.yaml'));
  rmSync(join(here.root, 'deals/2026/evil.yaml'));
  here.commit('2026-11-18T12:00:00Z', 'Ewa');
  here.write('evil.sh', '#!/bin/sh\ntouch "$(dirname "$0")/ran"\n');
  execFileSync('chmod', ['+x', 'evil.sh'], { cwd: here.root });
  const evil = join(here.root, 'evil.sh');
  for (const name of ['core.fsmonitor', 'diff.external', 'core.pager', 'gpg.program', 'diff.evil.textconv'])
    here.git('config', name, evil);
  for (const name of ['log.showSignature', 'diff.relative', 'diff.noprefix'])
    here.git('config', name, 'true');
  here.git('config', 'diff.renames', 'copies');
  here.git('config', 'diff.orderFile', evil);
  here.write('.gitattributes', '*.yaml diff=evil filter=evil\n');
  for (const name of ['filter.evil.smudge', 'filter.evil.clean']) here.git('config', name, evil);
  expect(await told()).toEqual({ hel: ['Ewa slipped', 'Ewa pulled-in'] });
  expect(here.has('ran')).toBe(false);
});
