// `pipeline check --staged`: the book as the next commit will have it, and which of its deals that commit changes. What
// the work tree has beyond that is no part of it.

import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Opened } from '../book/open.ts';
import type { ChangedDeals } from '../report/check-scope.ts';
import { foldSeries } from '../snapshot/series.ts';
import { idOf } from '../workspace/deal-files.ts';
import { repositoryLacking } from '../workspace/git.ts';
import { stagedFiles } from '../workspace/git-staged.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

export interface StagedBook {
  readonly book: Book;
  readonly changed: ChangedDeals;
}

/** @throws Failure `usage` without a repository, `io` where git can't tell what is staged */
export async function stagedBook(call: Call, { book, series }: Opened): Promise<StagedBook> {
  const root = call.root();
  const { env, cwd } = call.io;
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    throw new Failure('usage', said('--staged: {what}', { what: lacking.what }), {
      hint: said('{mend}. Without --staged all deals are looked at.', { mend: lacking.mend }),
    });
  }
  const staged = stagedFiles(root, env, cwd);
  const { commitSnapshot } = await import('../backfill/commit-snapshot.ts');
  const { stagedConflicts } = await import('../book/dialogue-conflicts.ts');
  const { CommittedDealReader } = await import('../backfill/committed-deals.ts');
  const there = commitSnapshot(staged, new CommittedDealReader(staged), {
    commit: { id: 'staged', atMs: call.io.now().getTime() },
    ...{ on: book.today, settings: book.settings, series, toolVersion: VERSION },
  });
  const { snapshot: state, settings, deals, unread } = there;
  const { written: _, ...rest } = book;
  const inRows = new Set([...state.deals, ...state.archived].map(({ id }) => id));
  return {
    book: {
      ...rest,
      ...{ settings, state, deals: new Map(deals.map((deal) => [deal.id, deal])) },
      problems: [...there.problems, ...there.errors, ...stagedConflicts(staged)],
      leftOut: unread.filter((id) => !inRows.has(id)),
      series: once(() => foldSeries(series(), state)),
    },
    changed: {
      ...{ asked: 'HEAD', base: staged.head, settings: false, staged: true },
      ids: new Set(staged.changed.map(idOf)),
      removed: staged.removed.map(idOf).filter((id) => !inRows.has(id)),
    },
  };
}
