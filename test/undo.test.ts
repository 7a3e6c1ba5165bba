// pipeline undo: the last write is taken back, whole and to the byte, where all is as it left it; else nothing is.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { shellWord } from '../src/base/shell-word.ts';
import type { UndoListView, UndoView } from '../src/report/undo.ts';
import { type Desk, desk, pipedrive } from './crm-import/desk.ts';
import { cli } from './support/cli.ts';
import { type Company, JOB_NAMES, JOBS, makeCompany } from './torture/company.ts';
import { filesIn } from './workspace-files/folder.ts';

const made: Desk[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.clear();
});

async function workspace(deals: Readonly<Record<string, string>>): Promise<Desk> {
  const here = await desk();
  made.push(here);
  for (const [id, text] of Object.entries(deals)) here.write(`deals/2026/${id}.yaml`, text);
  return here;
}

const deal = (name: string, more = '') => `name: ${name}\naccount: Acme\nstage: lead\n${more}`;
const pair = () =>
  workspace({
    keep: deal('ERP', 'amount: 100 # net\n'),
    other: deal('ERP', 'owner: anna\ncontacts: [a@x.example]\n'),
  });

/** Every folder below the root, but for our own. */
function folders(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.pipeline'))
    .sort();
}

describe('every verb that writes is taken back to the byte', () => {
  let here: Company;
  beforeAll(async () => {
    here = await makeCompany();
  });
  afterAll(() => here.clear());

  test.each(JOB_NAMES.filter((name) => name !== 'undo'))('%s', async (name) => {
    const { words, today } = JOBS[name];
    const { root } = here;
    here.reset();
    const before = { files: filesIn(root), folders: folders(root) };
    const done = await cli(words, { cwd: root, today });
    expect(done).toMatchObject({ status: 0 });
    expect(filesIn(root)).not.toEqual(before.files);
    const undone = await cli('undo --format json', { cwd: root, today });
    expect(undone).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(undone.stdout)).toMatchObject({
      command: `pipeline ${words.map(shellWord).join(' ')}`,
      already: false,
    });
    expect({ files: filesIn(root), folders: folders(root) }).toEqual(before);
    const listed = await cli('list --all --format csv', { cwd: root, today });
    here.reset();
    expect(listed.stdout).toBe((await cli('list --all --format csv', { cwd: root, today })).stdout);
  });

  test('check --write-baseline, which makes a dotfile', async () => {
    here.reset();
    const before = filesIn(here.root);
    await cli('check --write-baseline', { cwd: here.root, today: '2026-10-05' });
    expect(filesIn(here.root)).toHaveProperty(['.pipeline-baseline.yaml']);
    expect(await cli('undo', { cwd: here.root, today: '2026-10-05' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(filesIn(here.root)).toEqual(before);
  });

  test('one after the other, back to the beginning, and never forth again', async () => {
    here.reset();
    const states: Record<string, string>[] = [];
    const names = ['merge', 'import', 'clean --apply'] as const;
    for (const name of names) {
      states.push(filesIn(here.root));
      expect(await cli(JOBS[name].words, { cwd: here.root, today: JOBS[name].today })).toMatchObject({
        status: 0,
      });
    }
    for (const state of states.reverse()) {
      expect(await cli('undo', { cwd: here.root, today: '2026-10-05' })).toMatchObject({ status: 0 });
      expect(filesIn(here.root)).toEqual(state);
    }
  });
});

describe('what it says', () => {
  test('the command line that wrote, when by the clock of the workspace, and each file in a line', async () => {
    const here = await pair();
    await here.run(['merge', 'keep', 'other'], { now: new Date('2026-11-23T08:14:05Z') });
    const view = await here.json<UndoView>('undo --dry-run');
    expect(view).toEqual({
      schema: 'pipeline/undo/1',
      dry_run: true,
      command: 'pipeline merge keep other',
      written_at: '2026-11-23T09:14:05+01:00',
      already: false,
      files: [
        {
          path: 'deals/2026/keep.yaml',
          what: 'restored',
          from: '',
          lines_removed: 2,
          lines_restored: 0,
          line_now: 'owner: anna',
          line_former: '',
        },
        {
          path: 'archive/2026-Q4/other.yaml',
          what: 'removed',
          from: '',
          lines_removed: 6,
          lines_restored: 0,
          line_now: '',
          line_former: '',
        },
        {
          path: 'deals/2026/other.yaml',
          what: 'put-back',
          from: '',
          lines_removed: 0,
          lines_restored: 5,
          line_now: '',
          line_former: '',
        },
      ],
      next: null,
    });
  });

  test('a line that changed is shown as it will be and as it is; --dry-run writes nothing', async () => {
    const here = await workspace({});
    here.write('a.csv', pipedrive('1,Portal,100,Lead,open'));
    here.write('b.csv', pipedrive('1,Portal,250,Lead,open'));
    await here.run('import a.csv');
    await here.run('import b.csv');
    const before = here.files('deals');
    const { stdout, status } = await here.run('undo --dry-run', { tty: true });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../snapshots/undo/dry-run.txt');
    expect(here.files('deals')).toEqual(before);
    await expect((await here.run('undo', { tty: true })).stdout).toMatchFileSnapshot(
      '../snapshots/undo/done.txt',
    );
    expect(here.read(Object.keys(before)[0] ?? '')).toContain('amount: 100');
  });

  test('--list has the newest first; words of the command line are quoted as a shell needs them', async () => {
    const here = await workspace({});
    here.write("it's a.csv", pipedrive('1,Portal,100,Lead,open'));
    here.write('b.csv', pipedrive('1,Portal,250,Lead,open'));
    await here.run(['import', "it's a.csv"]);
    await here.run('import b.csv');
    const { writes } = await here.json<UndoListView>('undo --list');
    expect(writes.map(({ nth, command, lasting }) => [nth, command, lasting])).toEqual([
      [1, 'pipeline import b.csv', ''],
      [2, "pipeline import 'it'\\''s a.csv'", ''],
    ]);
    await expect((await here.run('undo --list', { tty: true })).stdout).toMatchFileSnapshot(
      '../snapshots/undo/list.txt',
    );
  });

  test('where pipeline wrote nothing there is nothing to take back', async () => {
    const here = await pair();
    expect(await here.run('undo')).toMatchObject({
      status: 2,
      stderr:
        'error: There is nothing to take back.\n  → Only what a command wrote can be; what you edited yourself, git has.\n',
    });
    expect((await here.run('undo --list')).stdout).toBe('Nothing can be taken back here.\n');
  });

  test('many files are counted, and listed whole for machines', async () => {
    const here = await workspace({});
    here.write('a.csv', pipedrive(...Array.from({ length: 40 }, (_, n) => `${n},Portal ${n},100,Lead,open`)));
    await here.run('import a.csv');
    const { stdout } = await here.run('undo --dry-run');
    expect(stdout).toContain('and 21 more: --format csv lists them all\n');
    expect((await here.run('undo --dry-run --format csv')).stdout.split('\n').length).toBeGreaterThan(41);
  });
});

describe('what has changed since stops the whole', () => {
  const changes: Readonly<Record<string, (here: Desk) => void>> = {
    'a file that was written': (here) => here.write('deals/2026/keep.yaml', deal('Mine')),
    'a file that was made': (here) => here.write('archive/2026-Q4/other.yaml', 'name: x\n'),
    'a file that was made and is gone': (here) => rmSync(join(here.root, 'archive/2026-Q4/other.yaml')),
    'a file that stands where one was removed': (here) => here.write('deals/2026/other.yaml', deal('New')),
    'a link that took the place of a file': (here) => {
      rmSync(join(here.root, 'deals/2026/keep.yaml'));
      cpSync(join(here.root, 'pipeline.yaml'), join(here.root, 'elsewhere'));
      execFileSync('ln', ['-s', '../../elsewhere', join(here.root, 'deals/2026/keep.yaml')]);
    },
  };

  test.each(Object.entries(changes))('%s', async (_, change) => {
    const here = await pair();
    await here.run('merge keep other');
    change(here);
    const before = filesIn(here.root);
    const { status, stderr } = await here.run('undo');
    expect(status).toBe(4);
    expect(stderr).toMatch(
      /^error: \S+ is not as it was left by: pipeline merge keep other\n {2}→ Nothing was taken back\./,
    );
    expect(filesIn(here.root)).toEqual(before);
  });

  test('several are named', async () => {
    const here = await pair();
    await here.run('merge keep other');
    here.write('deals/2026/keep.yaml', deal('Mine'));
    here.write('deals/2026/other.yaml', deal('New'));
    expect((await here.run('undo')).stderr).toContain(
      'deals/2026/keep.yaml, deals/2026/other.yaml are not as they were left by: ',
    );
  });

  test('a deal that it added and a person moved is not called taken back', async () => {
    const here = await desk();
    made.push(here);
    await here.run('add foo --account bar');
    const text = here.read('deals/2026/bar-foo.yaml');
    here.write('deals/2026/bar-foo2.yaml', text);
    rmSync(join(here.root, 'deals/2026/bar-foo.yaml'));
    const { status, stderr } = await here.run('undo');
    expect([status, stderr]).toEqual([
      4,
      expect.stringContaining('deals/2026/bar-foo2.yaml was made under another name by'),
    ]);
    expect(here.read('deals/2026/bar-foo2.yaml')).toBe(text);
    rmSync(join(here.root, 'deals/2026/bar-foo2.yaml'));
    expect((await here.run('undo')).status).toBe(0);
  });

  test('a write that a person took back by hand is forgotten, and the one before is not touched', async () => {
    const here = await workspace({ a: deal('A'), b: deal('A'), c: deal('A') });
    await here.run('merge a b');
    const once = here.files('deals');
    await here.run('merge a c');
    rmSync(join(here.root, 'archive/2026-Q4/c.yaml'));
    for (const [path, text] of Object.entries(once)) here.write(path, text);
    expect(await here.json<UndoView>('undo')).toMatchObject({
      command: 'pipeline merge a c',
      already: true,
      files: [],
      next: { command: 'pipeline merge a b' },
    });
    expect(here.files('deals')).toEqual(once);
    expect(await here.json<UndoView>('undo')).toMatchObject({
      command: 'pipeline merge a b',
      already: false,
    });
  });
});

describe('a snapshot', () => {
  const git = (here: Desk, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@x', ...words], { cwd: here.root });

  test('of today is taken back whole, and can be taken again', async () => {
    const here = await pair();
    await here.run('snapshot');
    expect((await here.run('undo')).stdout).toContain('snapshots/2026-11-23  removed: it was new');
    expect(here.has('snapshots/2026-11-23')).toBe(false);
    expect(await here.run('snapshot')).toMatchObject({ status: 0 });
  });

  test('of a day that is over stays', async () => {
    const here = await pair();
    await here.run('snapshot');
    expect(await here.run('undo', { today: '2026-11-24' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'error: The snapshot 2026-11-23 stays, because its day is over: pipeline snapshot\n',
      ),
    });
    expect(here.has('snapshots/2026-11-23/deals.csv')).toBe(true);
  });

  test('of a day to come is taken back, and no longer stands in the way of one of today', async () => {
    const here = await pair();
    await here.run('snapshot --today 2027-12-31');
    expect((await here.run('snapshot')).stderr).toContain('would lie before that of 2027-12-31');
    expect(await here.run('undo')).toMatchObject({ status: 0, stderr: '' });
    expect(here.has('snapshots/2027-12-31')).toBe(false);
    expect((await here.run('snapshot')).status).toBe(0);
  });

  test('that git has stays', async () => {
    const here = await pair();
    git(here, 'init', '-q');
    await here.run('snapshot');
    git(here, 'add', '.');
    git(here, 'commit', '-qm', 'x');
    expect(await here.run('undo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('The snapshot 2026-11-23 stays, because git has it'),
    });
  });

  test('that somebody changed is not removed', async () => {
    const here = await pair();
    await here.run('snapshot');
    here.write('snapshots/2026-11-23/notes.txt', 'mine');
    expect((await here.run('undo')).stderr).toContain('error: snapshots/2026-11-23 is not as it was left');
  });

  test('of the past stays, and so does what was written before it', async () => {
    const here = await pair();
    await here.run('merge keep other');
    here.write('deals/2026/old.yaml', deal('Old', 'stages: [{stage: lead, on: 2026-08-20}]\n'));
    expect(await here.run('backfill --from dates --every month')).toMatchObject({ status: 0 });
    const { status, stderr } = await here.run('undo');
    expect(status).toBe(2);
    expect(stderr).toContain(
      "The last write can't be taken back, because each of its snapshots is a write of its own: pipeline backfill --from dates --every month",
    );
    expect((await here.json<UndoListView>('undo --list')).writes).toHaveLength(1);
  });
});

describe('what is kept for it', () => {
  test('is the last 20 writes, none of it for others to read', async () => {
    const here = await workspace({});
    for (let n = 1; n <= 22; n++) {
      here.write('a.csv', pipedrive(`1,Portal,${n},Lead,open`));
      await here.run('import a.csv');
    }
    expect((await here.json<UndoListView>('undo --list')).writes).toHaveLength(20);
    for (const name of readdirSync(join(here.root, '.pipeline/undo')))
      expect(statSync(join(here.root, '.pipeline/undo', name)).mode & 0o077).toBe(0);
  });

  test('is nothing for a write that changes nothing', async () => {
    const here = await workspace({});
    here.write('a.csv', pipedrive('1,Portal,100,Lead,open'));
    await here.run('import a.csv');
    await here.run('import a.csv');
    expect((await here.json<UndoListView>('undo --list')).writes).toHaveLength(1);
  });

  test('is lost with .pipeline/, and nothing else is', async () => {
    const here = await pair();
    await here.run('merge keep other');
    const after = filesIn(here.root);
    rmSync(join(here.root, '.pipeline'), { recursive: true });
    expect((await here.run('undo')).status).toBe(2);
    expect(filesIn(here.root)).toEqual(after);
  });

  test('where it is damaged, nothing is taken back by a guess', async () => {
    const here = await pair();
    await here.run('merge keep other');
    writeFileSync(join(here.root, '.pipeline/undo/00000001.json'), '{"format":1');
    expect(await here.run('undo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('because what was kept of it is damaged'),
    });
  });

  const hostile = (changes: unknown[]) =>
    JSON.stringify({
      format: 1,
      command: 'x',
      at: '2026-11-23T08:00:00Z',
      count: 1,
      lasting: '',
      changes,
      folders: [],
    });
  test.each([
    ['../outside', { kind: 'remove', path: '../outside', before: 'x' }],
    ['.git/hooks/post-commit', { kind: 'remove', path: '.git/hooks/post-commit', before: 'x' }],
    ['.GIT/config', { kind: 'remove', path: '.GIT/config', before: 'x' }],
    ['.pipeline/lock', { kind: 'remove', path: '.pipeline/lock', before: 'x' }],
    ['/etc/passwd', { kind: 'remove', path: '/etc/passwd', before: 'x' }],
    [
      'a folder with a path in it',
      { kind: 'folder', path: 'snapshots/x', after: null, before: { '../../y': 'x' } },
    ],
  ])('a record that came with the folder writes nowhere that the tool never does: %s', async (_, change) => {
    const here = await workspace({});
    mkdirSync(join(here.root, '.pipeline/undo'), { recursive: true });
    writeFileSync(join(here.root, '.pipeline/undo/00000001.json'), hostile([change]));
    const before = filesIn(here.root);
    expect(await here.run('undo')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is damaged'),
    });
    expect(filesIn(here.root)).toEqual(before);
  });

  test('a link in the place of its folder is not followed', async () => {
    const here = await pair();
    mkdirSync(join(here.root, '.pipeline'), { recursive: true });
    mkdirSync(join(here.root, 'elsewhere'));
    writeFileSync(join(here.root, 'elsewhere/00000001.json'), 'mine');
    execFileSync('ln', ['-s', '../elsewhere', join(here.root, '.pipeline/undo')]);
    expect((await here.run('undo --list')).stdout).toBe('Nothing can be taken back here.\n');
    await here.run('merge keep other');
    expect(readdirSync(join(here.root, 'elsewhere'))).toEqual(['00000001.json']);
    expect((await here.run('undo')).status).toBe(0);
  });
});

test('a file that only its owner may read stays so under another name, in the archive, and when it is taken back', async () => {
  const here = await pair();
  const mode = (path: string) => statSync(join(here.root, path)).mode & 0o777;
  for (const id of ['keep', 'other']) chmodSync(join(here.root, `deals/2026/${id}.yaml`), 0o600);
  expect((await here.run('rename-id keep kept')).status).toBe(0);
  expect(mode('deals/2026/kept.yaml')).toBe(0o600);
  expect((await here.run('undo')).status).toBe(0);
  expect(mode('deals/2026/keep.yaml')).toBe(0o600);
  expect((await here.run('merge keep other')).status).toBe(0);
  expect(mode('deals/2026/keep.yaml')).toBe(0o600);
  const [archived = ''] = Object.keys(filesIn(here.root)).filter((path) => path.startsWith('archive/'));
  expect(mode(archived)).toBe(0o600);
  expect((await here.run('undo')).status).toBe(0);
  expect(mode('deals/2026/other.yaml')).toBe(0o600);
});

test('a killed write is taken back where it was done, and forgotten where it was not', async () => {
  const here = await pair();
  const before = filesIn(here.root);
  await here.run('merge keep other');
  const undo = join(here.root, '.pipeline/undo');
  const record = readFileSync(join(undo, '00000001.json'));
  rmSync(join(undo, '00000001.json'));
  writeFileSync(join(undo, 'in-flight.json'), record); // killed before the record got its number
  expect((await here.json<UndoListView>('undo --list')).writes).toHaveLength(1);
  expect((await here.run('undo')).status).toBe(0);
  expect(filesIn(here.root)).toEqual(before);
  writeFileSync(join(undo, 'in-flight.json'), record); // killed before anything was in its place
  expect((await here.json<UndoListView>('undo --list')).writes).toEqual([]);
});

test('it works where pipeline.yaml can no longer be read: that may be what is to be taken back', async () => {
  const here = await pair();
  await here.run('merge keep other');
  here.write('pipeline.yaml', 'stages: [');
  expect(await here.run('undo')).toMatchObject({ status: 0 });
});

test.skipIf(process.getuid?.() === 0)('a file that may not be written stops the whole', async () => {
  const here = await pair();
  await here.run('merge keep other');
  const after = filesIn(here.root);
  chmodSync(join(here.root, 'deals/2026'), 0o500);
  expect((await here.run('undo')).status).toBe(5);
  chmodSync(join(here.root, 'deals/2026'), 0o700);
  expect(filesIn(here.root)).toEqual(after);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is not called changed', async () => {
  const here = await pair();
  await here.run('merge keep other');
  const after = filesIn(here.root);
  const deal = join(here.root, 'deals/2026/keep.yaml');
  chmodSync(deal, 0o000);
  const { status, stderr } = await here.run('undo');
  expect(stderr).toContain("deals/2026/keep.yaml can't be read: permission denied");
  expect(status).toBe(5);
  chmodSync(deal, 0o600);
  expect(filesIn(here.root)).toEqual(after);
});

test('a killed write to a folder in whose place a file stands by now is kept, with all that came before it', async () => {
  const here = await pair();
  await here.run('merge keep other');
  const before = (await here.json<UndoListView>('undo --list')).writes.length;
  const change = { kind: 'folder', path: 'pipeline.yaml/2026-11-23', before: null, after: {} };
  const undo = join(here.root, '.pipeline', 'undo');
  const [newest = ''] = readdirSync(undo)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse();
  const record = JSON.parse(readFileSync(join(undo, newest), 'utf8'));
  writeFileSync(join(undo, 'in-flight.json'), JSON.stringify({ ...record, changes: [change] }));
  await here.run('set keep custom.x=1');
  expect((await here.json<UndoListView>('undo --list')).writes.length).toBeGreaterThan(before);
});
