// When lines were first committed, for `pipeline discipline --from-git`.

import { firstCommits } from '../backfill/first-commits.ts';
import { calendarIn } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import type { Opened } from '../book/open.ts';
import type { MomentsOf } from '../discipline/moments.ts';
import { idOf } from '../workspace/deal-files.ts';
import { repositoryLacking } from '../workspace/git.ts';
import { gitFiles } from '../workspace/git-past.ts';
import { isShallow } from '../workspace/git-range.ts';
import { commitSteps } from '../workspace/git-steps.ts';
import type { Call } from './verb.ts';

export interface GitMoments {
  readonly momentsOf: MomentsOf;
  readonly isShallow: boolean;
  /** The day of the first commit that tells of a deal; undefined: none does. */
  readonly since: Day | undefined;
}

const FOLDERS = ['deals', 'archive'];

/** @throws Failure `usage` where there is no repository, `nothing-to-look-at` without a commit, `io` where it lacks files */
export function gitMoments(call: Call, { book, archive }: Opened): GitMoments {
  const root = call.root();
  const { env } = call.io;
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    throw new Failure('usage', said('--from-git: {what}', { what: lacking.what }), {
      hint: said('{mend}. Without it `logged` tells: pipeline discipline', { mend: lacking.mend }),
    });
  }
  const steps = commitSteps(root, env, { until: 'HEAD' }, FOLDERS);
  if (steps === undefined) {
    throw new Failure('nothing-to-look-at', '--from-git: there is no commit yet.', {
      hint: 'Make the first one: git add . && git commit',
    });
  }
  const { today, settings } = book;
  const git = gitFiles(root, env);
  const dayOf = calendarIn(settings.timeZone);
  const days = steps.map(({ atMs }) => dayOf(atMs)).sort();
  const isCutOff = isShallow({ root, env });
  return {
    isShallow: isCutOff,
    since: days[0],
    momentsOf: firstCommits({
      ...{ git, steps, dayOf, today, isShallow: isCutOff },
      committed: new Set(git.files('HEAD', FOLDERS).map(({ path }) => idOf(path))),
      deals: [...book.deals.values(), ...archive.values()],
      stages: settings.process.stages,
      currency: settings.currency,
    }),
  };
}
