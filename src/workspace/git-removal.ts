// Which commits took the files of deals away, and where those files lay.

import { isDealId } from '../deal/id.ts';
import { idOf } from './deal-files.ts';
import { committedFiles, type Environment } from './git-plumbing.ts';
import { type CommitRange, type CommitStep, commitSteps } from './git-steps.ts';

export interface Removal {
  /** Undefined where it is not committed: the last commit still has the file. */
  readonly by: Pick<CommitStep, 'commit' | 'author' | 'atMs'> | undefined;
  /** Where the file lay, from the workspace's root. */
  readonly path: string;
}

export interface RemovalsAsked extends CommitRange {
  /** They were gone by then: the last removal up to then is told, else the first one after it. Left out: now. */
  wasBy?(atMs: number): boolean;
}

/** By id. Absent where there is no repository, or no commit ever had the file. */
export function removalsOf(
  root: string,
  env: Environment,
  ids: readonly string[],
  { until, after, wasBy }: RemovalsAsked,
): Map<string, Removal> {
  const wanted = new Set(ids.filter(isDealId));
  const found = new Map<string, Removal>();
  if (wanted.size === 0) return found;
  const paths = wanted.size > MOST_PATTERNS ? FOLDERS : [...wanted].flatMap(dealPaths);
  const steps =
    commitSteps(root, env, { until, after }, paths) ?? commitSteps(root, env, { until }, paths) ?? [];
  for (const { files, ...by } of steps) {
    for (const { path, after: content } of files) {
      const id = idOf(path);
      const isMoved = files.some((other) => other.after !== undefined && idOf(other.path) === id);
      if (content !== undefined || isMoved || !wanted.has(id)) continue;
      if (wasBy === undefined || wasBy(by.atMs) || !found.has(id)) found.set(id, { by, path });
    }
  }
  if (wasBy !== undefined) return found;
  for (const { path } of committedFiles(root, env, until, FOLDERS) ?? []) {
    if (wanted.has(idOf(path))) found.set(idOf(path), { by: undefined, path });
  }
  return found;
}

const FOLDERS = ['deals', 'archive'];
/** Git holds each changed file against each pattern. */
const MOST_PATTERNS = 50;

/** The paths at which a deal of that id may lie, as git takes them. */
export function dealPaths(id: string): string[] {
  return FOLDERS.map((folder) => `:(glob)${folder}/**/${id}.yaml`);
}
