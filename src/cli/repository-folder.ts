// Where the workspace lies in its repository: CI services want paths from there.

import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { tryTo } from '../base/errno.ts';
import { type Environment, gitSays } from '../workspace/git-plumbing.ts';

/** The folders that CI services check a repository out into, by the variable that says so. */
const CHECKED_OUT = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/**
 * The workspace's folder within the repository with a slash behind it; '' where it is its root, or lies in none.
 * @param root absolute
 */
export function folderInRepository(root: string, env: Environment): string {
  for (const name of CHECKED_OUT) {
    const checkedOut = env[name] ?? '';
    const folder = checkedOut === '' ? undefined : folderIn(checkedOut, root);
    if (folder !== undefined) return folder;
  }
  return gitSays(root, env, ['rev-parse', '--show-prefix'])?.toString('utf8').replace(/\n$/, '') ?? '';
}

function folderIn(repository: string, root: string): string | undefined {
  const folder = relative(real(repository), real(root)).replaceAll('\\', '/');
  if (folder === '') return '';
  return folder === '..' || folder.startsWith('../') || folder.startsWith('/') ? undefined : `${folder}/`;
}

/** Without the links on the way, which git and the service may see differently. */
function real(path: string): string {
  let found = path;
  tryTo(() => {
    found = realpathSync(path);
  });
  return found;
}
