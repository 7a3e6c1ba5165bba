// A commit as a snapshot: the deals that it has, by the settings that it has, on the day of the commit.

import type { Day } from '../base/day.ts';
import type { Problem } from '../base/problem.ts';
import type { Deal } from '../deal/deal.ts';
import { isDealId } from '../deal/id.ts';
import { emptySeries, type SeriesFacts } from '../snapshot/series.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { takeSnapshot } from '../snapshot/take.ts';
import type { GitFiles, PastCommit } from '../workspace/git-past.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { CommittedDealReader } from './committed-deals.ts';
import { settingsIn } from './committed-settings.ts';

export interface CommitSnapshot {
  readonly snapshot: Snapshot;
  /** Those of its deals that can be read and are not in the archive. */
  readonly deals: readonly Deal[];
  /** What is worth a word about those that can be read: unknown keys. */
  readonly problems: readonly Problem[];
  /** Why the others can't. */
  readonly errors: readonly Problem[];
  /** Ids of deals that can't be read there. */
  readonly unread: readonly string[];
  /** Its own, else those that stand for them. */
  readonly settings: Settings;
  /** Whether its own pipeline.yaml could be read. */
  readonly hasSettings: boolean;
}

export interface CommitAsked {
  readonly commit: PastCommit;
  readonly on: Day;
  /** Where the commit's own can't be read. */
  readonly settings: Settings;
  /** A deal that can't be read stands as it does there; one that is not there either is in no row. */
  readonly previous?: Snapshot;
  /** What snapshots tell about each deal; nothing where left out. */
  readonly series?: () => SeriesFacts;
  readonly toolVersion: string;
}

/** @throws Failure `sum-too-large`, `io` where the repository can't tell */
export function commitSnapshot(
  git: GitFiles,
  reader: CommittedDealReader,
  { commit, on, settings: fallback, previous, series = emptySeries, toolVersion }: CommitAsked,
): CommitSnapshot {
  const own = settingsIn(git, commit.id);
  const settings = own ?? fallback;
  const { deals, archived, unread, problems, errors } = reader.at(commit.id, settings.currency);
  const before = new Map(
    [...(previous?.archived ?? []), ...(previous?.deals ?? [])].map((row) => [row.id, row]),
  );
  const snapshot = takeSnapshot({
    deals,
    archived,
    unreadable: unread
      .filter(({ id }) => isDealId(id))
      .map(({ id, problem }) => ({ id, problem, previous: before.get(id) })),
    settings,
    rates: ratesOn(settings, on),
    series,
    today: on,
    name: commit.id.slice(0, 12),
    takenAt: new Date(commit.atMs).toISOString(),
    toolVersion,
    commit: commit.id,
    dirty: false,
    message: '',
  });
  return {
    snapshot,
    deals,
    problems,
    errors,
    unread: unread.map(({ id }) => id),
    settings,
    hasSettings: own !== undefined,
  };
}
