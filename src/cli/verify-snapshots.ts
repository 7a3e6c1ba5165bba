// Verifies the snapshots that a command line asks for: each by itself, against git, and all of them as a series.

import { calendarIn } from '../base/calendar.ts';
import { Failure } from '../base/failure.ts';
import type { Problem } from '../base/problem.ts';
import { type Regularity, type SnapshotVerifyView, snapshotVerifyView } from '../report/snapshot-verify.ts';
import { againstGit, type Committed, lostSnapshots } from '../snapshot/against-git.ts';
import { duplicatesIn, gapsIn, type InSeries } from '../snapshot/regularity.ts';
import { readSeals, SNAPSHOTS } from '../snapshot/store.ts';
import { verifySnapshot } from '../snapshot/verify.ts';
import { versionsOf } from '../workspace/git-versions.ts';
import { rhythmSaid } from '../workspace/rhythm.ts';
import type { Call } from './verb.ts';

/** @param all whether they are all that there are. @throws as verifySnapshot */
export async function verifySnapshots(
  call: Call,
  names: readonly string[],
  all: boolean,
): Promise<SnapshotVerifyView> {
  const root = call.root();
  const { timeZone, rhythm } = await call.settings();
  const folder = all ? SNAPSHOTS : `${SNAPSHOTS}/${names[0]}`;
  const versions = versionsOf(root, call.io.env, folder);
  const committed: Committed = {
    versions: versions ?? new Map(),
    dayOf: calendarIn(timeZone),
    today: call.today(timeZone),
  };
  const progress = call.progress('Verifying snapshots', names.length);
  const found = new Map<string, readonly Problem[]>();
  for (const [done, name] of names.entries()) {
    if (call.io.signal.aborted) break;
    found.set(name, [...verifySnapshot(root, name), ...againstGit(root, name, committed)]);
    progress.at(done + 1);
  }
  progress.end();
  const lost = all ? lostSnapshots(names, committed) : new Map();
  const series = all ? names.map((name) => inSeries(root, name)) : undefined;
  const regularity: Regularity | undefined = series && {
    rhythm: rhythmSaid(rhythm.snapshot),
    gaps: gapsIn(rhythm.snapshot, series),
    duplicates: duplicatesIn(rhythm.snapshot, series),
  };
  return snapshotVerifyView(new Map([...found, ...lost]), versions !== undefined, regularity);
}

/** One that is damaged is no gap: it counts as taken, with rows that nobody knows. */
function inSeries(root: string, name: string): InSeries {
  try {
    const { origin, checksums } = readSeals(root, name);
    return { name, isTaken: origin === 'taken', rows: `${checksums.deals} ${checksums.archived}` };
  } catch (error) {
    if (error instanceof Failure && error.code === 'snapshot-damaged')
      return { name, isTaken: true, rows: '' };
    throw error;
  }
}
