// The merge driver as git calls it: in real repositories, with the program as it is built.

import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cli } from '../support/cli.ts';
import { type Clone, folderFor, pathWith, repositoryWith } from './clones.ts';

const FILE = 'deals/2026/acme-erp.yaml';
const DEAL = `name: ERP rollout
account: Acme
owner: anna
stage: lead
amount: 120000.00
activities:
  - {on: 2026-11-02, type: call}
`;

let here: Clone;

/** A deal, and two branches of it: what `theirs` makes of the text is on a branch, what `ours` makes is here. */
function branches(ours: (text: string) => string, theirs: (text: string) => string, file = FILE): void {
  here.write(file, DEAL);
  here.commit('a deal');
  here.git('checkout', '--quiet', '-b', 'other');
  here.write(file, theirs(DEAL));
  here.commit('theirs');
  here.git('checkout', '--quiet', 'main');
  here.write(file, ours(DEAL));
  here.commit('ours');
}

const logs = (item: string) => (text: string) => `${text}  - ${item}\n`;
const replaces = (from: string, to: string) => (text: string) => text.replace(from, to);
const CALL = '{on: 2026-11-19, logged: 2026-11-19, type: call}';
const MEETING = '{on: 2026-11-20, logged: 2026-11-21, type: meeting, note: scope agreed}';

describe('with the driver set up', () => {
  beforeEach(async () => {
    here = await repositoryWith();
    await here.run('git install --yes');
    here.commit('merge by field');
  });

  test('two people who log in one deal have both entries', () => {
    branches(logs(MEETING), logs(CALL));
    expect(here.tries('merge', 'other').status).toBe(0);
    expect(here.read(FILE)).toBe(logs(MEETING)(logs(CALL)(DEAL)));
  });

  test('two people who say something in one month have both entries, and one thing decided twice is a conflict', () => {
    const month = 'feedback/2026-11.yaml';
    const entry = (id: string) =>
      `  - id: ${id}\n    on: 2026-11-20\n    kind: change\n    text: said ${id}\n`;
    const begun = `format: 1\nentries:\n${entry('f1')}`;
    const decided = (as: string) => `    decision: {as: ${as}, on: 2026-11-21}\n`;
    here.write(month, begun);
    here.commit('said');
    here.git('checkout', '--quiet', '-b', 'other');
    here.write(month, begun + decided('rejected') + entry('f2'));
    here.commit('theirs');
    here.git('checkout', '--quiet', 'main');
    here.write(month, begun + entry('f3'));
    here.commit('ours');
    expect(here.tries('merge', 'other').status).toBe(0);
    expect(here.read(month)).toBe(begun + decided('rejected') + entry('f2') + entry('f3'));
    here.git('reset', '--quiet', '--hard', 'HEAD~1');
    here.write(month, begun + decided('accepted') + entry('f3'));
    here.commit('ours, decided');
    const { status, said } = here.tries('merge', 'other');
    expect([status, said]).toEqual([1, expect.stringContaining(`${month}: both sides changed f1.decision.`)]);
    expect(here.read(month).match(/<{7}/g)).toHaveLength(1);
  });

  test('one field that both changed is a conflict in that field, which git and pipeline name', async () => {
    here.write('deals/2026/other.yaml', DEAL);
    branches(
      (text) => replaces('anna', 'piotr')(logs(CALL)(text)),
      (text) => replaces('anna', 'ewa')(logs(MEETING)(text)),
    );
    const { status, said } = here.tries('merge', 'other');
    expect(status).toBe(1);
    expect(said).toContain(`${FILE}: both sides changed owner.`);
    expect(said).toContain(`CONFLICT (content): Merge conflict in ${FILE}`);
    const conflict = '<<<<<<< ours\nowner: piotr\n=======\nowner: ewa\n>>>>>>> theirs\n';
    expect(here.read(FILE)).toBe(logs(MEETING)(logs(CALL)(DEAL)).replace('owner: anna\n', conflict));
    const check = await here.run('check --rule conflict-markers');
    expect(check.status).toBe(3);
    expect(check.stdout).toContain('conflict markers in lines 3, 5, 7');
    expect(check.stdout).toContain(`git checkout --ours ${FILE}`);
    here.git('checkout', '--theirs', FILE);
    here.git('add', FILE);
    expect((await here.run('check --rule conflict-markers')).status).toBe(0);
  });

  test('a rebase, a cherry-pick and a stash go by it too', () => {
    branches(logs(MEETING), logs(CALL));
    expect(here.tries('rebase', 'other').status).toBe(0);
    expect(here.read(FILE)).toBe(logs(MEETING)(logs(CALL)(DEAL)));
    here.edit(FILE, 'owner: anna', 'owner: ewa');
    here.git('stash');
    here.edit(FILE, 'stage: lead', 'stage: qualified');
    here.commit('moved');
    here.git('stash', 'pop');
    expect(here.read(FILE)).toContain('owner: ewa\nstage: qualified\n');
  });

  test('one id that two people made a file for on two branches: what only one says is kept, the rest is a conflict', () => {
    here.git('checkout', '--quiet', '-b', 'other');
    here.write(FILE, DEAL.replace('owner: anna\n', '').replace('120000.00', '90000.00'));
    here.commit('theirs');
    here.git('checkout', '--quiet', 'main');
    here.write(FILE, DEAL);
    here.commit('ours');
    expect(here.tries('merge', 'other').status).toBe(1);
    const conflict = '<<<<<<< ours\namount: 120000.00\n=======\namount: 90000.00\n>>>>>>> theirs\n';
    expect(here.read(FILE)).toBe(DEAL.replace('amount: 120000.00\n', conflict));
  });

  test('a deal that one archives while the other logs in it has both', () => {
    branches(logs(MEETING), logs(CALL));
    mkdirSync(join(here.root, 'archive/2026-Q4'), { recursive: true });
    here.git('mv', FILE, 'archive/2026-Q4/acme-erp.yaml');
    here.commit('archived');
    expect(here.tries('merge', 'other').status).toBe(0);
    expect(here.read('archive/2026-Q4/acme-erp.yaml')).toBe(logs(MEETING)(logs(CALL)(DEAL)));
  });

  test('names with spaces, quotes, dollars and dashes', () => {
    for (const name of ["deals/a b's/x.yaml", 'deals/-x/$(touch pwned).yaml', 'deals/2026/-rf.yaml']) {
      branches(logs(MEETING), logs(CALL), name);
      expect(here.tries('merge', 'other').status, name).toBe(0);
      expect(here.read(name)).toBe(logs(MEETING)(logs(CALL)(DEAL)));
      here.git('branch', '--quiet', '-D', 'other');
    }
    expect(here.git('status', '--short')).toBe('');
  });

  test('what is no deal that can be read git merges line by line, as ever', () => {
    const broken = (text: string) => `${text}note: [\n`;
    branches(replaces('account: Acme', 'account: Acme SA'), (text) =>
      broken(replaces('on: 2026-11-02', 'on: 2026-11-03')(text)),
    );
    const { status, said } = here.tries('merge', 'other');
    expect(said).toContain('merged line by line');
    expect(status).toBe(0);
    expect(here.read(FILE)).toContain('account: Acme SA');
    expect(here.read(FILE)).toContain('on: 2026-11-03');
    here.git('reset', '--quiet', '--hard', 'HEAD~1');
    here.git('checkout', '--quiet', 'other');
    here.edit(FILE, 'stage: lead', 'stage: qualified');
    here.commit('more');
    here.git('checkout', '--quiet', 'main');
    here.edit(FILE, 'stage: lead', 'stage: proposal');
    here.commit('other');
    expect(here.tries('merge', 'other').status).toBe(1);
    expect(here.read(FILE)).toMatch(/<{7} ours\n[\s\S]*stage: proposal\n={7}\n[\s\S]*stage: qualified\n/);
  });
});

describe('where the program is not what it was', () => {
  const outcomes = {
    'is not on the PATH': process.env.PATH ?? '',
    'does not know the verb': 'exit 2',
    'has a fault': 'exit 70',
    'is killed': 'kill -9 $$',
  };

  test.each(Object.entries(outcomes))('%s: git merges lines, and no side is lost', async (_, script) => {
    const path = script.startsWith('/') ? script : pathWith(script);
    here = await repositoryWith(path);
    await here.run('git install --yes');
    here.commit('merge by field');
    branches(
      (text) => replaces('anna', 'piotr')(replaces('2026-11-02', '2026-11-03')(text)),
      replaces('anna', 'ewa'),
    );
    expect(here.tries('merge', 'other').status).toBe(1);
    expect(here.read(FILE)).toContain('<<<<<<< ours\nowner: piotr\n=======\nowner: ewa\n>>>>>>> theirs\n');
    expect(here.read(FILE)).toContain('2026-11-03');
  });
});

describe('the verb alone', () => {
  let folder = '';
  const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
  const merged = () => readFileSync(join(folder, 'ours'), 'utf8');
  const merge = (words = 'git merge-file -- base ours theirs') =>
    cli(words, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });

  beforeEach(() => {
    folder = folderFor('pipeline-merge-');
    put('base', DEAL);
    put('ours', DEAL.replace('anna', 'piotr'));
    put('theirs', DEAL.replace('anna', 'ewa'));
  });

  test('needs no workspace, and says what is in conflict in one harmless line', async () => {
    const { status, stdout, stderr } = await merge(
      'git merge-file --marker-size 9 -- base ours theirs deals/\u001b[31m.yaml',
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toMatch(/both sides changed owner\.\n$/);
    expect(merged()).toContain(`${'<'.repeat(9)} ours\n`);
  });

  test('a fault of this program leaves the merge to git', async () => {
    vi.doMock('../../src/three-way/merge-deal.ts', () => ({
      mergedDeal: () => {
        throw new TypeError('x is undefined');
      },
    }));
    const { status, stderr } = await merge();
    vi.doUnmock('../../src/three-way/merge-deal.ts');
    expect(status).toBe(1);
    expect(stderr).toContain('merged line by line');
    expect(merged()).toContain('<<<<<<< ours\nowner: piotr\n=======\nowner: ewa\n>>>>>>> theirs\n');
  });

  test('bytes that are no text are a conflict, and ours stays', async () => {
    put('ours', Uint8Array.of(0xff, 0xfe, 0, 1, 2));
    expect((await merge()).status).toBe(1);
    expect(readFileSync(join(folder, 'ours'))).toEqual(Buffer.of(0xff, 0xfe, 0, 1, 2));
  });

  test('a result that cannot be written is no clean merge', async () => {
    put('ours', DEAL);
    put('theirs', DEAL.replace('anna', 'ewa'));
    rmSync(join(folder, 'ours'));
    mkdirSync(join(folder, 'ours'));
    chmodSync(folder, 0o755);
    expect((await merge()).status).not.toBe(0);
  });

  test('is in no help, which is for people', async () => {
    expect((await merge('git --help')).stdout).not.toContain('merge-file');
    expect((await merge('git merge-file --help')).stdout).toContain('--marker-size');
  });
});
