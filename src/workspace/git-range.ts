// The two ends that a person means by BASE..HEAD, BASE...HEAD or BASE. What they type is never taken for an option.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { repositoryLacking } from './git.ts';
import { momentOf } from './git-log.ts';
import type { PastCommit } from './git-past.ts';
import { type Environment, gitSays, isId } from './git-plumbing.ts';

export interface RevisionRange {
  readonly base: PastCommit;
  /** Undefined: the work tree. */
  readonly head: PastCommit | undefined;
}

/**
 * BASE..HEAD are the two as they are; BASE...HEAD goes from where the two parted, as a change request does; BASE alone
 * to the work tree. An end that is left out of the first two is HEAD.
 * @throws Failure `usage` where git does not know them, or there is none to ask
 */
export function revisionRange(root: string, env: Environment, text: string): RevisionRange {
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    const { what, mend } = lacking;
    throw new Failure('usage', `--git: ${what}`, {
      hint: `${mend}. Without it a diff is between snapshots: pipeline diff`,
    });
  }
  const [, left = '', dots, right = ''] = /^(.*?)(\.\.\.?)(.*)$/s.exec(text) ?? [];
  if (dots === undefined) return { base: commitNamed(root, env, text), head: undefined };
  const [base, head] = [left, right].map((word) => commitNamed(root, env, word === '' ? 'HEAD' : word));
  if (base === undefined || head === undefined) throw new RangeError('two words, two commits');
  return { base: dots === '...' ? parting(root, env, base, head, text) : base, head };
}

function commitNamed(root: string, env: Environment, word: string): PastCommit {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`];
  const id = word === '' ? undefined : gitSays(root, env, words)?.toString('utf8').trim();
  const commit = id !== undefined && isId(id) ? dated(root, env, id) : undefined;
  if (commit !== undefined) return commit;
  const refs = ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags'];
  const names = gitSays(root, env, refs)?.toString('utf8').trim().split('\n') ?? [];
  const fetch =
    'git branch --all lists the branches; git fetch brings what a clone lacks (--unshallow of a shallow one).';
  throw new Failure('usage', `--git: there is no commit "${word}" here.`, {
    hint: didYouMean(
      word,
      names.filter((name) => name !== ''),
      fetch,
    ),
  });
}

function dated(root: string, env: Environment, id: string): PastCommit | undefined {
  const said = gitSays(root, env, ['rev-list', '--no-walk', '--timestamp', '--end-of-options', id]);
  const seconds = /^(\d+) /.exec(said?.toString('utf8') ?? '')?.[1];
  return seconds === undefined ? undefined : { id, atMs: momentOf(seconds) };
}

function parting(
  root: string,
  env: Environment,
  base: PastCommit,
  head: PastCommit,
  text: string,
): PastCommit {
  const id = gitSays(root, env, ['merge-base', base.id, head.id])?.toString('utf8').trim();
  const commit = id !== undefined && isId(id) ? dated(root, env, id) : undefined;
  if (commit !== undefined) return commit;
  throw new Failure('usage', `--git: the two ends of ${text} have no commit in common here.`, {
    hint: `A shallow clone lacks it: git fetch --unshallow. Or the two as they are: --git ${text.replace('...', '..')}`,
  });
}
