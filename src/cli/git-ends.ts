// The two ends of `pipeline diff --git`: the deals of two commits, or of a commit and the work tree.

import { calendarIn } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { type Called, idsOf } from '../deal/former-ids.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { gitFiles, type PastCommit } from '../workspace/git-past.ts';
import { revisionRange } from '../workspace/git-range.ts';
import type { Settings } from '../workspace/settings.ts';
import type { DiffEnds } from './diff-ends.ts';
import type { Call } from './verb.ts';
import { VERSION } from './version.ts';

/** @throws Failure `usage`, `io`, `sum-too-large` */
export async function gitEnds(call: Call, range: string, settings: Settings): Promise<DiffEnds> {
  if (call.args.length > 0) {
    throw new Failure(
      'usage',
      said('--git names both ends: {args} is too much.', { args: call.args.join(' ') }),
      {
        hint: 'pipeline diff --git BASE..HEAD is between two commits, pipeline diff FROM TO between two snapshots.',
      },
    );
  }
  const { base, head } = revisionRange(
    {
      root: call.root(),
      env: call.io.env,
      option: '--git',
      instead: 'Without it a diff is between snapshots: pipeline diff',
    },
    range,
  );
  const { commitSnapshot } = await import('../backfill/commit-snapshot.ts');
  const { CommittedDealReader } = await import('../backfill/committed-deals.ts');
  const git = gitFiles(call.root(), call.io.env);
  const reader = new CommittedDealReader(git);
  const dayOf = calendarIn(settings.timeZone);
  const book = head === undefined ? await call.book() : undefined;
  const on = book?.today ?? dayOf(head?.atMs ?? base.atMs);
  const at = (commit: PastCommit, day: Day, previous?: Snapshot) => {
    const asked = { commit, on: day, settings, toolVersion: VERSION };
    const found = commitSnapshot(git, reader, previous === undefined ? asked : { ...asked, previous });
    if (!found.hasSettings) {
      call.note(
        said('No pipeline.yaml can be read in {name}: the one of the work tree stands for it.', {
          name: found.snapshot.name,
        }),
      );
    }
    return found;
  };
  // The base may have gone on since the other end was made: a diff goes forward in time.
  const a = at(base, earlier(dayOf(base.atMs), on));
  const b = head === undefined ? undefined : at(head, on, a.snapshot);
  const end = b?.snapshot ?? book?.state ?? a.snapshot;
  const known = new Set(end.deals.map(({ id }) => id));
  return {
    ...withoutUnknown(a.snapshot, end, new Set(a.unread)),
    leftOut: [...a.unread, ...(b?.unread.filter((id) => !known.has(id)) ?? book?.leftOut ?? [])],
    commits: { base: base.id, head: head?.id ?? null },
  };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Of a deal that can't be read at the base nobody knows what became of it: it is in neither end. */
function withoutUnknown(a: Snapshot, b: Snapshot, unread: ReadonlySet<string>): Pick<DiffEnds, 'a' | 'b'> {
  if (unread.size === 0) return { a, b };
  const isKnown = (row: Called) => !idsOf(row).some((id) => unread.has(id));
  const without = (side: Snapshot): Snapshot => ({
    ...side,
    deals: side.deals.filter(isKnown),
    archived: side.archived.filter(isKnown),
  });
  return { a: without(a), b: without(b) };
}
