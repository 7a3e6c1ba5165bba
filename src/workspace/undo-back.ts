// A record of a write against the workspace as it is: whether all is still as the write left it, and what would take
// it back. Reads, writes nothing.

import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { type DealFile, isDealPath, listDealFiles } from './deal-files.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { expectGiven, notGiven, readRegularFile, unreadable } from './read-file.ts';
import { fromBytes, type Hash, hashOf, type WriteRecord, type WrittenChange } from './undo-format.ts';
import type { FileChange } from './write-plan.ts';

/** More than any file that the tool writes. */
const MOST = 512 * 1024 * 1024;

/** A change with what takes it back, and the text before and after, for people. */
export interface Reversal {
  readonly change: WrittenChange;
  readonly back: FileChange;
  /** '' where there is no file, or it is a folder. */
  readonly now: string;
  readonly former: string;
}

export interface TakingBack {
  readonly reversals: readonly Reversal[];
  /** Paths at which something else is than the write left; none of it may be taken back then. */
  readonly differing: readonly string[];
}

/** What takes the write back, as far as all is as it left it. @throws Failure `io` */
export function takingBack(root: string, { changes }: WriteRecord): TakingBack {
  const reversals: Reversal[] = [];
  const differing: string[] = [];
  for (const change of changes) {
    const found = reversalOf(root, change);
    if (found.kind === 'as-left') reversals.push({ change, ...found.reversal });
    else differing.push(found.path);
  }
  return { reversals, differing };
}

/** Whether all is as it was before the write: it did not happen, or was taken back. @throws Failure `io` */
export function isAsBefore(root: string, { changes }: WriteRecord): boolean {
  return changes.every((change) => isUndone(root, change));
}

/**
 * Deal files of a write that did nothing but make files, where they lie elsewhere now, as it left them: a person moved
 * them. Reads every deal's file.
 * @throws Failure `io`: what can't be read may be one of them
 */
export function movedSince(root: string, { changes }: WriteRecord): readonly string[] {
  const made = changes.flatMap((change) =>
    change.kind === 'write' && change.before === null && isDealPath(change.path) ? [change.after] : [],
  );
  if (made.length === 0 || made.length < changes.length) return [];
  const isMade = ({ path }: DealFile) => made.includes(fileAt(root, path)?.hash ?? '');
  return listDealFiles(root)
    .files.filter(isMade)
    .map(({ path }) => path);
}

function isUndone(root: string, change: WrittenChange): boolean {
  switch (change.kind) {
    case 'write':
    case 'remove':
      return hashAt(root, change.path) === (change.before === null ? undefined : formerHash(change.before));
    case 'move':
      return hashAt(root, change.path) === change.after && hashAt(root, change.to) === undefined;
    case 'folder':
      return holds(root, change.path, change.before === null ? null : hashesOf(change.before));
  }
}

type Found =
  | { readonly kind: 'as-left'; readonly reversal: Omit<Reversal, 'change'> }
  | { readonly kind: 'changed'; readonly path: string };

function reversalOf(root: string, change: WrittenChange): Found {
  const { path } = change;
  const changed = (where = path) => ({ kind: 'changed', path: where }) as const;
  const asLeft = (back: FileChange, now = '', former = '') =>
    ({ kind: 'as-left', reversal: { back, now, former } }) as const;
  switch (change.kind) {
    case 'write': {
      const file = fileAt(root, path);
      if (file?.hash !== change.after) return changed();
      const { expected, text } = file;
      if (change.before === null) return asLeft({ kind: 'remove', path, expected }, text);
      const content = fromBytes(change.before);
      return asLeft({ kind: 'write', path, content, expected }, text, content.toString('utf8'));
    }
    case 'remove': {
      if (isThere(root, path)) return changed();
      const content = fromBytes(change.before);
      return asLeft(
        { kind: 'write', path, content, expected: 'absent', mode: change.mode },
        '',
        content.toString('utf8'),
      );
    }
    case 'move': {
      const file = fileAt(root, change.to);
      if (file?.hash !== change.after) return changed(change.to);
      if (isThere(root, path)) return changed();
      return asLeft({ kind: 'move', from: change.to, to: path, expected: file.expected });
    }
    case 'folder': {
      if (!holds(root, path, change.after)) return changed();
      if (change.before === null) return asLeft({ kind: 'remove-folder', path });
      const files = Object.entries(change.before).map(([name, bytes]) => ({
        name,
        content: fromBytes(bytes),
      }));
      return asLeft({ kind: 'folder', path, files, replace: change.after !== null });
    }
  }
}

/** Undefined where there is no file. @throws Failure `io` where the disk does not give it */
function fileAt(root: string, path: string) {
  const read = readRegularFile(join(root, path), MOST);
  expectGiven(read, path);
  if (read.kind !== 'read') return undefined;
  const expected: Fingerprint = fingerprintOf(read.stat);
  return { hash: hashOf(read.bytes), expected, text: read.bytes.toString('utf8') };
}

/** Undefined where nothing is there, '' where what is there is no file. */
function hashAt(root: string, path: string): Hash | undefined {
  return fileAt(root, path)?.hash ?? (isThere(root, path) ? '' : undefined);
}

function formerHash(bytes: string): Hash {
  return hashOf(fromBytes(bytes));
}

function hashesOf(files: Readonly<Record<string, string>>): Record<string, Hash> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, formerHash(bytes)]));
}

/** Whether the folder holds these files and nothing else; with null, whether there is none. */
function holds(root: string, path: string, files: Readonly<Record<string, Hash>> | null): boolean {
  if (files === null) return !isThere(root, path);
  const names = namesIn(root, path);
  if (names === undefined || names.length !== Object.keys(files).length) return false;
  return names.every((name) => Object.hasOwn(files, name) && hashAt(root, `${path}/${name}`) === files[name]);
}

function namesIn(root: string, path: string): string[] | undefined {
  try {
    return readdirSync(join(root, path));
  } catch (error) {
    if (isErrno(error, 'ENOENT') || isErrno(error, 'ENOTDIR')) return undefined;
    throw isErrno(error) ? notGiven(path, unreadable(error)) : error;
  }
}

/** @throws Failure `io` where the disk does not say */
function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isErrno(error, 'ENOTDIR')) return false; // a file is in the place of its folder
    throw isErrno(error) ? notGiven(path, unreadable(error)) : error;
  }
}
