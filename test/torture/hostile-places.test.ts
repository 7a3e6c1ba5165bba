// What stands where files should: links out of the workspace, pipes, folders, huge files, nothing that may be read.
// No command follows, waits, or takes it in silence for an absent deal.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { soon } from '../support/quick.ts';
import { PATIENCE_MS, share, tally } from '../support/torture.ts';
import { filesIn, put } from '../workspace-files/folder.ts';
import { outside } from '../workspace-files/outside.ts';
import { emptyFolder } from './random-workspace.ts';

const SETTINGS = 'format: 1\nname: x\ncurrency: PLN\nprocess: {stages: [lead]}\n';
const DEAL = 'name: Secret\nstage: lead\namount: 777\n';
const HUGE_BYTES = 100 * 1024 * 1024;
const LONG_BYTES = share(1, 100) * 1024 * 1024;
const MOST_MS = 2_000;
const READING = ['status', 'list --all', 'stale', 'check', 'review', 'show beside', 'snapshot list', 'diff'];

function pipeAt(path: string): void {
  expect(outside('mkfifo', path)).toBe(true);
}

/** What may stand at a path, each made there. `elsewhere`: a folder outside with a deal and settings. */
const THINGS: Readonly<Record<string, (path: string, elsewhere: string) => void>> = {
  'a link out of the workspace': (path, elsewhere) => symlinkSync(join(elsewhere, 'deal.yaml'), path),
  'a link to a folder outside': (path, elsewhere) => symlinkSync(elsewhere, path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a link to nowhere': (path) => symlinkSync('/nowhere/at/all', path),
  'a link to a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a pipe': pipeAt,
  'a file of 100 MB': (path) => {
    const file = openSync(path, 'w');
    ftruncateSync(file, HUGE_BYTES);
    closeSync(file);
  },
  'a long text': (path) => writeFileSync(path, `name: x\n${'# long\n'.repeat(LONG_BYTES / 7)}`),
  'an empty file': (path) => writeFileSync(path, ''),
  'a file of zeros': (path) => writeFileSync(path, Buffer.alloc(4096)),
};

function elsewhere(): string {
  const folder = emptyFolder();
  put(folder, 'deal.yaml', DEAL);
  put(folder, 'pipeline.yaml', SETTINGS);
  return folder;
}

test.each(Object.keys(THINGS))(
  '%s where a deal should be is a named problem, for every verb',
  async (thing) => {
    const root = emptyFolder();
    const away = elsewhere();
    put(root, 'pipeline.yaml', SETTINGS);
    put(root, 'deals/beside.yaml', 'name: Beside\nstage: lead\n');
    const path = join(root, 'deals/thing.yaml');
    THINGS[thing]?.(path, away);
    for (const line of READING) {
      const { status, stdout, stderr } = await soon(MOST_MS, () => cli(line, { cwd: root }));
      expect(status, `${line}: ${stderr}`).toBeLessThan(4);
      expect(stdout + stderr, line).not.toContain('777');
    }
    const { stdout } = await cli('check --format json', { cwd: root });
    expect(stdout).toContain('deals/thing.yaml');
    const { status } = await cli('snapshot', { cwd: root });
    expect(status).toBe(3);
    expect(readFileSync(join(away, 'deal.yaml'), 'utf8')).toBe(DEAL);
  },
  PATIENCE_MS,
);

test.each(['deals', 'archive', 'snapshots', 'imports', 'deals/2026', '.pipeline', '.pipeline/index.db'])(
  'a link out of the workspace in the place of %s is not followed, nor written through',
  async (name) => {
    const root = emptyFolder();
    const away = elsewhere();
    const before = filesIn(away);
    put(root, 'pipeline.yaml', SETTINGS);
    put(root, 'deals/2025/beside.yaml', 'name: Beside\nstage: lead\n');
    rmSync(join(root, name), { recursive: true, force: true });
    mkdirSync(join(root, name, '..'), { recursive: true });
    symlinkSync(name.endsWith('.db') ? join(away, 'deal.yaml') : away, join(root, name));
    for (const line of [...READING, 'snapshot', 'check --format json']) {
      const { status, stdout, stderr } = await cli(line, { cwd: root });
      expect(status, `${line}: ${stderr}`).toBeLessThan(6);
      expect(stdout, line).not.toContain('777');
    }
    expect(filesIn(away)).toEqual(before);
  },
);

test.each([...Object.keys(THINGS), 'a folder'])(
  '%s in the place of pipeline.yaml is a sentence, at once',
  async (thing) => {
    const root = emptyFolder();
    const away = elsewhere();
    put(root, 'deals/beside.yaml', 'name: Beside\nstage: lead\n');
    if (thing === 'a folder') mkdirSync(join(root, 'pipeline.yaml'));
    else THINGS[thing]?.(join(root, 'pipeline.yaml'), away);
    for (const line of [...READING, 'snapshot', 'init .']) {
      const { status, stderr } = await soon(MOST_MS, () => cli(line, { cwd: root }));
      expect(status, `${line}: ${stderr}`).toBe(2);
      expect(stderr, line).toMatch(/^error: /);
      expect(stderr, line).not.toContain('777');
    }
  },
);

test('a pipe in the place of any file of ours stops no process', () => {
  const root = emptyFolder();
  put(root, 'pipeline.yaml', SETTINGS);
  mkdirSync(join(root, 'snapshots/2026-11-16'), { recursive: true });
  for (const folder of ['deals', 'imports', '.pipeline']) mkdirSync(join(root, folder));
  for (const path of [
    'deals/x.yaml',
    'imports/pipedrive.yaml',
    '.pipeline/index.db',
    '.pipeline/clock',
    'snapshots/2026-11-16/snapshot.yaml',
  ])
    pipeAt(join(root, path));
  for (const line of ['check', 'status', 'list', 'snapshot list', 'snapshot verify', 'diff']) {
    const { signal, status } = spawnSync(
      process.execPath,
      ['bin/pipeline.js', ...line.split(' '), '-C', root],
      { timeout: 20_000 },
    );
    expect([line, signal], String(status)).toEqual([line, null]);
    expect(status, line).toBeLessThan(6);
  }
});

/** Root reads everything; another user does not. */
const AS_NOBODY = ['setpriv', '--reuid=65534', '--clear-groups'] as const;
const [BECOME, ...nobody] = AS_NOBODY;
const canBecome = outside(BECOME, ...nobody, 'true');

function asNobody(line: string, root: string) {
  const words = [...nobody, process.execPath, 'bin/pipeline.js', ...line.split(' '), '-C', root];
  const env = { ...process.env, PIPELINE_TODAY: '2026-11-23' };
  return spawnSync(BECOME, words, { encoding: 'utf8', env });
}

test.skipIf(!canBecome)('what may not be read is a sentence or a named problem (needs setpriv)', () => {
  const root = emptyFolder();
  put(root, 'pipeline.yaml', SETTINGS);
  put(root, 'deals/x.yaml', DEAL);
  put(root, 'deals/beside.yaml', 'name: Beside\nstage: lead\n');
  chmodSync(root, 0o755);
  const as = (line: string) => asNobody(line, root);
  chmodSync(join(root, 'deals/x.yaml'), 0);
  const list = as('list --all --format json');
  expect([list.status, JSON.parse(list.stdout).unreadable]).toEqual([3, ['x']]);
  chmodSync(join(root, 'pipeline.yaml'), 0);
  const status = as('status');
  expect(status.status).toBe(5);
  expect(status.stderr).toMatch(/^error: .*pipeline\.yaml/);
  expect(status.stderr).toContain('permission denied');
  chmodSync(join(root, 'pipeline.yaml'), 0o644);
  chmodSync(join(root, 'deals'), 0);
  const check = as('check');
  expect([check.status, check.stderr]).toEqual([5, expect.stringMatching(/^error: deals can't be listed/)]);
});

test.skipIf(!canBecome)(
  'a record of imports that may not be read is not taken for none (needs setpriv)',
  () => {
    const root = emptyFolder();
    put(root, 'pipeline.yaml', `${SETTINGS}source_of_record: pipedrive\n`);
    put(root, 'deals/beside.yaml', 'name: Beside\nstage: lead\n');
    put(root, 'imports/pipedrive.yaml', 'format: 1\nsystem: pipedrive\n');
    put(root, 'export.csv', 'Deal - ID,Deal - Title\n1,x\n');
    for (const path of ['.', 'deals']) chmodSync(join(root, path), 0o777);
    chmodSync(join(root, 'imports/pipedrive.yaml'), 0);
    expect(asNobody('list', root).status).toBe(0);
    const taken = asNobody('snapshot', root);
    expect([taken.status, taken.stderr]).toEqual([5, expect.stringContaining('permission denied')]);
    expect(taken.stderr).toMatch(/^error: What was last imported from pipedrive can't be read\.\n/);
    const imported = asNobody(`import ${join(root, 'export.csv')}`, root);
    expect([imported.status, imported.stderr]).toEqual([
      5,
      "error: imports/pipedrive.yaml can't be read: permission denied.\n",
    ]);
  },
);

const ENTRIES = share(1_000, 100_000);

test(
  `a folder of ${ENTRIES} entries is read, each a row or a named problem`,
  async () => {
    const root = emptyFolder();
    put(root, 'pipeline.yaml', SETTINGS);
    mkdirSync(join(root, 'deals'));
    const kinds = [
      (place: number) =>
        writeFileSync(join(root, `deals/deal-${place}.yaml`), `name: Deal ${place}\nstage: lead\n`),
      (place: number) => writeFileSync(join(root, `deals/note-${place}.txt`), ''),
      (place: number) => writeFileSync(join(root, `deals/broken-${place}.yaml`), 'name: [\n'),
      (place: number) => symlinkSync('/nowhere', join(root, `deals/link-${place}.yaml`)),
      (place: number) => mkdirSync(join(root, `deals/folder-${place}`)),
    ];
    for (let place = 0; place < ENTRIES; place++) kinds[place % kinds.length]?.(place);
    const cold = await cli('list --all --format json', { cwd: root });
    expect(cold.status, cold.stderr.slice(0, 400)).toBe(3);
    const { deals, unreadable } = JSON.parse(cold.stdout);
    expect([deals.length, unreadable.length]).toEqual([ENTRIES / 5, (ENTRIES / 5) * 2]);
    const warm = await cli('list --all --format json', { cwd: root });
    expect(warm.stdout === cold.stdout).toBe(true);
    for (const line of ['status', 'stale', 'check', 'review'])
      expect((await cli(line, { cwd: root })).status, line).toBe(3);
    tally('one folder', { entries: ENTRIES });
  },
  PATIENCE_MS,
);
