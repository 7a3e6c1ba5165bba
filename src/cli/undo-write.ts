// Takes the last write back: what stands in the way of it, and how it is done. Whoever calls holds the lock.

import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../base/day.ts';
import { tryTo } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { said } from '../base/said.ts';
import { fewOf } from '../base/said-lists.ts';
import { lastingOf, type UndoFacts } from '../report/undo.ts';
import { dayOfName, isSnapshotName } from '../snapshot/names.ts';
import { SNAPSHOTS } from '../snapshot/store.ts';
import { committedFiles } from '../workspace/git-plumbing.ts';
import { isAsBefore, movedSince, takingBack } from '../workspace/undo-back.ts';
import type { WriteRecord } from '../workspace/undo-format.ts';
import { forget, type KeptWrite, keptWrites } from '../workspace/undo-log.ts';
import type { Call } from './verb.ts';

/**
 * Takes the newest write back, or with `dryRun` looks at what that would do.
 * @throws Failure `nothing-to-look-at` where there is none, `usage` where it is one that stays, `changed-meanwhile`
 *   where something is not as it left it
 */
export async function undoLast(call: Call, root: string, today: Day, dryRun: boolean): Promise<UndoFacts> {
  const [newest, before] = keptWrites(root);
  const { record, ...last } = takeable(newest);
  const next = before?.record?.lasting === '' ? before.record : undefined;
  if (isAsBefore(root, record)) {
    refuseMoved(record, movedSince(root, record));
    if (!dryRun) forget(root, last);
    return { record, reversals: [], dryRun, next };
  }
  const { reversals, differing } = takingBack(root, record);
  refuseChanged(record, differing);
  refuseSnapshots(call, root, record, today);
  if (!dryRun) {
    await call.write(
      reversals.map(({ back }) => back),
      { by: undefined, signal: call.io.signal },
    );
    for (const folder of [...record.folders].reverse()) tryTo(() => rmdirSync(join(root, folder)));
    forget(root, last);
  }
  return { record, reversals, dryRun, next };
}

function takeable(kept: KeptWrite | undefined): KeptWrite & { readonly record: WriteRecord } {
  if (kept === undefined) {
    throw new Failure('nothing-to-look-at', 'There is nothing to take back.', {
      hint: 'Only what a command wrote can be; what you edited yourself, git has.',
    });
  }
  const { record } = kept;
  const why = lastingOf(record);
  if (record !== undefined && why === '') return { ...kept, record };
  throw new Failure(
    'usage',
    said("The last write can't be taken back, because {why}: {command}", {
      why,
      command: record?.command ?? '?',
    }),
    {
      hint: 'What git has of before: git diff',
    },
  );
}

function refuseChanged({ command }: WriteRecord, differing: readonly string[]): void {
  if (differing.length === 0) return;
  throw new Failure(
    'changed-meanwhile',
    said(
      '{files} {count, plural, one {is not as it was left} other {are not as they were left}} by: {command}',
      { files: fewOf(differing), count: differing.length, command },
    ),
    {
      hint: 'Nothing was taken back. See what changed since: git diff',
    },
  );
}

/** What was moved is still there: it is not as it was before the write. */
function refuseMoved({ command }: WriteRecord, moved: readonly string[]): void {
  if (moved.length === 0) return;
  throw new Failure(
    'changed-meanwhile',
    said('{files} was made under another name by: {command}', { files: fewOf(moved), command }),
    { hint: 'Nothing was taken back. Give the file its former name first, or take it out yourself.' },
  );
}

/**
 * A snapshot is the record of a moment that does not come back: the end of its day, and git, make it one that stays. One
 * of a day to come is the record of nothing, and stands in the way of all before it.
 */
function refuseSnapshots(call: Call, root: string, record: WriteRecord, today: Day): void {
  for (const { kind, path } of record.changes) {
    const name = path.slice(SNAPSHOTS.length + 1);
    if (kind !== 'folder' || !path.startsWith(`${SNAPSHOTS}/`) || !isSnapshotName(name)) continue;
    const isCommitted = (committedFiles(root, call.io.env, 'HEAD', [path]) ?? []).length > 0;
    if (dayOfName(name) >= today && !isCommitted) continue;
    throw new Failure(
      'usage',
      said(
        isCommitted
          ? 'The snapshot {name} stays, because git has it: {command}'
          : 'The snapshot {name} stays, because its day is over: {command}',
        { name, command: record.command },
      ),
      {
        hint: 'Nothing was taken back. A deal is put right by hand: pipeline edit ID',
      },
    );
  }
}
