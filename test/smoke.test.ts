// The built binary itself, as a shell runs it: what in-process tests can't see.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const BIN = resolve('bin/pipeline.js');
const VERSION = JSON.parse(readFileSync('package.json', 'utf8')).version;
const { NO_COLOR: _, FORCE_COLOR: __, ...bare } = process.env;
const env = { ...bare, PIPELINE_TODAY: '2026-11-23' };

let folder = '';
let demo = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-smoke-'));
  demo = join(folder, 'demo');
  const made = pipeline(['init', 'demo', '--demo']);
  if (made.status !== 0) throw new Error(made.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pipeline(words: readonly string[], cwd = folder) {
  return spawnSync(process.execPath, [BIN, ...words], { cwd, env, encoding: 'utf8' });
}

function shell(line: string, cwd = demo) {
  return spawnSync(
    'bash',
    ['-c', `set -o pipefail; ${line.replaceAll('pipeline ', `"${process.execPath}" "${BIN}" `)}`],
    {
      cwd,
      env,
      encoding: 'utf8',
    },
  );
}

describe('the binary', () => {
  test('prints its version', () => {
    expect(pipeline(['--version'])).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test('alone shows the way to begin', () => {
    const { status, stdout } = pipeline([]);
    expect(status).toBe(0);
    expect(stdout).toContain('pipeline init');
  });

  test('groups its verbs in the help by the job they do', () => {
    const { status, stdout } = pipeline(['--help']);
    expect(status).toBe(0);
    for (const job of ['begin:', 'look:', 'snapshot and monitor:', 'keep fresh:', 'review and talk:']) {
      expect(stdout).toContain(job);
    }
  });

  test('a mistyped verb is a usage error with a suggestion', () => {
    const { status, stderr } = pipeline(['snapshto']);
    expect(status).toBe(2);
    expect(stderr).toContain('snapshot');
  });

  test('outside of a workspace it says so, and how to make one', () => {
    const { status, stderr } = pipeline(['stale']);
    expect(status).toBe(2);
    expect(stderr).toContain('pipeline init');
  });

  test('finds the workspace from a folder below it, and by -C', () => {
    const below = pipeline(['list', '--format', 'json'], join(demo, 'deals'));
    const named = pipeline(['-C', 'demo', 'list', '--format', 'json']);
    expect(below.status).toBe(0);
    expect(named.stdout).toBe(below.stdout);
  });

  test('a reader that has had enough is no error', () => {
    const { status, stderr } = shell('for i in 1 2 3; do pipeline list --format csv | head -1; done');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('a pipe gets no colour, FORCE_COLOR brings it, NO_COLOR wins', () => {
    expect(shell('pipeline diff').stdout).not.toContain('\u001b[');
    expect(shell('FORCE_COLOR=1 pipeline diff').stdout).toContain('\u001b[');
    expect(shell('FORCE_COLOR=1 NO_COLOR=1 pipeline diff').stdout).not.toContain('\u001b[');
  });

  test('the code cache changes no output', () => {
    const first = shell('pipeline stale --format json');
    const second = shell('pipeline stale --format json');
    expect(second.stdout).toBe(first.stdout);
    expect(second.status).toBe(first.status);
  });

  test('a snapshot is written, listed and verified', () => {
    expect(shell('pipeline snapshot --message "smoke"').status).toBe(0);
    expect(readdirSync(join(demo, 'snapshots'))).toContain('2026-11-23');
    expect(shell('pipeline snapshot verify --all').status).toBe(0);
  });

  test('from a folder that was deleted it says so, and finds nothing wrong with any deal', () => {
    const gone = join(folder, 'gone');
    expect(shell(`mkdir ${gone}; cd ${gone}; rmdir ${gone}; pipeline -C ${demo} check`)).toMatchObject({
      status: 5,
      stdout: '',
      stderr:
        "error: The folder that you are in can't be told: no such file or folder.\n" +
        '  → It was deleted or moved: go to one that is there, and run the command again.\n',
    });
  });

  test('an output that nobody gets tells no lie: a full device is an I/O error, and what was written is said to be', () => {
    const lost = 'error: The output could not be written: the disk is full.\n';
    expect(shell('pipeline list > /dev/full')).toMatchObject({ status: 5, stderr: lost });
    const log = 'pipeline log baltic-foods-mes "told them" --type call';
    expect(shell(`${log} > /dev/full`)).toMatchObject({
      status: 5,
      stderr: `${lost}  → What was asked for is done all the same: pipeline undo takes it back.\n`,
    });
    const undone = `${lost}  → What was asked for is done all the same.\n`;
    expect(shell('pipeline undo > /dev/full')).toMatchObject({ status: 5, stderr: undone });
    expect(shell(`${log} --dry-run > /dev/full`)).toMatchObject({ status: 5, stderr: lost });
    expect(shell('pipeline --version > /dev/full')).toMatchObject({ status: 5, stderr: lost });
  });

  test('the text of an edit that was killed is told by the next edit, and gone on with', () => {
    const killer = join(folder, 'killer.mjs');
    const save = "fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^name: .*/m, 'name: Typed'))";
    const kill = "process.kill(process.ppid, 'SIGKILL')";
    writeFileSync(killer, `import fs from 'node:fs'; const file = process.argv.at(-1); ${save}; ${kill};`);
    const before = readFileSync(join(demo, 'deals/2026/baltic-foods-mes.yaml'), 'utf8');
    shell(`EDITOR='${process.execPath} ${killer}' pipeline edit baltic-foods-mes`);
    const { stderr } = shell('EDITOR=true pipeline edit baltic-foods-mes');
    expect(stderr).toContain('There is a text of this deal that was not taken over. To go on with it: ');
    const [, words = ''] = /--from (\S+)/.exec(stderr) ?? [];
    // What was written into the deal meanwhile stays.
    expect(shell('pipeline set baltic-foods-mes amount=123456').status).toBe(0);
    expect(shell(`EDITOR=true pipeline edit baltic-foods-mes --from ${words}`)).toMatchObject({ status: 0 });
    const after = readFileSync(join(demo, 'deals/2026/baltic-foods-mes.yaml'), 'utf8');
    expect(after).toMatch(/^name: Typed$/m);
    expect(after).toMatch(/^amount: 123456/m);
    expect(after).not.toBe(before);
    expect(shell('EDITOR=true pipeline edit baltic-foods-mes').stderr).toBe('');
  });

  test('an interrupt in the middle of an import ends it with 130, and nothing is half there', async () => {
    const cwd = join(folder, 'interrupted');
    pipeline(['init', cwd, '--stages', 'Lead,Offer']);
    const rows = Array.from({ length: 30_000 }, (_, at) => `${at},Deal ${at},Lead,${at + 1}.00`);
    writeFileSync(join(cwd, 'export.csv'), `id,name,stage,amount\n${rows.join('\n')}\n`);
    const child = spawn(process.execPath, [BIN, 'import', 'export.csv'], { cwd, env, stdio: 'ignore' });
    const ended = new Promise((done) => child.on('exit', (code) => done(code)));
    // It listens once it holds the lock, however slow the machine is to start it.
    await vi.waitUntil(() => existsSync(join(cwd, '.pipeline/lock.json')), { timeout: 30_000 });
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const { stdout } = pipeline(['list', '--all', '--format', 'json'], cwd);
    expect([0, 30_000]).toContain(JSON.parse(stdout).deals.length);
  });
});
