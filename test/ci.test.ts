// The jobs of docs/ci.md are what the page says: their scripts run on a clone, as a runner runs them.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../src/cli/commands/check.ts';
import { VERBS } from '../src/cli/verbs.ts';
import { type Repository, repository } from './diff/repository.ts';
import { sarifRun } from './support/sarif.ts';
import { parseXml } from './support/xml.ts';

const PAGE = readFileSync('docs/ci.md', 'utf8');
const [CHANGE, GATE, GITLAB, DIGEST] = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) =>
  parse(text),
);
const has = (option: string) => check.options?.some(({ flags }) => flags.startsWith(option)) === true;

/** Git allows it. */
const BRANCH = 'release;touch$IFS.ran';
const TODAY = '2026-11-23';
const STALE = ['stage: lead', 'amount: 120000', 'created: 2026-10-01', 'close: 2026-12-15'];
const LATE = [
  ...['stage: lead', 'amount: 90000', 'created: 2026-11-10', 'close: 2026-11-18'],
  'next_step: {by: 2026-11-28, what: call}',
];
const FRESH = [
  ...['stage: lead', 'amount: 50000', 'created: 2026-11-20', 'close: 2026-12-15'],
  'next_step: {by: 2026-11-28, what: call}',
];

let origin: Repository;
let outside: string;
beforeEach(async () => {
  origin = await repository();
  outside = mkdtempSync(join(tmpdir(), 'pipeline-ci-'));
  origin.write('.gitignore', '.pipeline/\ncheck.*\n');
  origin.deal('stale', ...STALE);
  origin.deal('fresh', ...FRESH);
  origin.commit('2026-11-16T12:00:00Z');
  origin.git('branch', '--force', BRANCH);
});
afterEach(() => {
  origin.clear();
  rmSync(outside, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The folder that the repository was cloned into. */
  readonly clone: string;
  file(name: string): string;
  has(name: string): boolean;
}

/** Runs a script in a clone of the origin's main, as a runner's shell does. */
function run(script: string, env: Readonly<Record<string, string>>): Ran {
  const [clone, bin, temp] = ['clone', 'bin', 'temp'].map((name) => join(outside, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [bin, temp]) mkdirSync(folder, { recursive: true });
  spawnSync('git', ['clone', '--quiet', origin.root, clone]);
  writeFileSync(join(bin, 'pipeline'), `#!/bin/sh\nexec node ${resolve('bin/pipeline.js')} "$@"\n`);
  chmodSync(join(bin, 'pipeline'), 0o755);
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: clone,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${bin}:${process.env.PATH}`,
      PIPELINE_TODAY: TODAY,
      RUNNER_TEMP: temp,
      ...env,
    },
  });
  const at = (name: string) => (name.startsWith('temp/') ? join(outside, name) : join(clone, name));
  return {
    status,
    stdout,
    stderr,
    clone,
    file: (name) => readFileSync(at(name), 'utf8'),
    has: (name) => existsSync(at(name)),
  };
}

type Step = { run?: string; uses?: string; if?: string; with?: Record<string, unknown> };
const scriptOf = (steps: readonly Step[]): string =>
  steps.find(({ run: script }) => script?.includes('pipeline check') || script?.includes('pipeline digest'))
    ?.run ?? '';
const github = (script: string, env: Readonly<Record<string, string>> = {}) =>
  run(script, {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(outside, 'clone'),
    GITHUB_STEP_SUMMARY: join(outside, 'temp', 'summary.md'),
    ...env,
  });
const gitlab = (script: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  run(script.join('\n'), { GITLAB_CI: 'true', CI_PROJECT_DIR: join(outside, 'clone'), ...env });

test('every job may do no more than it must, and no script has a name from outside in it', () => {
  expect(CHANGE.on).toBe('pull_request');
  expect(CHANGE.permissions).toEqual({ contents: 'read' });
  expect(GATE.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  expect(DIGEST.permissions).toEqual({ contents: 'read' });
  for (const { jobs } of [CHANGE, GATE, DIGEST])
    for (const { steps } of Object.values<{ steps: Step[] }>(jobs))
      for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  for (const job of [CHANGE.jobs.change, GATE.jobs.gate])
    expect(job.steps[0]).toMatchObject({ uses: 'actions/checkout@v4', with: { 'fetch-depth': 0 } });
  expect(GITLAB['.pipeline'].variables).toEqual({ GIT_DEPTH: 0 });
});

test('every option and verb on the page is one', () => {
  for (const [, verb] of PAGE.matchAll(/pipeline ([a-z]+) -/g))
    expect(VERBS.map(({ name }) => name)).toContain(verb);
  const known = [
    ...(check.options ?? []).map(({ flags }) => flags.split(' ')[0]),
    '--format',
    '--output',
    '--to',
  ];
  for (const [, option] of PAGE.matchAll(/(?:^|[\s`])(--[a-z][a-z-]+)/gm)) expect(known).toContain(option);
});

describe('the gate on a schedule, on GitHub', () => {
  const script = scriptOf(GATE.jobs.gate.steps);

  test('fails with annotations, the whole list in the summary, and files to upload that are valid', () => {
    origin.deal('waived', ...LATE, 'waive: [{rule: past-close, until: 2026-12-31, why: holiday}]');
    origin.commit('2026-11-17T12:00:00Z');
    const { status, stdout, stderr, file } = github(script);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^::error file=deals\/2026\/stale\.yaml,line=\d+,col=1,title=stale/);
    expect(file('temp/summary.md')).toContain('| waived error | past-close | waived |');
    const [whole, alerts] = ['check', 'alerts'].map((name) => sarifRun(file(`temp/${name}.sarif`)));
    const found = (sarif = whole) =>
      sarif?.results.map(({ ruleId, message }) => `${ruleId} of ${message.text.split(':')[0]}`);
    expect(found()).toContain('past-close of waived');
    expect(found(alerts)).not.toContain('past-close of waived');
    expect(found(alerts)).toContain('stale of stale');
    expect(Number(parseXml(file('temp/check.xml')).attributes.failures)).toBeGreaterThan(0);
  });

  test('passes where all is well, with files that are not empty', () => {
    origin.remove('stale');
    origin.commit('2026-11-17T12:00:00Z');
    const { status, stdout, file } = github(script);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^::notice title=pipeline check::Errors 0, /m);
    expect(parseXml(file('temp/check.xml')).attributes.failures).toBe('0');
    expect(parseXml(file('temp/check.xml')).children.length).toBeGreaterThan(5);
    expect(sarifRun(file('temp/alerts.sarif')).tool.driver.rules.length).toBeGreaterThan(5);
  });

  test('ends with 3 where a deal cannot be read, and uploads it; with 2 where there is nothing to look at', () => {
    origin.deal('broken', 'stage: [');
    origin.commit('2026-11-17T12:00:00Z');
    const broken = github(script);
    expect(broken.status).toBe(3);
    expect(sarifRun(broken.file('temp/alerts.sarif')).results.map(({ ruleId }) => ruleId)).toContain(
      'invalid-file',
    );
    rmSync(outside, { recursive: true });
    for (const id of ['broken', 'stale', 'fresh']) origin.remove(id);
    origin.commit('2026-11-18T12:00:00Z');
    const empty = github(script);
    expect([empty.status, empty.has('temp/check.sarif')]).toEqual([2, false]);
    expect(empty.stderr).toContain('There are no deals: nothing was checked.');
  });

  test('what it uploads is what the script writes, also where the gate fails', () => {
    const uploads = GATE.jobs.gate.steps.filter(({ uses = '' }: Step) => uses.includes('upload'));
    expect(uploads).toHaveLength(2);
    for (const step of uploads) {
      expect(step.if).toMatch(/^\$\{\{ !cancelled\(\) \}\}$/);
      const paths: string = step.with.path ?? step.with.sarif_file;
      for (const path of paths.trim().split('\n'))
        expect(script).toContain(path.replace(/^\$\{\{ runner\.temp \}\}/, '$$RUNNER_TEMP'));
    }
  });
});

describe('the gate on a schedule, on GitLab', () => {
  test('fails with a report of tests that GitLab reads, and the paths of its repository', () => {
    const { status, stdout, stderr, file } = gitlab(GITLAB.gate.script);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('deals/2026/stale.yaml');
    const report = parseXml(file(GITLAB['.pipeline'].artifacts.reports.junit));
    const failed = report.children.flatMap(({ children }) =>
      children.filter(({ children: [outcome] }) => outcome?.name === 'failure'),
    );
    expect(failed.map(({ attributes }) => attributes.file)).toContain('deals/2026/stale.yaml');
    for (const path of GITLAB['.pipeline'].artifacts.paths)
      expect(sarifRun(file(path)).results.length).toBeGreaterThan(0);
  });
});

describe.skipIf(!has('--changed'))('a change request (--changed)', () => {
  const onGithub = () => github(scriptOf(CHANGE.jobs.change.steps), { BASE: BRANCH });
  const onGitlab = () =>
    gitlab(GITLAB.change.script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: origin.git('rev-parse', BRANCH) });

  test('what time did to other deals turns it not red, and a branch’s name is never run', () => {
    origin.deal('fresh', ...FRESH, 'important: reference customer');
    origin.commit('2026-11-17T12:00:00Z');
    for (const runIt of [onGithub, onGitlab]) {
      const { status, stdout, stderr, has: isThere } = runIt();
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).not.toContain('stale.yaml');
      expect(isThere('.ran')).toBe(false);
    }
  });

  test('what it does to the deals that it changes does', () => {
    origin.deal('late', ...LATE);
    origin.commit('2026-11-17T12:00:00Z');
    for (const runIt of [onGithub, onGitlab]) {
      const { status, stdout } = runIt();
      expect(status).toBe(1);
      expect(stdout).toContain('deals/2026/late.yaml');
      expect(stdout).not.toContain('stale.yaml');
    }
  });

  test('a deal that it breaks is 3, and one without any deal passes and says so', () => {
    origin.write('notes.md', 'hello\n');
    origin.commit('2026-11-17T12:00:00Z');
    for (const runIt of [onGithub, onGitlab]) expect(runIt().status).toBe(0);
    rmSync(outside, { recursive: true });
    origin.deal('fresh', 'stage: [');
    origin.commit('2026-11-18T12:00:00Z');
    for (const runIt of [onGithub, onGitlab]) expect(runIt().status).toBe(3);
  });
});

test('the digest stands in the summary of its job', () => {
  const { status, file } = github(scriptOf(DIGEST.jobs.digest.steps));
  expect(status).toBe(0);
  expect(file('temp/summary.md')).toMatch(/^## To put right · 2026-11-23\n[\s\S]*- stale · /);
});
