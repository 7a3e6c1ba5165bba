// The journal of a write: which steps are left to do once all that they need lies beside its target. Written
// before the first step and removed after the last, so that a command that dies between is completed by the next.
// Not an undo journal: it knows what to do, not what was there before.

import { existsSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { makeDurable } from './durable.ts';
import { missingParents } from './inside.ts';
import { type Intent, isIntent, isJournal } from './journal-format.ts';
import { PRIVATE_FOLDER, privatePath, writePrivate } from './private-folder.ts';
import { applySteps, isLost, pathsOf, putBack, type Step } from './steps.ts';

const JOURNAL = 'journal.json';
const DRAFT = `${JOURNAL}.new`;
const INTENT = 'intent.json';

/** Whether a write was interrupted after its point of no return. */
export function isInterrupted(root: string): boolean {
  return existsSync(privatePath(root, JOURNAL));
}

/** Says what will be made. Needs no fsync: after a power cut a left temporary does no harm. */
export function writeIntent(root: string, intent: Intent): void {
  writePrivate(root, INTENT, JSON.stringify(intent));
}

/** Writes the steps down where nobody acts on them yet. */
export function draftJournal(root: string, steps: readonly Step[]): void {
  writePrivate(root, DRAFT, JSON.stringify({ format: 1, steps }), true);
}

/** The point of no return: from here on the steps will be done, by this process or another one. */
export function commitJournal(root: string): void {
  renameSync(privatePath(root, DRAFT), privatePath(root, JOURNAL));
  makeDurable([join(root, PRIVATE_FOLDER)]);
}

/** Does the steps, makes them last, and forgets them. @returns what was not done, a sentence each */
export function carryOut(root: string, steps: readonly Step[]): Sayable[] {
  const notes = applySteps(root, steps);
  const folders = new Set(steps.flatMap(pathsOf).map((path) => join(root, dirname(path))));
  makeDurable([...folders].filter((folder) => existsSync(folder)));
  tryTo(() => rmSync(privatePath(root, INTENT)));
  rmSync(privatePath(root, JOURNAL), { force: true });
  return notes;
}

/**
 * Takes back all that a write made where its steps were not begun. A folder that was set aside goes back; it is
 * removed only where its place is taken. What can't be removed now stays, and so does the intent, for the next command.
 * @returns whether all is gone
 * @throws Errno where putting back or removing the journal fails; then nothing is swept
 */
export function sweep(root: string, intent: Intent): boolean {
  for (const aside of intent.asides ?? []) putBack(root, aside);
  rmSync(privatePath(root, JOURNAL), { force: true });
  const made = [...intent.temporaries, ...(intent.asides ?? []).map(({ aside }) => aside)];
  for (const path of made) tryTo(() => rmSync(join(root, path), { recursive: true }));
  for (const path of [...intent.folders].reverse()) tryTo(() => rmdirSync(join(root, path)));
  tryTo(() => rmSync(privatePath(root, DRAFT)));
  if (made.some((path) => existsSync(join(root, path)))) return false;
  tryTo(() => rmSync(privatePath(root, INTENT)));
  return true;
}

/**
 * Completes or sweeps away what an interrupted command left. The caller holds the lock.
 * @returns what was found, a sentence each
 * @throws Errno where a step can't be done now; the journal stays
 */
export function recover(root: string): Sayable[] {
  const journal = read(root, JOURNAL);
  if (journal !== undefined) {
    if (!isJournal(journal) || !staysInside(root, journal.steps.flatMap(pathsOf)))
      return putAside(root, JOURNAL);
    const lost = journal.steps.filter((step) => isLost(root, step));
    if (lost.length > 0) return abandon(root, lost);
    const notes = carryOut(root, journal.steps);
    const count = journal.steps.length;
    const completed = said(
      'A command was interrupted while it wrote; {changes, plural, one {its change is} other {its {changes} changes are}} completed now.',
      { changes: count },
    );
    return [completed, ...notes];
  }
  const intent = read(root, INTENT);
  if (intent === undefined) return [];
  if (intent === null) {
    rmSync(privatePath(root, INTENT)); // it died before it was written, and so before anything was made
    return [];
  }
  if (!isIntent(intent) || !staysInside(root, pathsIn(intent))) return putAside(root, INTENT);
  return [
    sweep(root, intent)
      ? 'An interrupted command left temporary files; they are removed now.'
      : "An interrupted command left temporary files; they can't be removed now.",
  ];
}

/** To do the rest would remove files whose content was to stand elsewhere. What was there before stays. */
function abandon(root: string, lost: readonly Step[]): Sayable[] {
  renameSync(privatePath(root, JOURNAL), privatePath(root, `${JOURNAL}.abandoned`));
  const intent = read(root, INTENT);
  if (isIntent(intent) && staysInside(root, pathsIn(intent))) sweep(root, intent);
  const names = fewOf(lost.map(({ path }) => path));
  return [
    said(
      'A command was interrupted while it wrote, and what it was to write to {names} is gone since: the rest is not done, and nothing was removed.',
      { names },
    ),
  ];
}

/** Undefined where the file is not there, null where it is no JSON. */
function read(root: string, name: string): unknown {
  const path = privatePath(root, name);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pathsIn({ temporaries, folders, asides = [] }: Intent): string[] {
  return [...temporaries, ...folders, ...asides.flatMap(({ aside, path }) => [aside, path])];
}

function staysInside(root: string, paths: readonly string[]): boolean {
  const known = new Set<string>();
  try {
    for (const path of paths) missingParents(root, path, known);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

function putAside(root: string, name: string): Sayable[] {
  renameSync(privatePath(root, name), privatePath(root, `${name}.unreadable`));
  return [
    said('{file} is damaged. It is put aside as {name}.unreadable.', {
      file: `${PRIVATE_FOLDER}/${name}`,
      name,
    }),
  ];
}
