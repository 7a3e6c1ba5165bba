// --output FORMAT=FILE beside --format: files for programs while a person reads the table, whole or not at all.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERBS } from '../src/cli/verbs.ts';
import { demoWorkspace } from './book/demo-workspace.ts';
import { dealFile, workspace } from './freshness/workspace.ts';
import { cli } from './support/cli.ts';

const late = () => workspace({ 'deals/2026/late.yaml': dealFile({ close: '2026-11-18' }) });
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), 'utf8');

test('each file holds what --format prints, stdout and status stay as they are, also where the gate fails', async () => {
  const cwd = late();
  const table = await cli('check', { cwd });
  expect(table.status).toBe(1);
  const formats = ['table', 'json', 'csv', 'markdown', 'html', 'github', 'sarif', 'junit'];
  const asked = formats.flatMap((format) => ['--output', `${format}=out.${format}`]);
  expect(await cli(['check', ...asked], { cwd })).toEqual(table);
  for (const format of formats) {
    const { stdout } = await cli(`check --format ${format}`, { cwd });
    expect(read(cwd, `out.${format}`), format).toBe(stdout);
  }
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a file has no colours and is cut nowhere, whatever the terminal is', async () => {
  const cwd = late();
  const { stdout } = await cli('check', { cwd });
  const env = { NO_COLOR: '', FORCE_COLOR: '1' };
  const terminal = await cli('check --output table=out.txt', { cwd, tty: true, columns: 40, env });
  expect(terminal.stdout).toContain('\u001b[');
  expect(read(cwd, 'out.txt')).toBe(stdout);
});

test('a path is meant from the current folder, and a file that is there is replaced', async () => {
  const root = late();
  const cwd = join(root, 'reports');
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'check.json'), 'old');
  expect(
    (await cli(['check', '--output', 'json=check.json', '--output=csv=../a=b.csv'], { cwd })).status,
  ).toBe(1);
  expect(JSON.parse(read(cwd, 'check.json')).schema).toBe('pipeline/check/1');
  expect(read(root, 'a=b.csv')).toContain('past-close');
});

test('every verb that has formats takes it: JSON beside the table is the JSON', async () => {
  const cwd = demoWorkspace();
  const lines = [
    'status',
    'list',
    'diff',
    'diff --bridge',
    'trend',
    'funnel',
    'stale',
    'snapshot list',
    'review',
  ];
  for (const line of lines) {
    const table = await cli(line, { cwd });
    const { stdout } = await cli(`${line} --format json`, { cwd });
    expect(await cli(`${line} --output json=out.json`, { cwd }), line).toEqual(table);
    expect(read(cwd, 'out.json'), line).toBe(stdout);
  }
  await cli('list --output xlsx=deals.xlsx', { cwd });
  expect(read(cwd, 'deals.xlsx').slice(0, 2)).toBe('PK');
  for (const { name, formats = [] } of VERBS) {
    const { stdout } = await cli(`${name} --help`, { cwd });
    expect(stdout.includes('--output <format=file>'), name).toBe(formats.length > 0);
  }
});

describe('what cannot be is said before anything is done', () => {
  test.each([
    ['sarif', '--output takes FORMAT=FILE, not "sarif".', '--output json=sarif'],
    ['json=', '--output takes FORMAT=FILE, not "json=".', 'For example --output json=out.json'],
    ['sarf=x', '--output: there is no format "sarf" here.', 'Did you mean "sarif"?'],
    ['xlsx=x', '--output: there is no format "xlsx" here.', 'Formats: table, json'],
    ['json=-', '--output writes files; "-" is none.', 'What goes to stdout is said by --format json.'],
    ['json=deals', 'deals belongs to the workspace', 'Name another file.'],
    ['json=deals/2026/late.yaml', 'deals/2026/late.yaml belongs to the workspace', 'Name another file.'],
    ['json=./pipeline.yaml', './pipeline.yaml belongs to the workspace', 'Name another file.'],
    ['json=out/', 'out/ is a folder, not a file.', 'Name a file.'],
    ['json=folder', 'folder is a folder, not a file.', 'Name a file.'],
    ['json=link', 'link is a symbolic link, not a file.', 'Name a file.'],
    ['json=/dev/null', '/dev/null is a device, not a file.', 'Name a file.'],
  ])('%s: 2', async (given, message, hint) => {
    const cwd = late();
    mkdirSync(join(cwd, 'folder'));
    symlinkSync('deals/2026/late.yaml', join(cwd, 'link'));
    const { status, stdout, stderr } = await cli(['check', '--output', given], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(read(cwd, 'deals/2026/late.yaml')).toBe(dealFile({ close: '2026-11-18' }));
  });

  test('the same file twice, however it is written: 2', async () => {
    const { status, stderr } = await cli('check --output json=a --output csv=./a', { cwd: late() });
    expect([status, stderr]).toEqual([2, 'error: --output: ./a is named twice.\n  → One format a file.\n']);
  });

  test('no folder for it: 5, and a verb that writes has not written', async () => {
    const cwd = demoWorkspace();
    const { status, stderr } = await cli('snapshot --output json=no/such/out.json', { cwd });
    expect([status, stderr]).toEqual([
      5,
      "error: no/such/out.json can't be written: there is no folder no/such.\n  → Make the folder first.\n",
    ]);
    expect(existsSync(join(cwd, 'snapshots/2026-11-23'))).toBe(false);
  });

  test('a verb without formats does not have it', async () => {
    expect((await cli('init x --output json=a', { cwd: late() })).status).toBe(2);
  });
});

test('where the disk takes no more, no file is left, not that of before either, and the status is 5', () => {
  const cwd = late();
  writeFileSync(join(cwd, 'check.json'), 'of before');
  const script = `ulimit -f 1; exec node ${resolve('bin/pipeline.js')} check --output json=check.json`;
  writeFileSync(join(cwd, 'deals/2026/many.yaml'), dealFile({ name: 'x'.repeat(400), close: '2026-11-18' }));
  execFileSync(
    'bash',
    ['-c', `for i in $(seq 40); do cp deals/2026/many.yaml deals/2026/many-$i.yaml; done`],
    { cwd },
  );
  const { status, stderr, stdout } = spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PIPELINE_TODAY: '2026-11-23' },
  });
  expect([status, stderr]).toEqual([
    5,
    expect.stringContaining("check.json can't be written: the file is too large"),
  ]);
  expect(stdout).toContain('past-close');
  expect(existsSync(join(cwd, 'check.json'))).toBe(false);
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

describe('the job summary of GitHub', () => {
  const summary = (cwd: string, words = 'check --format github', env = {}) =>
    cli(words, { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), ...env } });

  test('has the verdict and every finding, is added to, and leaves stdout and status as they are', async () => {
    const cwd = late();
    const plain = await cli('check --format github', { cwd });
    writeFileSync(join(cwd, 'summary.md'), '# Of a step before\n');
    expect(await summary(cwd)).toEqual(plain);
    const text = read(cwd, 'summary.md');
    expect(text).toMatch(/^# Of a step before\n## Check on 2026-11-23 · \d+ findings? on 1 deal/);
    expect(text).toContain('| Errors | 1, at most 0 | FAIL |');
    expect(text).toMatch(
      /\| error \| past-close \| late \| anna \| 1,000 \| Expected to close on .*late\.yaml:7 \|\n/,
    );
    await summary(cwd);
    expect(read(cwd, 'summary.md').match(/## Check on/g)).toHaveLength(2);
  });

  test('lists what fails the check before what a baseline or a waiver lets pass, however large that is', async () => {
    const cwd = workspace({ 'deals/2026/a.yaml': dealFile({ amount: '9000.00', close: '2026-11-18' }) });
    await cli('check --write-baseline', { cwd });
    writeFileSync(join(cwd, 'deals/2026/b.yaml'), dealFile({ amount: '5.00', close: '2026-11-18' }));
    await summary(cwd);
    const rows = read(cwd, 'summary.md').match(/^\| .*past-close \| [ab] /gm);
    expect(rows).toEqual(['| error | past-close | b ', '| baseline error | past-close | a ']);
  });

  test('is left alone by every other format', async () => {
    const cwd = late();
    await summary(cwd, 'check --output github=x');
    expect(existsSync(join(cwd, 'summary.md'))).toBe(false);
  });

  test('holds 1 MiB, with what a step before has written: whole lines, and one that says that there are more', async () => {
    const cwd = late();
    const full = 'x'.repeat(1024 * 1024 - 1300);
    writeFileSync(join(cwd, 'summary.md'), full);
    const text = dealFile({ close: '2026-11-18' });
    for (let place = 0; place < 20; place++) writeFileSync(join(cwd, `deals/2026/d-${place}.yaml`), text);
    await summary(cwd);
    const added = read(cwd, 'summary.md').slice(full.length);
    expect(Buffer.byteLength(added)).toBeLessThanOrEqual(1300);
    expect(added).toMatch(
      /yaml:7 \|\n\n… and more: a job summary holds 1 MiB\. All of them: `pipeline check --format csv`\n$/,
    );
    await summary(cwd);
    expect(Buffer.byteLength(read(cwd, 'summary.md'))).toBeLessThanOrEqual(1024 * 1024);
  });

  test('is written to a file alone: no link is followed, no pipe waited for, and the status is the check’s', async () => {
    const cwd = late();
    writeFileSync(join(cwd, 'other'), 'other');
    symlinkSync('other', join(cwd, 'link'));
    execFileSync('bash', ['-c', 'mkfifo pipe'], { cwd });
    for (const name of ['link', 'pipe', 'no/such', '.']) {
      const { status, stderr } = await summary(cwd, 'check --format github', {
        GITHUB_STEP_SUMMARY: join(cwd, name),
      });
      expect([name, status]).toEqual([name, 1]);
      expect(stderr, name).toMatch(/^The job summary was not written: .*\.\n$/);
    }
    expect(read(cwd, 'other')).toBe('other');
  });
});

describe('a call that ends before it shows anything', () => {
  test.each([
    ['check --min-freshness soon', 2],
    ['check --owner nobody-of-this-name', 2],
    ['check --changed=', 2],
  ])('%s leaves no file of an earlier run to be sent on', async (line, status) => {
    const cwd = late();
    writeFileSync(join(cwd, 'out.json'), 'of yesterday');
    expect((await cli(`${line} --output json=out.json --output csv=out.csv`, { cwd })).status).toBe(status);
    expect([existsSync(join(cwd, 'out.json')), existsSync(join(cwd, 'out.csv'))]).toEqual([false, false]);
  });

  test('an export that is read is no place for an output, and stands as it was', async () => {
    const cwd = late();
    writeFileSync(join(cwd, 'edited.csv'), 'id,close\nlate,2026-12-18\n');
    const line = 'import edited.csv --match id --output csv=./edited.csv';
    const { status, stderr } = await cli(line, { cwd });
    expect([status, stderr]).toEqual([
      2,
      "error: ./edited.csv is read: the output can't take its place.\n  → Name another file.\n",
    ]);
    expect(read(cwd, 'edited.csv')).toContain('late,2026-12-18');
  });
});

describe('a reader of stdout that is gone', () => {
  const gone = (cwd: string, line: string, more: NodeJS.ProcessEnv = {}) =>
    spawnSync('bash', ['-c', `exec 3> >(exec true); sleep 0.3; ${line} >&3`], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, PIPELINE_TODAY: '2026-11-23', PIPELINE: resolve('bin/pipeline.js'), ...more },
    });

  test('turns no red gate green, and loses neither a file nor the summary of the job', async () => {
    const cwd = late();
    const { stdout } = await cli('check --format json', { cwd });
    const line = `"${process.execPath}" "$PIPELINE" --quiet check --format github --output json=out.json`;
    const { status, stderr } = gone(cwd, line, { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') });
    expect([status, stderr]).toEqual([1, '']);
    expect(read(cwd, 'out.json')).toBe(stdout);
    expect(read(cwd, 'summary.md')).toContain('past-close');
  });

  test('is no error by itself', () => {
    const { status, stderr } = gone(late(), `"${process.execPath}" "$PIPELINE" list --format csv`);
    expect([status, stderr]).toEqual([0, '']);
  });
});
