// The commits that a person means by BASE..HEAD, BASE...HEAD or BASE. What they type is never taken for an option.

import { Failure } from '../base/failure.ts';
import { didYouMean } from '../base/nearest.ts';
import { said } from '../base/said.ts';
import { repositoryLacking } from './git.ts';
import { momentOf } from './git-log.ts';
import type { PastCommit } from './git-past.ts';
import { type Environment, gitSays, isId } from './git-plumbing.ts';

export interface RevisionRange {
  readonly base: PastCommit;
  /** Undefined: the work tree. */
  readonly head: PastCommit | undefined;
}

/** Who asks git, and for what. */
export interface RevisionAsked {
  readonly root: string;
  readonly env: Environment;
  /** As it was typed: `--git`. */
  readonly option: string;
  /** What does without git, as a sentence. */
  readonly instead: string;
}

/**
 * BASE..HEAD are the two as they are; BASE...HEAD goes from where the two parted, as a change request does; BASE alone
 * to the work tree. An end that is left out of the first two is HEAD.
 * @throws Failure `usage` where git does not know them, or there is none to ask
 */
export function revisionRange(asked: RevisionAsked, text: string): RevisionRange {
  expectRepository(asked);
  const [, left = '', dots, right = ''] = /^(.*?)(\.\.\.?)(.*)$/s.exec(text) ?? [];
  if (dots === undefined) return { base: commitNamed(asked, text), head: undefined };
  const [base, head] = [left, right].map((word) => commitNamed(asked, word === '' ? 'HEAD' : word));
  if (base === undefined || head === undefined) throw new RangeError('two words, two commits');
  if (dots === '..') return { base, head };
  const parted = parting(asked, base, head);
  if (parted !== undefined) return { base: parted, head };
  throw new Failure('usage', said('--git: the two ends of {text} have no commit in common here.', { text }), {
    hint: said('A shallow clone lacks it: git fetch --unshallow. Or the two as they are: --git {text}', {
      text: text.replace('...', '..'),
    }),
  });
}

/**
 * Where the work tree's branch and a commit parted: that commit itself, where the branch has it.
 * @throws Failure `usage` where git does not know it, the two have nothing in common, or there is none to ask
 */
export function partedFrom(asked: RevisionAsked, word: string): PastCommit {
  expectRepository(asked);
  const head = commitNamed(asked, 'HEAD');
  const parted = parting(asked, commitNamed(asked, word), head);
  if (parted !== undefined) return parted;
  throw new Failure(
    'usage',
    said('{option}: HEAD and "{word}" have no commit in common here.', { option: asked.option, word }),
    {
      hint: isShallow(asked)
        ? 'This clone is shallow and lacks it: git fetch --unshallow'
        : 'Name a commit that this branch came from: git log --oneline',
    },
  );
}

function expectRepository({ root, env, option, instead }: RevisionAsked): void {
  const lacking = repositoryLacking(root, env);
  if (lacking === undefined) return;
  throw new Failure('usage', said('{option}: {what}', { option, what: said(lacking.what) }), {
    hint: said('{mend}. {instead}', { mend: said(lacking.mend), instead }),
  });
}

function commitNamed(asked: RevisionAsked, word: string): PastCommit {
  const { root, env, option, instead } = asked;
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`];
  const id = word === '' ? undefined : gitSays(root, env, words)?.toString('utf8').trim();
  const commit = id !== undefined && isId(id) ? dated(asked, id) : undefined;
  if (commit !== undefined) return commit;
  const refs = ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags'];
  const names = gitSays(root, env, refs)?.toString('utf8').trim().split('\n') ?? [];
  const fetch = isShallow(asked)
    ? 'This clone is shallow: git fetch --unshallow brings its past, git fetch origin BRANCH another branch.'
    : 'git branch --all lists the branches; git fetch brings what a clone lacks.';
  throw new Failure('usage', said('{option}: there is no commit "{word}" here.', { option, word }), {
    hint: didYouMean(
      word,
      names.filter((name) => name !== ''),
      word === 'HEAD'
        ? 'Make the first one: git add . && git commit'
        : said('{fetch} {instead}', { fetch, instead }),
    ),
  });
}

function dated({ root, env }: RevisionAsked, id: string): PastCommit | undefined {
  const said = gitSays(root, env, ['rev-list', '--no-walk', '--timestamp', '--end-of-options', id]);
  const seconds = /^(\d+) /.exec(said?.toString('utf8') ?? '')?.[1];
  return seconds === undefined ? undefined : { id, atMs: momentOf(seconds) };
}

/** Undefined where they have no commit in common here. */
function parting(asked: RevisionAsked, base: PastCommit, head: PastCommit): PastCommit | undefined {
  const id = gitSays(asked.root, asked.env, ['merge-base', base.id, head.id])?.toString('utf8').trim();
  return id !== undefined && isId(id) ? dated(asked, id) : undefined;
}

/** Whether the clone's history is cut off. */
export function isShallow({ root, env }: Pick<RevisionAsked, 'root' | 'env'>): boolean {
  return gitSays(root, env, ['rev-parse', '--is-shallow-repository'])?.toString('utf8').trim() === 'true';
}
