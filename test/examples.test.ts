// Every example in the help does what it says: it runs, in a fresh demo workspace under git, with the files of fixtures/.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERBS } from '../src/cli/verbs.ts';
import { cli } from './support/cli.ts';
import { wordsOf } from './support/words.ts';

let made = '';
const folders: string[] = [];
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'pipeline-examples-'));
  folders.push(made);
  const { status, stderr } = await cli('init . --demo', { cwd: made });
  if (status !== 0) throw new Error(stderr);
  for (const files of ['exports', 'activities', 'plan'])
    cpSync(join('fixtures', files), made, { recursive: true });
  commitAll(made, '2026-01-05T12:00:00Z');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 600_000);

/** Puts it under git, as of that moment. */
function commitAll(cwd: string, at: string): void {
  const who = {
    GIT_AUTHOR_NAME: 'Anna',
    GIT_AUTHOR_EMAIL: 'a@x',
    GIT_COMMITTER_NAME: 'Anna',
    GIT_COMMITTER_EMAIL: 'a@x',
  };
  const env = { ...process.env, ...who, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'begin'],
  ])
    execFileSync('git', words, { cwd, env });
}

/** The workspace as it was committed: of the folder that all share, since its index need not be made anew each time. */
function fresh({ verb, command }: (typeof examples)[number]): string {
  if (verb === 'init' || isBeginning(command) || verb.startsWith('git ')) {
    const folder = mkdtempSync(join(tmpdir(), 'pipeline-example-'));
    folders.push(folder);
    if (isBeginning(command)) cpSync('fixtures/exports', folder, { recursive: true });
    else if (verb !== 'init') cpSync(made, folder, { recursive: true });
    return folder;
  }
  execFileSync('git', ['reset', '--hard', '--quiet'], { cwd: made });
  execFileSync('git', ['clean', '-d', '--force', '--quiet'], { cwd: made });
  return made;
}

/** Whether it makes the workspace that it works on. */
function isBeginning(command: string): boolean {
  return command.startsWith('pipeline report --from');
}

const examples = VERBS.flatMap((verb) => verb.examples.map(({ command }) => ({ verb: verb.name, command })));

describe('each example of the help runs', () => {
  test('there are some for every verb', () => {
    for (const verb of VERBS) expect(verb.examples.length, verb.name).toBeGreaterThan(0);
  });

  test.each(examples)('$command', async ({ verb, command }) => {
    const [line = '', redirected] = command.split(' > ');
    const [program, ...words] = wordsOf(line);
    expect(program).toBe('pipeline');
    const cwd = fresh({ verb, command });
    // The plan that the demo's deals make, decided on; it names their versions.
    if (words.includes('--apply')) cpSync('fixtures/clean/clean.yaml', join(cwd, 'clean.yaml'));
    if (verb === 'undo') await cli('archive restore prosna-fittings-erp', { cwd }); // what is to be taken back
    if (verb === 'review stats' || words.some((word) => word.startsWith('reviews/')))
      await cli('review --sheet', { cwd }); // the sheet that it reads
    const { status, stdout, stderr } = await cli(words, { cwd, env: { EDITOR: 'true' } });
    // 1 is what a gate is for; anything above is an example that doesn't work.
    expect(status, stderr).toBeLessThanOrEqual(1);
    if (redirected === undefined) expect(stdout).not.toBe('');
  });
});
