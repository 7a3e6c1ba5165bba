// What must hold when a command was killed or has failed: the next ones work, and find all that it did or nothing.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { filesIn } from '../workspace-files/folder.ts';
import { inProcess } from './built.ts';
import { type Company, NEXT_DAY } from './company.ts';

const LIST = ['list', '--all', '--format', 'json'];
const WRITE = ['snapshot', '--allow-old-source'];
const VERIFY = ['snapshot', 'verify', '--all'];
const INTERRUPTED =
  /^A command was interrupted while it wrote; its (change is|\d+ changes are) completed now\.$/;
const SWEPT = 'An interrupted command left temporary files; they are removed now.';

const OWN_FILES = ['.gitignore', 'clock', 'index.db', 'lock', 'undo'];

const next = (words: readonly string[], root: string) => inProcess(words, root, NEXT_DAY);

/** What people can see of a workspace, and what the program says is in it. */
interface State {
  readonly files: Readonly<Record<string, string>>;
  readonly listed: string;
}

export interface States {
  readonly before: State;
  readonly after: State;
}

/** Files by path, but for the moment at which a snapshot was taken, which the second one of a day has in its name. */
export function visibleFiles(root: string): Record<string, string> {
  const timeless = (text: string) => text.replace(/\b(\d{4}-\d{2}-\d{2})T\d{4}\b/g, '$1T…');
  const entries = Object.entries(filesIn(root)).map(([path, text]) => [
    timeless(path),
    timeless(path.endsWith('/snapshot.yaml') ? text.replace(/^taken_at: .*$/m, 'taken_at: …') : text),
  ]);
  return Object.fromEntries(entries);
}

async function stateOf(root: string): Promise<State> {
  return { files: visibleFiles(root), listed: (await next(LIST, root)).stdout };
}

/** The states around a job, with what its being done gave. */
export async function statesAround<Done>(
  { root, reset }: Company,
  doIt: () => Done | Promise<Done>,
): Promise<States & { readonly done: Done }> {
  reset();
  const done = await doIt();
  const after = await stateOf(root);
  reset();
  return { done, after, before: await stateOf(root) };
}

type Files = State['files'];

/** The paths at which the two are not the same. */
export function differences(some: Files, others: Files): readonly string[] {
  const paths = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...paths].filter((path) => some[path] !== others[path]);
}

/** What a command left that did not end as it should. */
function leftIn(root: string): 'journal' | 'intent' | 'nothing' {
  const at = (name: string) => join(root, '.pipeline', name);
  if (existsSync(at('journal.json'))) return 'journal';
  const isIntent = existsSync(at('intent.json')) && readFileSync(at('intent.json'), 'utf8').endsWith('}');
  return isIntent ? 'intent' : 'nothing';
}

/** What the next commands found, and the files but for those that they made. */
async function goOn(root: string, at: string) {
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
  expect((await next(VERIFY, root)).status, at).toBe(0);
  expect(readdirSync(join(root, '.pipeline')).sort(), at).toEqual(OWN_FILES);
  expect(readdirSync(join(root, '.pipeline/undo')).join(), at).toMatch(/^\d{8}\.json(,\d{8}\.json)*$/);
  return { files, listed: read.stdout };
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
): Promise<'before' | 'after'> {
  const { files, listed } = await goOn(root, at);
  const [fromBefore, fromAfter] = [differences(files, before.files), differences(files, after.files)];
  const which = fromAfter.length < fromBefore.length ? 'after' : 'before';
  const [state, from] = which === 'after' ? [after, fromAfter] : [before, fromBefore];
  expect(from, at).toEqual([]);
  expect(listed, at).toBe(state.listed);
  return which;
}

/** The same where a command went on without a deal that it could not read: each deal is as before or as after. */
export async function lookAfterReading(root: string, states: States, at: string): Promise<void> {
  const { files } = await goOn(root, at);
  const { before, after } = { before: states.before.files, after: states.after.files };
  const odd = Object.keys(files).filter(
    (path) => isDeal(path) && files[path] !== before[path] && files[path] !== after[path],
  );
  expect(odd, at).toEqual([]);
  const deals = (of: Files) =>
    Object.keys(of)
      .filter(isDeal)
      .map((path) => basename(path));
  const found = deals(files);
  expect(new Set(found).size, at).toBe(found.length);
  const kept = deals(before).filter((name) => deals(after).includes(name)); // a deal may get another name
  expect(
    kept.filter((name) => !found.includes(name)),
    at,
  ).toEqual([]);
}

function isDeal(path: string): boolean {
  return /^(deals|archive)\//.test(path);
}
