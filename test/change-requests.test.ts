// The job of docs/change-requests.md is what the page says: its script runs on a clone, and posts what the change does.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Repository, repository } from './diff/repository.ts';

const PAGE = readFileSync('docs/change-requests.md', 'utf8');
const JOB = parse(/```yaml\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '');

/** Git allows it. */
const BRANCH = 'release;touch$IFS.ran';

let here: Repository;
beforeEach(async () => {
  here = await repository();
  here.write('.gitignore', 'runner/\n.pipeline/\n');
  here.deal('hel', 'stage: lead', 'amount: 120000', 'close: 2026-12-01');
  here.commit('2026-11-16T12:00:00Z');
  here.git('update-ref', `refs/remotes/origin/${BRANCH}`, 'HEAD');
});
afterEach(() => here.clear());

/** Runs the script of the last step as a runner does. @returns its status, and what was posted */
function runIt(): { status: number | null; posted: string; words: string } {
  const bin = join(here.root, 'runner');
  mkdirSync(bin, { recursive: true });
  const program = (name: string, text: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  program('pipeline', `exec node ${resolve('bin/pipeline.js')} "$@"`);
  program('gh', `echo "$@" > ${bin}/words; cat > ${bin}/posted`);
  const { run } = JOB.jobs.diff.steps.at(-1);
  const { status } = spawnSync('bash', ['-eo', 'pipefail', '-c', run], {
    cwd: here.root,
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      BASE: BRANCH,
      NUMBER: '7',
      RUNNER_TEMP: bin,
      PIPELINE_TODAY: '2026-11-23',
    },
  });
  const said = (name: string) => execFileSync('cat', [join(bin, name)], { encoding: 'utf8' });
  return { status, posted: said('posted'), words: said('words').trim() };
}

test('it may write comments and no more, and has all of history', () => {
  expect(Object.keys(JOB.on === 'pull_request' ? { pull_request: null } : JOB.on)).toEqual(['pull_request']);
  expect(JOB.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  expect(JOB.jobs.diff.steps[0]).toMatchObject({ with: { 'fetch-depth': 0 } });
  for (const { run = '' } of JOB.jobs.diff.steps) expect(run).not.toContain('${{');
});

test('it posts one sentence and the diff, and a branch’s name is never run', () => {
  here.deal('hel', 'stage: lead', 'amount: 120000', 'close: 2027-01-31');
  here.commit('2026-11-17T12:00:00Z');
  const { status, posted, words } = runIt();
  expect(status).toBe(0);
  expect(words).toBe('pr comment 7 --edit-last --create-if-none --body-file -');
  expect(posted.split('\n')[0]).toBe('Slips 1 deal by 61 days, −120,000 PLN in this quarter.');
  expect(posted).toContain('| hel |');
  expect(here.has('.ran')).toBe(false);
});

test('it fails where a deal cannot be read, after it has said so', () => {
  here.deal('hel', 'stage: [');
  here.commit('2026-11-17T12:00:00Z');
  const { status, posted } = runIt();
  expect(status).toBe(3);
  expect(posted).toContain('No deal moves; 1 deal cannot be read.');
});
