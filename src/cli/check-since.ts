// `pipeline check --new-only --since`: what the rules said of a snapshot, or say today of the deals of a commit.

import type { CommitSnapshot } from '../backfill/commit-snapshot.ts';
import { Failure } from '../base/failure.ts';
import { once } from '../base/once.ts';
import { said } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { Opened } from '../book/open.ts';
import { seriesUntil } from '../book/past.ts';
import { findingsOf } from '../freshness/findings.ts';
import type { Looked, Rule } from '../freshness/rule.ts';
import type { SinceAsked } from '../report/check-since.ts';
import { NOW } from '../snapshot/names.ts';
import { resolveSnapshot } from '../snapshot/resolve.ts';
import { foldSeries } from '../snapshot/series.ts';
import { gitFiles } from '../workspace/git-past.ts';
import { partedFrom } from '../workspace/git-range.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

/**
 * A word in one of the forms of a snapshot names one; any other a commit, and where the branch of the work tree parted
 * from that. A commit is judged by today, so that time alone makes nothing new; a snapshot by its own day.
 * @throws Failure `usage`, `no-such-snapshot`, `snapshot-damaged`, `io`
 */
export async function sinceMoment(
  call: Call,
  word: string,
  { book, series }: Pick<Opened, 'book' | 'series'>,
  rules: readonly Rule[],
): Promise<SinceAsked> {
  const name = snapshotNamed(word, book);
  if (name === undefined) return sinceCommit(call, word, { book, series }, rules);
  const state = book.snapshots.read(name);
  if (state.on > book.today) {
    throw new Failure(
      'usage',
      said('--since: the snapshot {name} is of a day after today ({today}).', { name, today: book.today }),
      {
        hint: 'Name an earlier one: pipeline snapshot list',
      },
    );
  }
  const { written: _, ...rest } = book;
  const nothing = { deals: new Map(), problems: [], leftOut: [], imports: [] };
  const seriesThen = once(() => seriesUntil(name, book));
  const looked: Looked = { ...rest, ...nothing, state, today: state.on, past: true, series: seriesThen };
  const before = { found: findingsOf(looked, { rules }), book: looked, unread: [] };
  return { asked: word, kind: 'snapshot', name, on: state.on, before };
}

/** @throws Failure `no-such-snapshot`, `usage` for `now` */
function snapshotNamed(word: string, { snapshotNames, today }: Book): string | undefined {
  try {
    const name = resolveSnapshot(word, snapshotNames, today);
    if (name !== NOW) return name;
  } catch (error) {
    if (error instanceof Failure && error.code === 'usage') return undefined; // none of a snapshot's forms
    throw error;
  }
  throw new Failure('usage', '--since: nothing is new since now.', {
    hint: 'Name a snapshot (latest, 2026-11-23) or a commit (main, HEAD).',
  });
}

async function sinceCommit(
  call: Call,
  word: string,
  { book, series }: Pick<Opened, 'book' | 'series'>,
  rules: readonly Rule[],
): Promise<SinceAsked> {
  const root = call.root();
  const { env } = call.io;
  const instead = 'A snapshot goes by its date, latest or "@2 weeks ago".';
  const commit = partedFrom({ root, env, option: '--since', instead }, word);
  const { commitSnapshot } = await import('../backfill/commit-snapshot.ts');
  const { CommittedDealReader } = await import('../backfill/committed-deals.ts');
  const git = gitFiles(root, env);
  const there = commitSnapshot(git, new CommittedDealReader(git), {
    ...{ commit, on: book.today, settings: book.settings, series, toolVersion: VERSION },
  });
  if (!there.hasSettings) {
    call.note(
      said('No pipeline.yaml can be read in {name}: the one of the work tree stands for it.', {
        name: there.snapshot.name,
      }),
    );
  }
  const looked = bookAt(there, book, series);
  const before = { found: findingsOf(looked, { rules }), book: looked, unread: there.unread };
  return { asked: word, kind: 'commit', name: commit.id, on: book.today, before };
}

/** The deals and settings of the commit; snapshots and imports, which no commit judges by, as they are now. */
function bookAt(
  { snapshot, settings, deals, problems }: CommitSnapshot,
  book: Book,
  series: Opened['series'],
): Looked {
  const { written: _, ...rest } = book;
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  const seriesThere = once(() => foldSeries(series(), snapshot)); // without what the work tree says today
  const there = { settings, state: snapshot, deals: byId, problems, leftOut: [], series: seriesThere };
  return { ...rest, ...there };
}
