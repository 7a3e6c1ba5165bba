// The workspace's git repository, as far as snapshots care: which commit it stands at, whether deals differ from
// it, and committing a snapshot where a person asked for it.

import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Message } from '../words/message.ts';
import { listDealFiles } from './deal-files.ts';
import { blobId, committedFiles, type Environment, gitSays } from './git-plumbing.ts';

export interface Head {
  /** The commit's id; '' where there is no repository, no commit or no git. */
  readonly commit: string;
  /** Whether a deal, archived ones too, differs from the commit. */
  readonly dirty: boolean;
}

/** Where the workspace's repository stands. */
export function headOf(root: string, env: Environment): Head {
  const head = gitSays(root, env, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}']);
  const commit = head?.toString('utf8').trim() ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return { commit: '', dirty: false };
  return { commit, dirty: differs(root, commit, env) };
}

function differs(root: string, commit: string, env: Environment): boolean {
  const tree = committedFiles(root, env, commit, ['deals', 'archive']);
  if (tree === undefined) return true;
  const deals = tree.filter(({ path }) => path.endsWith('.yaml'));
  const committed = new Map(deals.map((file) => [file.path, file]));
  const { files } = listDealFiles(root);
  if (files.length !== committed.size) return true;
  const isOther = ({ path }: { readonly path: string }) => {
    const blob = committed.get(path);
    return blob === undefined || lstatSync(join(root, path)).size !== blob.size;
  };
  const idOf = (path: string) => blobId(readFileSync(join(root, path)), commit);
  return files.some(isOther) || files.some(({ path }) => committed.get(path)?.id !== idOf(path));
}

/** Why git can tell nothing of the workspace, and what would mend that; undefined where it can. */
export function repositoryLacking(
  root: string,
  env: Environment,
): { readonly what: Message; readonly mend: Message } | undefined {
  const inside = gitSays(root, env, ['rev-parse', '--is-inside-work-tree']);
  if (inside?.toString('utf8').trim() === 'true') return undefined;
  const { error } = spawnSync('git', ['--version'], { env: { ...env }, stdio: 'ignore' });
  return isErrno(error, 'ENOENT')
    ? { what: 'git is not installed.', mend: 'Install it' }
    : { what: 'The workspace is in no git repository.', mend: 'git init makes one' };
}

/**
 * Makes sure that a folder can be committed, before anything is written.
 * @throws Failure `usage` where there is no git, no repository, or git ignores the folder
 */
export function assertCanCommit(root: string, folder: string, env: Environment): void {
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    const { what, mend } = lacking;
    throw new Failure('usage', said('--commit: {what}', { what: said(what) }), {
      hint: said('{mend}, or leave out --commit.', { mend: said(mend) }),
    });
  }
  if (
    gitSays(root, env, ['check-ignore', '--quiet', '--no-index', '--', `${folder}/snapshot.yaml`]) !==
    undefined
  ) {
    throw new Failure('usage', said('--commit: git ignores {folder}.', { folder }), {
      hint: 'Take it out of .gitignore: snapshots belong to the truth that git keeps.',
    });
  }
}

/**
 * Commits one folder and nothing else, as a person would: with the team's hooks.
 * @returns the commit's id
 * @throws Failure `io` with what git says; the folder stands
 */
export function commitFolder(root: string, folder: string, message: string, env: Environment): string {
  const run = (words: readonly string[], input = '') =>
    spawnSync('git', ['--literal-pathspecs', ...words], {
      cwd: root,
      env: { ...env },
      input,
      encoding: 'utf8',
    });
  const added = run(['add', '--', folder]);
  const done =
    added.status === 0 ? run(['commit', '--quiet', '--only', '--file=-', '--', folder], message) : added;
  if (done.status !== 0) {
    const output = `${done.stderr ?? ''}\n${done.stdout ?? ''}`.trim().split('\n').slice(0, 5).join(' · ');
    throw new Failure(
      'io',
      said('{folder} is taken, but git did not commit it: {output}', { folder, output }),
      {
        hint: said('When that is mended: git add {folder} && git commit --only -- {folder}', { folder }),
      },
    );
  }
  return headCommit(root, env);
}

function headCommit(root: string, env: Environment): string {
  return (
    gitSays(root, env, ['rev-parse', '--verify', '--end-of-options', 'HEAD'])?.toString('utf8').trim() ?? ''
  );
}
