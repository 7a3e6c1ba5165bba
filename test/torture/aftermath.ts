// What must hold when a command was killed or has failed: the next ones work, and find all that it did or nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type CliResult, cli } from '../support/cli.ts';
import { filesIn } from '../workspace-files/folder.ts';
import { type Job, NEXT_DAY } from './company.ts';
import { pipeline, type Ran } from './pipeline.ts';

const LIST = ['list', '--all', '--format', 'json'];
const WRITE = ['snapshot', '--allow-old-source'];
const VERIFY = ['snapshot', 'verify', '--all'];
const INTERRUPTED = /^A command was interrupted while it wrote; its (change is|\d+ changes are) completed now\.$/;
const SWEPT = 'An interrupted command left temporary files; they are removed now.';

/** How the commands that come next are run. */
export type Next = (words: readonly string[], root: string) => Ran | Promise<CliResult>;
export const asProcess: Next = (words, root) => pipeline(words, root, NEXT_DAY);
export const inProcess: Next = (words, root) => cli(words, { cwd: root, today: NEXT_DAY });

/** What people can see of a workspace, and what the program says is in it. */
export interface State {
  readonly files: Readonly<Record<string, string>>;
  readonly listed: string;
}

export interface States {
  readonly before: State;
  readonly after: State;
}

/** Files by path, but for the moment at which a snapshot was taken. */
export function visibleFiles(root: string): Record<string, string> {
  const entries = Object.entries(filesIn(root)).map(([path, text]) => [
    path,
    path.endsWith('/snapshot.yaml') ? text.replace(/^taken_at: .*$/m, 'taken_at: …') : text,
  ]);
  return Object.fromEntries(entries);
}

export async function stateOf(root: string): Promise<State> {
  return { files: visibleFiles(root), listed: (await inProcess(LIST, root)).stdout };
}

/** The states around a job, which is done by it. */
export async function statesAround({ words, today }: Job, root: string): Promise<States> {
  const before = await stateOf(root);
  const { status, stderr } = await cli(words, { cwd: root, today });
  expect(status, stderr).toBe(0);
  return { before, after: await stateOf(root) };
}

/** What a command left that did not end as it should. */
function leftIn(root: string): 'journal' | 'intent' | 'nothing' {
  const at = (name: string) => join(root, '.pipeline', name);
  if (existsSync(at('journal.json'))) return 'journal';
  const isIntent = existsSync(at('intent.json')) && readFileSync(at('intent.json'), 'utf8').endsWith('}');
  return isIntent ? 'intent' : 'nothing';
}

/**
 * Runs a command that reads and one that writes, and looks at everything.
 * @param at what happened, for messages
 * @returns which of the two states they found, whole
 */
export async function lookAfter(
  root: string,
  { before, after }: States,
  at: string,
  next: Next,
): Promise<'before' | 'after'> {
  const left = leftIn(root);
  const read = await next(LIST, root);
  const written = await next(WRITE, root);
  for (const ran of [read, written]) expect({ at, ...ran, stdout: '' }).toMatchObject({ at, status: 0 });
  const [said, saidThen] = [read.stderr.trimEnd(), written.stderr.trimEnd()];
  if (left === 'journal') expect(said, at).toMatch(INTERRUPTED);
  else expect(said, at).toBe('');
  expect(saidThen, at).toBe(left === 'intent' ? SWEPT : '');

  const files = visibleFiles(root);
  const own = Object.keys(files).filter((path) => path.startsWith(`snapshots/${NEXT_DAY}/`));
  expect(own, at).toHaveLength(4);
  for (const path of own) delete files[path];
  const which = JSON.stringify(files) === JSON.stringify(after.files) ? 'after' : 'before';
  const state = which === 'after' ? after : before;
  expect(files, at).toEqual(state.files);
  expect(read.stdout, at).toBe(state.listed);
  expect((await inProcess(VERIFY, root)).status, at).toBe(0);
  expect(readdirSync(join(root, '.pipeline')).sort(), at).toEqual([
    '.gitignore',
    'clock',
    'index.db',
    'lock',
  ]);
  return which;
}
