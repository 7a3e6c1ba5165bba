// The examples of docs/schedule.md are what they say: each is in its format, and its command runs.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { cli } from './support/cli.ts';
import { wordsOf } from './support/words.ts';

const PAGE = readFileSync('docs/schedule.md', 'utf8');
const BLOCKS = [...PAGE.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));
const COMMANDS = [...PAGE.matchAll(/pipeline (snapshot --if-due[^\n]*)/g)].flatMap(([, words = '']) =>
  words.includes('`') ? [] : [words.replace(/ > .*$/, '')],
);

test('each command takes the snapshot that is due, commits it, and is not due again that day', async () => {
  expect(COMMANDS.length).toBe(3);
  for (const words of COMMANDS) {
    const cwd = mkdtempSync(join(tmpdir(), 'pipeline-schedule-'));
    try {
      expect((await cli('init . --demo', { cwd })).status).toBe(0);
      const git = (...of: string[]) => execFileSync('git', of, { cwd, encoding: 'utf8' });
      git('init', '--quiet');
      git('config', 'user.name', 'pipeline');
      git('config', 'user.email', 'pipeline@example.com');
      git('add', '.');
      git('commit', '--quiet', '--message', 'begin');
      expect(await cli(wordsOf(words), { cwd })).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Snapshot 2026-11-23 · taken'),
      });
      expect(git('log', '-1', '--format=%s').trim()).toBe('Snapshot 2026-11-23');
      expect(await cli(wordsOf(words), { cwd })).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('Not due'),
      });
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  }
});

test('the workflow is one: a daily schedule, a job whose steps take and push the snapshot', () => {
  const [yaml] = BLOCKS.filter(({ kind }) => kind === 'yaml');
  const workflow = parse(yaml?.text ?? '');
  expect(workflow.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }]);
  expect(workflow.permissions).toEqual({ contents: 'write' });
  const runs = workflow.jobs.snapshot.steps.flatMap(({ run }: { run?: string }) => run ?? []);
  expect(runs.slice(-2)).toEqual(['pipeline snapshot --if-due --commit', 'git push']);
});

test('the crontab has five fields and a command; the units have the sections of a oneshot service and its timer', () => {
  const [crontab] = BLOCKS.filter(({ kind }) => kind === 'crontab');
  expect(crontab?.text).toMatch(/^\d+ \d+ \* \* \* cd \/\S+ && pipeline snapshot [^%\n]*\n$/);
  const units = BLOCKS.filter(({ kind }) => kind === 'ini').map(({ text }) => text);
  const sections = units.map((text) => [...text.matchAll(/^\[(\w+)\]$/gm)].map(([, name]) => name));
  expect(sections).toEqual([
    ['Unit', 'Service'],
    ['Unit', 'Timer', 'Install'],
  ]);
  for (const text of units)
    for (const line of text.split('\n')) expect(line).toMatch(/^$|^\[\w+\]$|^[A-Z]\w+=\S.*$/);
});
