// `npm run mutation [GROUP…]`: Stryker over each group of mutation-groups.mjs, then the scores (docs/mutation.md).
// What was found stands in .mutation/: a group that is run again after it has come to its end tries only what changed
// since. Ends with 1 where a group scores below the least.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GROUPS, LEAST_SCORE } from './mutation-groups.mjs';

/** Where the mutants live, and what is kept of them. */
const WORK = '.stryker-tmp';
const KEPT = '.mutation';
/** Where vite puts what it needs for a moment. */
const VITES = ['node_modules/.vite', 'node_modules/.vite-temp'];

const root = join(fileURLToPath(import.meta.url), '..', '..');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}: ${Object.keys(GROUPS).join(', ')}`);
const names = asked.length === 0 ? Object.keys(GROUPS) : asked;

for (const name of names) {
  console.log(`\n${name}`);
  mkdirSync(join(root, WORK, 'tmp'), { recursive: true });
  // Mutants of what writes remove files wherever they come to: these can in these folders alone.
  const { status, signal } = spawnSync(
    join(root, '.dev', 'contained.sh'),
    [WORK, KEPT, ...VITES, '--', 'node_modules/.bin/stryker', 'run', '.dev/stryker.config.mjs'],
    {
      cwd: root,
      env: { ...process.env, MUTATION_GROUP: name, TMPDIR: join(root, WORK, 'tmp') },
      stdio: 'inherit',
    },
  );
  if (status === 125)
    console.error("Mutants need a cage of which they can't get out: Linux, and the right to mount.");
  if (signal !== null || !existsSync(reportOf(name))) process.exit(status || 1);
}

/** Where Stryker keeps what became of each mutant. */
function reportOf(name) {
  return join(root, KEPT, `${name}.json`);
}

function countsOf(name) {
  const { files } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  return {
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    'no coverage': count('NoCoverage'),
  };
}

/** Per cent of the mutants that a test noticed. */
function scoreOf({ killed, timeout, survived, 'no coverage': missed }) {
  return (100 * (killed + timeout)) / (killed + timeout + survived + missed);
}

const counts = names.map(countsOf);
const whole = counts.reduce((sum, one) =>
  Object.fromEntries(Object.keys(sum).map((key) => [key, sum[key] + one[key]])),
);
const rows = [...names.map((name, place) => [name, counts[place]]), ['all', whole]];
console.table(
  Object.fromEntries(rows.map(([name, one]) => [name, { ...one, score: scoreOf(one).toFixed(1) }])),
);
process.exitCode = rows.some(([, one]) => scoreOf(one) < LEAST_SCORE) ? 1 : 0;
