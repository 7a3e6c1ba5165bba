// pipeline check --changed: only what a change touches, so that time alone turns no unrelated change red.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CheckView } from '../../src/report/check.ts';
import { type Repository, repository } from '../diff/repository.ts';
import { cli } from '../support/cli.ts';
import { onlyRules } from './only-rules.ts';

const RULES = onlyRules({
  'past-close': '',
  'invalid-file': '',
  'duplicate-id': '',
  'snapshot-overdue': 'error',
});
const LATE = ['stage: lead', 'amount: 100', 'close: 2026-11-01'];
const FINE = ['stage: lead', 'amount: 100', 'close: 2026-12-20'];

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.settings('[lead, qualified, proposal]', `documented_since: 2026-01-01\n${RULES}`);
  here.deal('hel', ...LATE);
  here.deal('bug', ...LATE);
  here.deal('san', ...FINE);
  here.commit('2026-11-16T12:00:00Z');
});
afterEach(() => here.clear());

const view = (words = '--changed') => here.json<CheckView>(`check ${words}`);
const looked = async (words?: string) => (await view(words)).changed?.deals;
const path = (id: string) => join(here.root, `deals/2026/${id}.yaml`);

test('where no file of a deal changed, nothing was checked, and that is said and passes', async () => {
  const { stdout, status } = await here.run('check --changed');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^No deal's file changed against HEAD \([0-9a-f]{12}\): nothing was checked\.$/m);
  expect(await view()).toMatchObject({
    exit_status: 0,
    findings: [],
    deals: { open: 0 },
    freshness: { by_value: null },
    changed: { asked: 'HEAD', base: here.git('rev-parse', 'HEAD'), deals: [], removed: [], settings: false },
  });
  expect((await here.run('check')).status).toBe(1);
});

test('the work tree counts, files that git does not know too, and so does a rename', async () => {
  here.deal('san', ...FINE, 'category: commit');
  here.deal('new', ...FINE);
  expect(await looked()).toEqual(['new', 'san']);
  expect((await here.run('check --changed')).status).toBe(0);
  here.git('add', '--all');
  expect(await looked()).toEqual(['new', 'san']);
  renameSync(path('hel'), path('hel-portal'));
  expect(await view()).toMatchObject({
    changed: { deals: ['hel-portal', 'new', 'san'], removed: ['hel'] },
    findings: [{ id: 'hel-portal', rule: 'past-close' }],
    exit_status: 1,
  });
  here.deal('hel-portal', ...LATE, 'was: hel');
  expect((await view()).changed?.removed).toEqual([]);
});

test('a file whose bytes are the same has not changed, whenever it was saved', async () => {
  here.deal('hel', ...LATE);
  expect(await looked()).toEqual([]);
});

test('what others did since the branch parted is no part of the change', async () => {
  here.git('checkout', '--quiet', '-b', 'change');
  here.deal('san', ...FINE, 'category: commit');
  here.commit('2026-11-18T12:00:00Z');
  here.git('checkout', '--quiet', 'main');
  here.deal('bug', ...LATE, 'category: commit');
  here.commit('2026-11-19T12:00:00Z');
  here.git('checkout', '--quiet', 'change');
  expect(await looked('--changed main')).toEqual(['san']);
  expect(await looked('--changed=main')).toEqual(['san']);
  expect(await looked('--changed HEAD~1')).toEqual(['san']);
  expect(await looked('--changed')).toEqual([]);
});

test('time turns no change red that does not touch what it is about', async () => {
  here.deal('san', ...FINE, 'category: commit');
  expect((await here.run('check --changed')).status).toBe(0);
  const { status, stdout } = await here.run('check --changed', { today: '2027-03-01' });
  expect(stdout).not.toContain('snapshot-overdue');
  expect(stdout).toContain('san.yaml');
  expect(stdout).not.toContain('hel.yaml');
  expect(status).toBe(1);
});

test('the freshness limit of pipeline.yaml is for all deals: it is shown, and not held against the change', async () => {
  here.settings('[lead, qualified, proposal]', `check: {min_freshness: 80%}\n${RULES}`);
  here.commit('2026-11-17T12:00:00Z');
  here.deal('hel', ...LATE, 'waive: [{rule: past-close, until: 2026-12-31, why: holiday}]');
  const { stdout, status } = await here.run('check --changed');
  expect(stdout).toMatch(/^Freshness +0 % by value \(0 of 100\), not held against 80 %$/m);
  expect(status).toBe(0);
  expect((await view()).passed).toEqual({ gate: true, warnings: null, freshness: null, judged: null });
});

test('with another pipeline.yaml all deals are looked at, and it says why', async () => {
  here.settings('[lead, qualified, proposal]', RULES);
  const { stdout, status } = await here.run('check --changed');
  expect(stdout).toContain('pipeline.yaml changed against HEAD');
  expect(status).toBe(1);
  expect(await view()).toMatchObject({ changed: { settings: true, deals: [] }, deals: { open: 3 } });
  const both = await here.run('check --changed --new-only --since HEAD');
  expect(both.status).toBe(0);
});

describe('a deal that cannot be read', () => {
  test('fails the change that broke it', async () => {
    here.write('deals/2026/san.yaml', 'stage: [\n');
    const { status, stdout } = await here.run('check --changed');
    expect(stdout).toContain('invalid-file');
    expect(status).toBe(3);
  });

  test('fails no change that leaves it as it was, which names it', async () => {
    here.write('deals/2026/old.yaml', 'stage: [\n');
    here.commit('2026-11-17T12:00:00Z');
    here.deal('san', ...FINE, 'category: commit');
    expect(await view()).toMatchObject({
      exit_status: 0,
      unreadable: [],
      changed: { deals: ['san'], unreadable_before: ['old'] },
    });
    expect((await here.run('check --changed')).stdout).toContain("1 other deal can't be read");
  });

  test('because its id stands for a second file fails the change that brings that', async () => {
    here.write('deals/2025/san.yaml', 'name: Portal\nstage: lead\n');
    const found = await view();
    expect(found.exit_status).toBe(3);
    expect(new Set(found.findings.map(({ rule, id }) => `${rule} ${id}`))).toEqual(
      new Set(['duplicate-id san']),
    );
  });
});

test('with an owner or stage, what changed of others passes; where nobody has such deals it is refused', async () => {
  here.deal('piotr', ...LATE, 'owner: piotr');
  expect((await here.run('check --changed --owner piotr')).status).toBe(1);
  expect((await here.run('check --changed --owner anna')).status).toBe(0);
  expect((await here.run('check --changed --stage proposal')).status).toBe(2);
});

test('a change that closes the only deal that a rule would look at passes', async () => {
  here.deal('hel', 'stage: won', 'amount: 100', 'close: 2026-11-01');
  expect((await here.run('check --changed --rule past-close')).status).toBe(0);
});

test('a deal in the archive is looked at where its file moved there', async () => {
  here.write('archive/2026-Q4/hel.yaml', here.read('deals/2026/hel.yaml'));
  unlinkSync(path('hel'));
  expect(await view()).toMatchObject({ changed: { deals: ['hel'], removed: [] }, exit_status: 0 });
});

test('a workspace in a folder of the repository looks at its own deals', async () => {
  const outer = mkdtempSync(join(tmpdir(), 'pipeline-outer-'));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const git = (...words: string[]) => execFileSync('git', words, { cwd: outer, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  const inner = join(outer, 'sales');
  rmSync(join(here.root, '.git'), { recursive: true });
  renameSync(here.root, inner);
  git('add', '--all');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'x');
  const run = async () =>
    JSON.parse((await cli('check --changed --format json', { cwd: inner })).stdout) as CheckView;
  expect((await run()).changed?.deals).toEqual([]);
  renameSync(join(inner, 'deals/2026/san.yaml'), join(inner, 'deals/2026/son.yaml'));
  expect((await run()).changed).toMatchObject({ deals: ['son'], removed: ['san'] });
});

describe('a clone that lacks what the change is held against', () => {
  function clone(...words: string[]): string {
    const to = mkdtempSync(join(tmpdir(), 'pipeline-clone-'));
    onTestFinished(() => rmSync(to, { recursive: true, force: true }));
    execFileSync('git', ['clone', '--quiet', ...words, `file://${here.root}`, to], { stdio: 'ignore' });
    return to;
  }

  test('says to fetch it', async () => {
    here.git('checkout', '--quiet', '-b', 'change');
    here.deal('san', ...FINE, 'category: commit');
    here.commit('2026-11-18T12:00:00Z');
    const depth1 = clone('--depth', '1', '--no-single-branch');
    for (const words of ['--changed origin/main', '--new-only --since origin/main']) {
      const { status, stderr } = await cli(`check ${words}`, { cwd: depth1 });
      expect(stderr).toContain('have no commit in common here');
      expect(stderr).toContain('git fetch --unshallow');
      expect(status).toBe(2);
    }
    const alone = await cli('check --changed origin/main', { cwd: clone('--depth', '1') });
    expect(alone.stderr).toContain('there is no commit "origin/main" here');
    expect(alone.stderr).toContain('git fetch origin BRANCH');
    const whole = await cli('check --changed origin/main --format json', { cwd: clone() });
    expect(JSON.parse(whole.stdout).changed.deals).toEqual(['san']);
  });
});

test('a repository without a commit, and words that name none, are refused with what to do', async () => {
  for (const [words, said] of [
    ['--changed mian', 'Did you mean "main"?'],
    ['--changed=--output=x', 'there is no commit "--output=x"'],
    ['--changed=main..HEAD', 'there is no commit "main..HEAD"'],
  ] as const) {
    const { status, stderr } = await here.run(`check ${words}`);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  }
  rmSync(join(here.root, '.git'), { recursive: true });
  here.git('init', '--quiet');
  expect((await here.run('check --changed')).stderr).toContain('git add . && git commit');
});

test('a deal that the change adds is held against those that are there: the younger of two is the other one', async () => {
  here.settings(
    '[lead, qualified, proposal]',
    `documented_since: 2026-01-01\n${onlyRules({ duplicate: 'warning' })}`,
  );
  const twin = [...FINE, 'name: ERP rollout', 'account: Acme', 'owner: anna'];
  here.write('deals/2026/younger.yaml', `${[...twin, 'created: 2026-09-01'].join('\n')}\n`);
  here.commit('2026-11-17T12:00:00Z');
  here.write('deals/2026/older.yaml', `${[...twin, 'created: 2026-08-01'].join('\n')}\n`);
  const found = async (words: string) => (await view(words)).findings.map(({ id }) => id);
  expect(await found('--gate warning --changed')).toEqual(['older']);
  expect(await found('--gate warning')).toContain('younger');
  expect(await found('--gate warning')).not.toContain('older');
});
