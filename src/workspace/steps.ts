// The steps of a write once all that it needs lies beside its target: renames and removals, each done or not,
// never half. Doing them again changes nothing, so that an interrupted run can be completed by another one.

import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tryTo } from '../base/errno.ts';
import { type Said, said } from '../base/said.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';

/** What must be at a path for a step to be done: the file that was looked at, nothing, or whatever is there. */
export type Expected = Fingerprint | 'absent' | 'any';

export type Step =
  | { readonly kind: 'put'; readonly temporary: string; readonly path: string; readonly expected: Expected }
  | { readonly kind: 'move'; readonly from: string; readonly path: string; readonly expected: Expected }
  | { readonly kind: 'remove'; readonly path: string; readonly expected: Expected }
  /** `aside`: where a folder of that name goes before it is removed; '' where there must be none. */
  | {
      readonly kind: 'put-folder';
      readonly temporary: string;
      readonly path: string;
      readonly aside: string;
    }
  /** `aside`: where the folder goes before it is removed. */
  | { readonly kind: 'remove-folder'; readonly path: string; readonly aside: string };

/** Where the folder of a path is set aside while another one takes its place. */
export interface Aside {
  readonly aside: string;
  readonly path: string;
}

/** The folders that the steps set aside. */
export function asidesOf(steps: readonly Step[]): readonly Aside[] {
  return steps.flatMap((step) =>
    'aside' in step && step.aside !== '' ? [{ aside: step.aside, path: step.path }] : [],
  );
}

/** Whether the steps are more than one rename or removal, so that they can be left half done. */
export function needJournal(steps: readonly Step[]): boolean {
  return steps.length > 1 || asidesOf(steps).length > 0;
}

/** Whether the step has been done: what it starts from is gone. */
export function isDone(root: string, step: Step): boolean {
  switch (step.kind) {
    case 'put':
    case 'put-folder':
      return !isThere(root, step.temporary);
    case 'move':
      return !isThere(root, step.from);
    case 'remove':
    case 'remove-folder':
      return !isThere(root, step.path);
  }
}

/**
 * Whether what the step was to put in its place is gone, and it has not been done: somebody took the temporary away.
 * Where whatever was there may be replaced, nobody can tell.
 */
export function isLost(root: string, step: Step): boolean {
  if (step.kind === 'put-folder') return !isThere(root, step.temporary) && !isThere(root, step.path);
  if (step.kind !== 'put' || step.expected === 'any' || isThere(root, step.temporary)) return false;
  return isAsExpected(root, step.path, step.expected);
}

/** Puts a folder back that was set aside and has no successor in its place. @throws Errno */
export function putBack(root: string, { aside, path }: Aside): void {
  if (isThere(root, aside) && !isThere(root, path)) renameSync(join(root, aside), join(root, path));
}

/** Whether what is at the path is what was expected there. */
export function isAsExpected(root: string, path: string, expected: Expected): boolean {
  if (expected === 'any') return true;
  const stat = lstatSync(join(root, path), { bigint: true, throwIfNoEntry: false });
  return expected === 'absent' ? stat === undefined : stat !== undefined && fingerprintOf(stat) === expected;
}

/** The paths that the step needs to be as they were, with how they were. */
export function conditionsOf(step: Step): readonly { readonly path: string; readonly expected: Expected }[] {
  switch (step.kind) {
    case 'put':
    case 'remove':
      return [step];
    case 'move':
      return [
        { path: step.from, expected: step.expected },
        { path: step.path, expected: 'absent' },
      ];
    case 'put-folder':
      return step.aside === '' ? [{ path: step.path, expected: 'absent' }] : [];
    case 'remove-folder':
      return [];
  }
}

/** Every path that the step touches. */
export function pathsOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'put':
      return [step.path, step.temporary];
    case 'move':
      return [step.path, step.from];
    case 'remove':
      return [step.path];
    case 'put-folder':
      return [step.path, step.temporary, ...(step.aside === '' ? [] : [step.aside])];
    case 'remove-folder':
      return [step.path, step.aside];
  }
}

/**
 * Does the steps in order. What a person saved since the write was decided on wins: their file stays, and ours
 * is kept in `.pipeline/kept/`.
 * @returns what was not done, a sentence each
 * @throws Errno at the first step that the operating system refuses
 */
export function applySteps(root: string, steps: readonly Step[]): Said[] {
  return steps.flatMap((step) => apply(root, step) ?? []);
}

function apply(root: string, step: Step): Said | undefined {
  switch (step.kind) {
    case 'put':
      if (!isThere(root, step.temporary)) return undefined; // done before
      if (!isAsExpected(root, step.path, step.expected)) return keep(root, step);
      renameSync(join(root, step.temporary), join(root, step.path));
      return undefined;
    case 'move':
      if (!isThere(root, step.from)) return undefined;
      if (conditionsOf(step).some(({ path, expected }) => !isAsExpected(root, path, expected)))
        return said('{path} was saved by someone else meanwhile and stays where it is.', { path: step.from });
      renameSync(join(root, step.from), join(root, step.path));
      return undefined;
    case 'remove':
      if (!isThere(root, step.path)) return undefined;
      if (!isAsExpected(root, step.path, step.expected))
        return said('{path} was saved by someone else meanwhile and stays.', { path: step.path });
      unlinkSync(join(root, step.path));
      return undefined;
    case 'put-folder':
      return putFolder(root, step);
    case 'remove-folder':
      return removeFolder(root, step);
  }
}

function putFolder(root: string, step: Step & { kind: 'put-folder' }): Said | undefined {
  const { temporary, path, aside } = step;
  if (isThere(root, temporary)) {
    if (aside === '') {
      if (isThere(root, path)) return keep(root, step);
    } else if (isThere(root, path) && !isThere(root, aside)) {
      renameSync(join(root, path), join(root, aside));
    }
    try {
      renameSync(join(root, temporary), join(root, path));
    } catch (error) {
      if (aside !== '') tryTo(() => putBack(root, step)); // until it can be done, the old one stands
      throw error;
    }
  }
  if (aside !== '') rmSync(join(root, aside), { recursive: true, force: true });
  return undefined;
}

/** Out of the way in one rename, so that nobody sees half of it. */
function removeFolder(root: string, { path, aside }: Aside): undefined {
  if (isThere(root, path) && !isThere(root, aside)) renameSync(join(root, path), join(root, aside));
  rmSync(join(root, aside), { recursive: true, force: true });
}

function keep(
  root: string,
  { temporary, path }: { readonly temporary: string; readonly path: string },
): Said {
  const kept = join(PRIVATE_FOLDER, 'kept');
  mkdirSync(join(root, kept), { recursive: true });
  let name = basename(path);
  for (let copy = 2; existsSync(join(root, kept, name)); copy++) name = `${copy}-${basename(path)}`;
  renameSync(join(root, temporary), join(root, kept, name));
  return said(
    '{path} was saved by someone else meanwhile and stays as it is; what was to be written is in {kept}.',
    { path, kept: `${kept}/${name}` },
  );
}

function isThere(root: string, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}
