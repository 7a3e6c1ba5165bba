// Guards: where pipeline is not wholly installed it says so, and what to type, instead of calling itself a bug.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoWorkspace } from './book/demo-workspace.ts';

const { NO_COLOR: _, FORCE_COLOR: __, ...bare } = process.env;
const env = { ...bare, PIPELINE_TODAY: '2026-11-23' };

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'pipeline-installed-'));
  cpSync('bin', join(place, 'bin'), { recursive: true });
  writeFileSync(join(place, 'package.json'), '{}');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

function pipeline(words: readonly string[], cwd = place) {
  const bin = join(place, 'bin', 'pipeline.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr: stderr.replace(/\s+/g, ' ').trim() };
}

const built = () => cpSync('dist', join(place, 'dist'), { recursive: true });

/** A file in the place of the driver that no Node loads. */
function withForeignDriver() {
  const folder = join(place, 'node_modules', 'better-sqlite3', 'build', 'Release');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'better_sqlite3.node'), 'of another Node');
}

test('unbuilt, it names the commands: npm ci first where nothing is installed', () => {
  expect(pipeline(['status']).stderr).toBe('pipeline is not built yet. → npm ci && npm run build');
  mkdirSync(join(place, 'node_modules'));
  expect(pipeline(['status']).stderr).toBe('pipeline is not built yet. → npm run build');
});

test('where the disk does not give the program itself, that is a sentence and 5, never the 1 of findings', () => {
  built();
  rmSync(join(place, 'dist', 'pipeline.pack'));
  mkdirSync(join(place, 'dist', 'pipeline.pack'));
  expect(pipeline(['status'])).toEqual({
    status: 5,
    stdout: '',
    stderr: "error: The program itself can't be read: EISDIR: illegal operation on a directory, read",
  });
  rmSync(join(place, 'dist', 'start.cjs'));
  const { status, stderr } = pipeline(['status']);
  expect([status, stderr]).toEqual([
    5,
    "error: The program itself can't be read: Cannot find module '../dist/start.cjs'",
  ]);
});

test.each([
  ['is not installed', () => undefined, 'npm ci'],
  [`was not built for this Node, ${process.version}`, withForeignDriver, 'npm rebuild better-sqlite3'],
])('where the driver of SQLite %s, reading goes on and writing says what to type', (what, make, command) => {
  built();
  make();
  const cwd = demoWorkspace();
  const read = pipeline(['list'], cwd);
  expect(read.status).toBe(0);
  expect(read.stderr).toContain(`SQLite's driver, better-sqlite3, ${what}.`);
  expect(read.stderr).toContain(`Till then nothing can be written. In pipeline's own folder: ${command}`);
  const written = pipeline(['snapshot'], cwd);
  expect(written.status).toBe(5);
  expect(written.stderr).toContain(`error: SQLite's driver, better-sqlite3, ${what}.`);
  expect(written.stderr).toContain(`→ In pipeline's own folder: ${command}`);
});
