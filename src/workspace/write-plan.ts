// What a list of changes comes to: which temporaries to make, which folders, and which steps are then left.
// Looks at the workspace, changes nothing.

import { lstatSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { missingParents } from './inside.ts';
import { type Intent, temporaryBeside } from './journal-format.ts';
import { asidesOf, type Expected, type Step } from './steps.ts';

/** Paths are from the workspace's root, with forward slashes. */
export type FileChange =
  /** Makes a file or replaces it whole. */
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly content: string | Uint8Array;
      readonly expected: Expected;
      /** The permissions of a file that is made, where they are those of another one; one that is replaced keeps its own. */
      readonly mode?: number | undefined;
    }
  /** Renames a file. There must be none at `to`. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly expected: Expected }
  | { readonly kind: 'remove'; readonly path: string; readonly expected: Expected }
  /** Makes a folder whole, in one step; `replace` takes the place of one of that name, else there must be none. */
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly files: readonly { readonly name: string; readonly content: string | Uint8Array }[];
      readonly replace?: boolean;
      /** Called with the folder's temporary path once it is on disk; what it throws stops everything. */
      readonly verify?: (folder: string) => void;
    }
  /** Takes a folder away with all that is in it, in one step. */
  | { readonly kind: 'remove-folder'; readonly path: string };

type Content = string | Uint8Array;

/** A temporary to make: a file, or a folder with its files. */
export interface StagedItem {
  readonly temporary: string;
  readonly path: string;
  readonly content: Content | readonly { readonly name: string; readonly content: Content }[];
  /** Of the file that it replaces, whose mode and owner it takes over. */
  readonly replaces?: Stats | undefined;
  /** Of a file that replaces none. */
  readonly mode?: number | undefined;
  readonly verify?: ((folder: string) => void) | undefined;
}

export interface WritePlan {
  readonly items: readonly StagedItem[];
  readonly intent: Intent;
  readonly steps: readonly Step[];
  /** Folders that get a new folder in them. */
  readonly foldersAbove: readonly string[];
}

/**
 * The plan for the changes.
 * @throws Failure `usage` for a path outside of the workspace, `io` where something else than a file is in the
 *   way; Error where two changes concern one path
 */
export function planOf(root: string, changes: readonly FileChange[]): WritePlan {
  const known = new Set<string>();
  const folders: string[] = [];
  const paths = new Set<string>();
  const items: StagedItem[] = [];
  const steps: Step[] = [];
  for (const [place, change] of changes.entries()) {
    for (const path of change.kind === 'move' ? [change.from, change.to] : [change.path]) {
      if (paths.has(path)) throw new Error(`two changes concern ${path}`);
      paths.add(path);
      const missing = missingParents(root, path, known);
      if (!isRemoval(change) && path !== sourceOf(change)) folders.push(...missing);
    }
    const { item, step } = stepFor(root, change, place, changes.length);
    steps.push(step);
    if (item !== undefined) items.push(item);
  }
  return {
    items,
    intent: { temporaries: items.map(({ temporary }) => temporary), folders, asides: asidesOf(steps) },
    steps,
    foldersAbove: [...new Set(folders.map((folder) => dirname(folder)))],
  };
}

function isRemoval({ kind }: FileChange): boolean {
  return kind === 'remove' || kind === 'remove-folder';
}

function sourceOf(change: FileChange): string | undefined {
  return change.kind === 'move' ? change.from : undefined;
}

function stepFor(
  root: string,
  change: FileChange,
  place: number,
  count: number,
): { item?: StagedItem; step: Step } {
  switch (change.kind) {
    case 'move':
      return { step: { kind: 'move', from: change.from, path: change.to, expected: change.expected } };
    case 'remove':
      return { step: change };
    case 'remove-folder':
      return { step: { ...change, aside: freeAside(root, change.path, place, count) } };
    case 'write': {
      const { path, content, expected, mode } = change;
      const temporary = temporaryBeside(path, 2 * place);
      return {
        item: { temporary, path, content, replaces: fileAt(root, path), mode },
        step: { kind: 'put', temporary, path, expected },
      };
    }
    case 'folder': {
      const { path, files, verify } = change;
      const temporary = temporaryBeside(path, 2 * place);
      const aside = change.replace === true ? freeAside(root, path, place, count) : '';
      return {
        item: { temporary, path, content: files, verify },
        step: { kind: 'put-folder', temporary, path, aside },
      };
    }
  }
}

/** A name that nothing has: what lies there may be all that is left of something. Odd, and no other change's. */
function freeAside(root: string, path: string, place: number, count: number): string {
  for (let n = place; ; n += count) {
    const aside = temporaryBeside(path, 2 * n + 1);
    if (lstatSync(join(root, aside), { throwIfNoEntry: false }) === undefined) return aside;
  }
}

/** The file that a write replaces. @throws Failure `io` where something else is there */
function fileAt(root: string, path: string): Stats | undefined {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined || stat.isFile()) return stat;
  const what = stat.isSymbolicLink()
    ? 'a symbolic link'
    : stat.isDirectory()
      ? 'a folder'
      : 'no regular file';
  throw new Failure('io', said("{path} can't be written: it is {what}.", { path, what }), {
    hint: 'Move it out of the way, and run the command again.',
  });
}
