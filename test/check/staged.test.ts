// `pipeline check --staged`: the deals of the next commit as they will be in it, whatever the work tree has beyond that.

import { beforeEach, expect, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { type Repository, repository } from '../diff/repository.ts';
import { onlyRules } from './only-rules.ts';

let here: Repository;
const LATE = ['stage: proposal', 'amount: 100', 'close: 2026-11-01'];
const FINE = ['stage: proposal', 'amount: 100', 'close: 2026-12-01'];

beforeEach(async () => {
  here = await repository();
  here.settings(
    '[lead, qualified, proposal]',
    onlyRules({ 'past-close': 'error', 'conflict-markers': 'error', 'duplicate-id': 'error' }),
  );
  here.deal('hel', ...LATE);
  here.deal('san', ...FINE);
  here.commit('2026-11-16T12:00:00Z');
});

const view = async (words = '') => await here.json<CheckView>(`check --staged ${words}`);

test('nothing staged passes, and says that nothing was checked', async () => {
  here.deal('hel', ...LATE, 'category: commit');
  const { status, stdout } = await here.run('check --staged');
  expect(stdout).toContain('No deal is staged: nothing was checked.');
  expect(status).toBe(0);
});

test('what is staged is judged, not what the work tree has since', async () => {
  here.deal('san', ...LATE);
  here.git('add', '--all');
  here.deal('san', ...FINE);
  const { status, stdout } = await here.run('check --staged');
  expect(stdout).toContain('As they are staged: 1 deal.');
  expect(stdout).toContain('deals/2026/san.yaml:6  error  past-close');
  expect(stdout).not.toContain('hel.yaml');
  expect(status).toBe(1);
  here.git('add', '--all');
  here.deal('san', 'stage: [');
  expect((await here.run('check --staged')).status).toBe(0);
});

test('the staged pipeline.yaml is in force', async () => {
  here.settings('[lead, qualified, proposal]', onlyRules({ 'past-close': 'warning' }));
  here.deal('san', ...LATE);
  here.git('add', '--all');
  here.settings('[lead, qualified, proposal]', onlyRules({ 'past-close': 'error' }));
  expect((await here.run('check --staged')).status).toBe(0);
});

test('a staged deal that cannot be read fails, with its line; one that is not staged does not', async () => {
  here.deal('san', 'stage: proposal', '<<<<<<< ours', 'amount: 1', '=======', 'amount: 2', '>>>>>>> theirs');
  expect((await here.run('check --staged')).status).toBe(0);
  here.git('add', '--all');
  const { status, stdout } = await here.run('check --staged');
  expect(stdout).toContain('deals/2026/san.yaml:5  error  conflict-markers');
  expect(status).toBe(3);
});

test('two staged files of one id fail', async () => {
  here.write('deals/undated/san.yaml', 'name: Portal\nstage: lead\n');
  here.git('add', '--all');
  const found = await view();
  expect(found.exit_status).toBe(3);
  expect(found.findings.map(({ rule, file }) => `${rule} ${file}`)).toContain(
    'duplicate-id deals/undated/san.yaml',
  );
});

test('a deal that is taken out is named; nothing of it is checked', async () => {
  here.remove('hel');
  here.git('add', '--all');
  expect(await view()).toMatchObject({
    exit_status: 0,
    changed: { asked: 'HEAD', staged: true, deals: [], removed: ['hel'] },
  });
});

test('before the first commit all that is staged is looked at', async () => {
  const first = await repository();
  first.settings('[lead, proposal]', onlyRules({ 'past-close': 'error' }));
  expect((await first.run('check --staged')).status).toBe(0);
  first.deal('hel', ...LATE);
  first.git('add', '--all');
  const { status, stdout } = await first.run('check --staged');
  expect(stdout).toContain('hel.yaml');
  expect(status).toBe(1);
});

test('does not go with what is of another moment, and needs a repository', async () => {
  for (const words of ['--changed', '--as-of 2026-11-20', '--min-freshness 80%', '--write-baseline']) {
    const { status, stderr } = await here.run(`check --staged ${words}`);
    expect(stderr).toContain('exclude each other');
    expect(status).toBe(2);
  }
});

test.each(['feedback/2026-11.yaml', 'forecasts/calls.yaml'])(
  'a merge left half done in %s fails',
  async (path) => {
    here.write(path, 'format: 1\n<<<<<<< ours\nentries: []\n=======\n>>>>>>> theirs\n');
    const inTree = await here.run('check');
    expect(inTree.stdout).toContain(`${path}:2  error  conflict-markers`);
    expect(inTree.status).toBe(1);
    expect((await here.run('check --staged')).status).toBe(0);
    here.git('add', '--all');
    const staged = await here.run('check --staged');
    expect(staged.stdout).toContain(`${path}:2  error  conflict-markers`);
    expect(staged.status).toBe(1);
  },
);
