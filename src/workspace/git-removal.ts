// Which commit took a deal's file away, and how to bring it back.

import { isDealId } from '../deal/id.ts';
import { type Environment, gitSays } from './git-plumbing.ts';

export interface Removal {
  readonly commit: string;
  readonly author: string;
  /** When it was committed, in milliseconds. */
  readonly atMs: number;
  /** Where the file lay, from the workspace's root. */
  readonly path: string;
}

/** The commit, or undefined where there is no repository, or the file is in its last commit, or never was in any. */
export function removalOf(root: string, env: Environment, id: string): Removal | undefined {
  if (!isDealId(id)) return undefined;
  const files = [`:(glob)deals/**/${id}.yaml`, `:(glob)archive/**/${id}.yaml`];
  const words = ['rev-list', '-1', '--format=%ct%x00%an', '--end-of-options', 'HEAD', '--', ...files];
  const said = gitSays(root, env, words)?.toString('utf8');
  const [, commit, seconds, author] = /^commit ([0-9a-f]{40,64})\n(\d+)\0(.*)\n/.exec(said ?? '') ?? [];
  if (commit === undefined || seconds === undefined || author === undefined) return undefined;
  const path = [...pathsIn(root, env, `${commit}^`, id)].find(
    (one) => !pathsIn(root, env, commit, id).has(one),
  );
  return path === undefined ? undefined : { commit, author, atMs: Number(seconds) * 1000, path };
}

function pathsIn(root: string, env: Environment, commit: string, id: string): Set<string> {
  const words = ['ls-tree', '-rz', '--name-only', '--end-of-options', commit, 'deals', 'archive'];
  const names = gitSays(root, env, words)?.toString('utf8').split('\0') ?? [];
  return new Set(names.filter((name) => name.endsWith(`/${id}.yaml`)));
}
