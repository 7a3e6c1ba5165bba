// The past as git has it: what the deals' folder held at the start of a day, and the settings beside it.

import { calendarIn } from '../base/calendar.ts';
import { addDays, type Day } from '../base/day.ts';
import type { Deal } from '../deal/deal.ts';
import { isDealPath } from '../workspace/deal-files.ts';
import type { GitPast, PastCommit } from '../workspace/git-past.ts';
import { processThen } from '../workspace/process-then.ts';
import type { Settings } from '../workspace/settings.ts';
import { CommittedDealReader } from './committed-deals.ts';
import { settingsIn } from './committed-settings.ts';
import type { PastSource } from './source.ts';

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
      const own = commit && settingsIn(git, commit.id);
      const settings = settingsThen(own, today, day);
      if (commit === undefined) return { deals: [], archived: [], unread: [], settings, commit: '' };
      const currency = (own ?? today).currency;
      const { deals, archived, unread } = reader.at(commit.id, currency);
      // What a deal without a currency is in was said by the pipeline.yaml beside it.
      const inOwn = (deal: Deal) =>
        deal.currency === '' && currency !== settings.currency ? { ...deal, currency } : deal;
      return {
        deals: deals.map(inOwn),
        archived: archived.map(({ deal, folder }) => ({ deal: inOwn(deal), folder })),
        unread,
        settings,
        commit: commit.id,
      };
    },
  };
}

/** The oldest commit that has any deal; one that only made the folders has none. */
function firstWithDeals(git: GitPast, commits: readonly PastCommit[]): PastCommit | undefined {
  const first = git
    .touching(FOLDERS)
    .find((id) => git.files(id, FOLDERS).some(({ path }) => isDealPath(path)));
  return commits.find(({ id }) => id === first);
}

const FOLDERS = ['deals', 'archive'];

/** The commit's own, with the rates that were entered since; today's where it counts in another currency. */
function settingsThen(own: Settings | undefined, today: Settings, day: Day): Settings {
  if (own?.currency !== today.currency) return { ...today, process: processThen(today, day) };
  const rates = [...own.rates, ...today.rates].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return { ...own, rates };
}
