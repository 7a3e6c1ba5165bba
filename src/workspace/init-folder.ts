// Makes a folder into a workspace: refuses where anything is in the way, and writes all of it or nothing.

import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { findWorkspace } from './find.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type InitFile, withLines } from './init.ts';
import { withLock } from './lock.ts';
import { commitFiles } from './transaction.ts';
import { fromBytes, toBytes } from './undo-format.ts';
import type { FileChange } from './write-plan.ts';

type Write = Extract<FileChange, { kind: 'write' }>;

/**
 * Writes the files of a new workspace.
 * @param root absolute; made where it is not there
 * @returns the paths written, and those left as they are
 * @throws Failure `already-exists`, with all that is in the way
 */
export async function writeWorkspace(
  root: string,
  files: readonly InitFile[],
  now: Date,
): Promise<{ written: string[]; kept: string[] }> {
  refuseInside(root);
  refuseInTheWay(root, files);
  mkdirSync(root, { recursive: true });
  return withLock(root, { command: 'init', now }, async () => {
    const changes = files.flatMap((file) => changeFor(root, file) ?? []);
    await commitFiles(root, changes);
    const written = changes.map((change) => change.path);
    return { written, kept: files.map(({ path }) => path).filter((path) => !written.includes(path)) };
  });
}

function refuseInside(root: string): void {
  const around = findWorkspace(dirname(root));
  if (around === undefined) return;
  throw new Failure(
    'already-exists',
    said('{root} lies inside of the workspace {around}.', { root, around }),
    {
      hint: 'Work in that one, or make a new one outside of it: pipeline init ELSEWHERE',
    },
  );
}

function refuseInTheWay(root: string, files: readonly InitFile[]): void {
  const inTheWay = new Set<string>();
  if (isOtherThanFolder(root)) inTheWay.add(root);
  for (const { path, present } of files) {
    const folder = dirname(path);
    if (folder !== '.' && isOtherThanFolder(join(root, folder))) inTheWay.add(folder);
    else if (present === 'in-the-way' && statAt(join(root, path)) !== undefined) inTheWay.add(path);
    else if (present === 'add-lines' && isOtherThanFile(join(root, path))) inTheWay.add(path);
  }
  if (inTheWay.size === 0) return;
  const isWorkspace = inTheWay.has('pipeline.yaml');
  throw new Failure(
    'already-exists',
    said('In the way {count, plural, one {is} other {are}} {names} (in {root}).', {
      count: inTheWay.size,
      names: namesOf(inTheWay),
      root,
    }),
    {
      hint: isWorkspace
        ? 'This is a workspace already: pipeline status. Nothing was written.'
        : 'Nothing was written. Move it away, or choose another folder: pipeline init FOLDER',
    },
  );
}

const MOST_NAMED = 5;

function namesOf(paths: ReadonlySet<string>): string {
  const named = [...paths].slice(0, MOST_NAMED).join(', ');
  return paths.size > MOST_NAMED ? `${named} and ${paths.size - MOST_NAMED} more` : named;
}

function isOtherThanFolder(path: string): boolean {
  const stat = statAt(path);
  return stat !== undefined && !stat.isDirectory();
}

function isOtherThanFile(path: string): boolean {
  const stat = statAt(path);
  return stat !== undefined && !stat.isFile();
}

/** Undefined too where a part of the path above is no folder. */
function statAt(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function changeFor(root: string, { path, text, present }: InitFile): Write | undefined {
  const target = join(root, path);
  const stat = lstatSync(target, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'write', path, content: text, expected: 'absent' };
  if (present !== 'add-lines') return undefined;
  const bytes = withLines(toBytes(readFileSync(target)), text);
  if (bytes === undefined) return undefined;
  return { kind: 'write', path, content: fromBytes(bytes), expected: fingerprintOf(stat) };
}
