// The commits between the two ends of a diff, and what they did to deals.

import type { DatedStep } from '../backfill/deal-steps.ts';
import { calendarIn } from '../base/calendar.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { wasOverBy } from '../snapshot/moment.ts';
import { NOW } from '../snapshot/names.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { repositoryLacking } from '../workspace/git.ts';
import { gitFiles } from '../workspace/git-past.ts';
import { commitSteps, hasCommit, isBehindHead } from '../workspace/git-steps.ts';
import { ratesOn } from '../workspace/rates.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DiffEnds } from './diff-ends.ts';
import type { Call } from './verb.ts';

/** @throws Failure `usage` where there is no repository, `nothing-to-look-at` without a commit, `io` where a file is lacking */
export async function stepsBetween(
  call: Call,
  { a, b, commits }: DiffEnds,
  settings: Settings,
): Promise<DatedStep[]> {
  const root = call.root();
  const { env } = call.io;
  const lacking = repositoryLacking(root, env);
  if (lacking !== undefined) {
    throw new Failure('usage', said('--between: {what}', { what: lacking.what }), {
      hint: said('{mend}: what happened between two snapshots only its commits tell.', {
        mend: lacking.mend,
      }),
    });
  }
  const dayOf = calendarIn(settings.timeZone);
  // Between snapshots it must be of this branch: after a rebase the old commits are still there, and contain nothing of it.
  const isKnown = ({ commit }: Snapshot) =>
    commit !== '' && (commits === undefined ? isBehindHead(root, env, commit) : hasCommit(root, env, commit));
  const after = isKnown(a) ? a.commit : undefined;
  const isOpenEnded = b.name === NOW || commits?.head === null;
  const until = isOpenEnded || !isKnown(b) ? undefined : b.commit;
  // A commit that the snapshot does not name, or that is not here: the days tell.
  const isIn = ({ atMs }: { readonly atMs: number }) =>
    (after !== undefined || !wasOverBy(a, dayOf)(atMs)) &&
    (until !== undefined || isOpenEnded || wasOverBy(b, dayOf)(atMs));
  if (a.commit !== '' && after === undefined) {
    call.note(
      said(
        "The commit of {name} is not in this branch's history (rebased, or a shallow clone): days tell what came after it.",
        { name: a.name },
      ),
    );
  }
  const steps = commitSteps(root, env, { until: until ?? 'HEAD', after }, ['deals', 'archive']);
  if (steps === undefined) {
    throw new Failure('nothing-to-look-at', '--between: git tells of no commit here.', {
      hint: 'The first one begins it: git add . && git commit',
    });
  }
  const { dealSteps } = await import('../backfill/deal-steps.ts');
  const context = { settings, rates: ratesOn(settings, b.on), today: b.on, dayOf };
  return dealSteps(gitFiles(root, env), steps.filter(isIn), context);
}
