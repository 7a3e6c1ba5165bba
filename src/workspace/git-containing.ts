// Which commits were there already at others: what a snapshot's commit contains was written before the snapshot.

import { type Environment, gitSays } from './git-plumbing.ts';

/**
 * Of each commit that HEAD has, the place of the first of these that contains it; one that none of them contains is
 * absent. One that HEAD does not have contains nothing. Undefined where git can't tell.
 */
export function firstContaining(
  root: string,
  env: Environment,
  commits: readonly string[],
): ReadonlyMap<string, number> | undefined {
  const said = gitSays(root, env, ['rev-list', '--parents', '--end-of-options', 'HEAD'])?.toString('utf8');
  if (said === undefined) return undefined;
  const parents = new Map<string, readonly string[]>();
  for (const line of said.split('\n')) {
    const [commit = '', ...own] = line.split(' ');
    parents.set(commit, own);
  }
  const places = new Map<string, number>();
  for (const [place, tip] of commits.entries()) {
    const open = [tip];
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      const own = parents.get(commit);
      if (own === undefined || places.has(commit)) continue;
      places.set(commit, place);
      open.push(...own);
    }
  }
  return places;
}
