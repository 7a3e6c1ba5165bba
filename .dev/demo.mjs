// `npm run demo`: installs what is missing, builds, makes a demo workspace in .demo/ and runs the week on it.
// Needs Node 20.12 or newer and, for the first install, a C++ compiler with make and python3.

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const demo = join(root, '.demo');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  stop(`pipeline needs Node 20.12 or newer; this is ${process.versions.node}.`);
}

if (!installed()) {
  console.log('Installing (once; compiling SQLite takes a minute or two) …');
  must(
    'npm',
    ['ci'],
    'The install failed. better-sqlite3 compiles C++: it needs python3, make and g++ (or clang).',
  );
}
must(process.execPath, [join(root, '.dev', 'build.mjs')], 'The build failed.');

const today = process.env.PIPELINE_TODAY ?? localDay();
const env = { ...process.env, PIPELINE_TODAY: today };
const newest = join(demo, 'snapshots', daysBefore(today, 7));
if (!existsSync(newest)) {
  rmSync(demo, { recursive: true, force: true });
  week(['init', '.demo', '--demo'], root);
}
for (const words of [
  ['snapshot', '--if-changed', '--message', 'the demo week'],
  ['diff'],
  ['stale'],
  ['review', '--largest', '3', '--random', '5'],
]) {
  week(words, demo);
}
console.log('\nThe workspace is in .demo/: change a deal there, then look again:');
console.log('  cd .demo && node ../bin/pipeline.js status');

function week(words, cwd) {
  console.log(`\n$ pipeline ${words.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin', 'pipeline.js'), ...words], {
    cwd,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) stop(`pipeline ${words[0]} ended with status ${status}.`);
}

function installed() {
  const lock = join(root, 'package-lock.json');
  const done = join(root, 'node_modules', '.package-lock.json');
  const driver = join(root, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
  return existsSync(done) && existsSync(driver) && statSync(done).mtimeMs >= statSync(lock).mtimeMs - 1000;
}

function must(command, args, sentence) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop(sentence);
}

function localDay() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function daysBefore(day, days) {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
