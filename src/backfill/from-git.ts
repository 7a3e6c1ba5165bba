// The past as git has it: what the deals' folder held at the start of a day, and the settings beside it.

import { calendarIn } from '../base/calendar.ts';
import { addDays, type Day } from '../base/day.ts';
import type { GitPast, PastCommit } from '../workspace/git-past.ts';
import { processThen } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import { readSettings } from '../workspace/settings-read.ts';
import { CommittedDealReader, isDealPath } from './committed-deals.ts';
import type { PastSource } from './source.ts';

const SETTINGS_FILE = 'pipeline.yaml';

/**
 * The source that a workspace's commits are. A day shows the newest of the branch's own commits from before it; where
 * its pipeline.yaml can't be read, or counts in another currency, today's settings hold.
 */
export function pastFromGit(git: GitPast, today: Settings): PastSource {
  const dayOf = calendarIn(today.timeZone);
  const dated = git.commits.map((commit) => ({ ...commit, day: dayOf(commit.atMs) }));
  const first = firstWithDeals(git, dated);
  const reader = new CommittedDealReader(git);
  return {
    origin: 'backfill-git',
    assumed: [],
    since: first === undefined ? undefined : addDays(dayOf(first.atMs), 1),
    unplaced: [],
    at: (day) => {
      const commit = dated.find((one) => one.day < day);
      const settings = commit === undefined ? today : settingsOf(git, commit, today, day);
      const held =
        commit === undefined
          ? { deals: [], archived: [], unread: [] }
          : reader.at(commit.id, settings.currency);
      return { ...held, settings, commit: commit?.id ?? '' };
    },
  };
}

/** The oldest commit that has any deal. Those before it, if any, have none either, or all of them were removed again. */
function firstWithDeals(git: GitPast, commits: readonly PastCommit[]): PastCommit | undefined {
  return commits.findLast(({ id }) =>
    git.files(id, ['deals', 'archive']).some(({ path }) => isDealPath(path)),
  );
}

function settingsOf(git: GitPast, { id }: PastCommit, today: Settings, day: Day): Settings {
  const fallback = { ...today, process: processThen(today, day) };
  const file = git.files(id, [SETTINGS_FILE]).find(({ path, isLink }) => path === SETTINGS_FILE && !isLink);
  const bytes = file && git.contents([file.id]).get(file.id);
  if (bytes === undefined) return fallback;
  const { settings } = readSettings(bytes.toString('utf8'), SETTINGS_FILE);
  return settings === undefined || settings.currency !== today.currency ? fallback : settings;
}
