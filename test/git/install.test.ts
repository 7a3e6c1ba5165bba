// `pipeline git install`: what it writes, that it takes just that out again, and whose things it leaves alone.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GitSetupView } from '../../src/report/git-setup.ts';
import { type Clone, cloneAt, folderFor, pathWith, repositoryWith } from './clones.ts';

const LATE = 'name: Portal\nowner: anna\nstage: lead\nclose: 2026-11-01\n';
const FINE = 'name: Portal\nowner: anna\nstage: lead\nclose: 2026-12-01\n';

const states = async (here: Clone) => {
  const { stdout } = await here.run('git --format json');
  const { parts } = JSON.parse(stdout) as GitSetupView;
  return Object.fromEntries(parts.map(({ part, state }) => [part, state]));
};

const filesOf = (here: Clone) =>
  ['.git/config', '.gitattributes', '.git/hooks/pre-commit'].map((path) => {
    const file = path === '.gitattributes' ? join(here.workspace, path) : join(here.root, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  });

test('a dry run shows to the letter what would be written, and writes nothing', async () => {
  const here = await repositoryWith();
  const before = filesOf(here);
  const { stdout, status } = await here.run('git install --hook --dry-run', { tty: true });
  expect(status).toBe(0);
  expect(filesOf(here)).toEqual(before);
  await here.run('git install --hook --yes');
  const [config = '', attributes = '', hook = ''] = filesOf(here);
  for (const line of [...attributes.split('\n').slice(-4), ...hook.split('\n')])
    expect(stdout).toContain(line);
  const driver = /^\tdriver = "(.*)"$/m.exec(config)?.[1] ?? '';
  const [shown = ''] = /driver = [\s\S]*?\|\| exit 1/.exec(stdout) ?? [];
  expect(shown.replace(/ \\\n +/g, ' ')).toBe(`driver = ${driver}`);
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('what was written is taken out again, byte for byte, also from files that are other people’s', async () => {
  const here = await repositoryWith();
  here.write('.gitattributes', `*.png binary\n${here.read('.gitattributes')}`);
  here.git('config', 'merge.other.driver', 'true');
  const before = filesOf(here);
  const first = await here.run('git install --hook --yes');
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('git add .gitattributes && git commit -m "Merge deals field by field"');
  expect(await states(here)).toEqual({ driver: 'set', attributes: 'set', hook: 'set' });
  const set = filesOf(here);
  expect((await here.run('git install --hook --yes')).stdout).toContain(
    'git merges deals field by field here.',
  );
  expect(filesOf(here)).toEqual(set);
  const { stdout } = await here.run('git uninstall');
  expect(stdout).toContain('Taken out of git: 3 of 3');
  expect(filesOf(here)).toEqual(before);
  expect((await here.run('git uninstall')).stdout).toContain('Nothing of pipeline is set up');
});

test('bytes that are no UTF-8 stay as they are, when lines are added, renewed and taken out', async () => {
  const here = await repositoryWith();
  const path = join(here.workspace, '.gitattributes');
  const before = Buffer.concat([Buffer.from('/Übersicht/*.csv -text\n', 'latin1'), readFileSync(path)]);
  writeFileSync(path, before);
  expect((await here.run('git install --yes')).status).toBe(0);
  const installed = readFileSync(path);
  expect(installed.subarray(0, before.length).equals(before)).toBe(true);
  writeFileSync(
    path,
    Buffer.from(
      installed
        .toString('latin1')
        .replace(', feedback and calls are', ' are')
        .replace(/feedback.*\n.*\n/, ''),
      'latin1',
    ),
  );
  expect((await here.run('git install --yes')).status).toBe(0);
  expect(readFileSync(path).equals(installed)).toBe(true);
  expect((await here.run('git uninstall')).status).toBe(0);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a clone from before the dialogue gets the line for it where the others stand, and all are taken out', async () => {
  const here = await repositoryWith();
  const before = here.read('.gitattributes');
  await here.run('git install --yes');
  const now = here.read('.gitattributes');
  const then = now
    .replace('deals, feedback and calls are', 'deals are')
    .replace(/^(?:feedback|forecasts).*\n/gm, '');
  expect(then).not.toBe(now);
  here.write('.gitattributes', `${then}*.png binary\n`);
  expect((await states(here)).attributes).toBe('missing');
  await here.run('git install --yes');
  expect(here.read('.gitattributes')).toBe(`${now}*.png binary\n`);
  here.write('.gitattributes', then);
  await here.run('git uninstall');
  expect(here.read('.gitattributes')).toBe(before);
});

test('where nobody can be asked it writes nothing without --yes', async () => {
  const here = await repositoryWith();
  const before = filesOf(here);
  const { status, stderr } = await here.run('git install');
  expect(status).toBe(2);
  expect(stderr).toContain('--yes');
  expect(filesOf(here)).toEqual(before);
});

test('without a repository, and without a pipeline on the PATH, it says what to do', async () => {
  const here = await repositoryWith(process.env.PATH ?? '');
  expect((await here.run('git install --yes')).stdout).toContain('There is no pipeline on the PATH');
  const bare = folderFor('pipeline-bare-');
  await cloneAt(bare, '').run(['init', bare]);
  const { status, stderr } = await cloneAt(bare, process.env.PATH ?? '').run('git install --yes');
  expect(status).toBe(2);
  expect(stderr).toContain('git init makes one, then: pipeline git install');
});

test('what a setting or a folder is called acts in no terminal', async () => {
  const here = await repositoryWith(pathWith(), 'sales\u001b[31m');
  here.git('config', 'merge.pipeline-deal.driver', 'x\u001b[31m');
  for (const words of ['git', 'git install --hook --dry-run', 'git uninstall --dry-run']) {
    const { stdout, stderr } = await here.run(words, { tty: true });
    expect(stdout + stderr).not.toContain('\u001b');
  }
});

describe("what is somebody else's", () => {
  test('a hook stays, and the line to add does what ours would', async () => {
    const here = await repositoryWith(pathWith(), 'sales team');
    const hook = join(here.root, '.git/hooks/pre-commit');
    writeFileSync(hook, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const { stdout, status } = await here.run('git install --hook --yes');
    expect(status).toBe(0);
    expect(readFileSync(hook, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
    const line = "pipeline -C './sales team' check --staged || exit 1";
    expect(stdout).toContain(line);
    writeFileSync(hook, `#!/bin/sh\n${line}\n`);
    here.write('deals/late.yaml', LATE);
    here.git('add', '--all');
    expect(here.tries('commit', '--message', 'late').status).toBe(1);
    await here.run('git uninstall');
    expect(readFileSync(hook, 'utf8')).toContain(line);
  });

  test('a driver, and an attribute, that say something else stay', async () => {
    const here = await repositoryWith();
    here.git('config', 'merge.pipeline-deal.driver', '/opt/pipeline git merge-file %O %A %B');
    here.write('.gitattributes', `${here.read('.gitattributes')}deals/** merge=union\n`);
    const before = filesOf(here);
    const { stdout } = await here.run('git install --yes');
    expect(await states(here)).toMatchObject({ driver: 'other', attributes: 'other' });
    expect(stdout).toContain('the attribute merge is union for these files already');
    await here.run('git uninstall');
    expect(filesOf(here)).toEqual(before);
  });

  test('hooks that core.hooksPath keeps elsewhere stay as they are; in the repository the hook goes there', async () => {
    const here = await repositoryWith();
    const elsewhere = folderFor('pipeline-hooks-');
    here.git('config', 'core.hooksPath', elsewhere);
    expect((await here.run('git install --hook --yes')).stdout).toContain('which other repositories use too');
    expect(existsSync(join(elsewhere, 'pre-commit'))).toBe(false);
    here.git('config', 'core.hooksPath', '.hooks');
    await here.run('git install --hook --yes');
    expect(statSync(join(here.root, '.hooks/pre-commit')).mode & 0o111).toBe(0o111);
    here.write('deals/late.yaml', LATE);
    here.git('add', '--all');
    expect(here.tries('commit', '--message', 'late').said).toContain('past-close');
  });
});

describe('the hook', () => {
  test('looks at what is staged, whatever way it is committed, and says nothing where that passes', async () => {
    const here = await repositoryWith(pathWith(), "anna's $deals");
    await here.run('git install --hook --yes');
    here.commit('set up');
    here.write('deals/x.yaml', FINE);
    here.git('add', '--all');
    here.write('deals/x.yaml', LATE);
    expect(here.tries('commit', '--quiet', '--message', 'fine')).toEqual({ status: 0, said: '' });
    const refused = here.tries('commit', '--all', '--message', 'late');
    expect(refused.status).toBe(1);
    expect(refused.said).toContain('deals/x.yaml:4  error  past-close');
    expect(refused.said).toContain('git commit --no-verify');
    const only = here.tries('commit', '--message', 'late', '--', "anna's $deals/deals/x.yaml");
    expect(only.status).toBe(1);
    here.git('commit', '--quiet', '--all', '--no-verify', '--message', 'late');
    here.write('notes.txt', 'nothing about deals');
    here.commit('notes');
  });

  test('works in a linked work tree, and lets a commit pass where pipeline is gone', async () => {
    const here = await repositoryWith();
    await here.run('git install --hook --yes');
    here.commit('set up');
    const tree = join(folderFor('pipeline-tree-'), 'tree');
    here.git('worktree', 'add', '--quiet', '-b', 'side', tree);
    const side = cloneAt(tree, pathWith());
    expect(await states(side)).toEqual({ driver: 'set', attributes: 'set', hook: 'set' });
    side.write('deals/late.yaml', LATE);
    side.git('add', '--all');
    expect(side.tries('commit', '--message', 'late').said).toContain('past-close');
    const without = cloneAt(tree, process.env.PATH ?? '').tries('commit', '--quiet', '--message', 'late');
    expect(without.status).toBe(0);
    expect(without.said).toContain('pipeline is not on the PATH: staged deals are not checked.');
  });
});
