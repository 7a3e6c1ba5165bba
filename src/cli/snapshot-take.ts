// Takes the snapshot that a command line asks for: names it, refuses what would make it untrue, writes it.

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { newestTakenDay } from '../book/past.ts';
import type { SnapshotTaken } from '../page/snapshot.ts';
import { hasChanged } from '../snapshot/changed.ts';
import { newestUntil } from '../snapshot/names.ts';
import { type NameGiven, nameSnapshot } from '../snapshot/naming.ts';
import { refuseOldSource, refuseUnreadable } from '../snapshot/refuse.ts';
import { SharedRows } from '../snapshot/shared-rows.ts';
import { listSnapshots, readHeader, readSnapshot } from '../snapshot/store.ts';
import { takenAt } from '../snapshot/taken-at.ts';
import { assertCanCommit, commitFolder, headOf } from '../workspace/git.ts';
import { importOverdue } from '../workspace/import-due.ts';
import { refuseReplacing } from './replaced-snapshot.ts';
import { folderOf, type PlannedSnapshot, planSnapshot } from './snapshot-plan.ts';
import type { Call } from './verb.ts';

export interface TakenSnapshot extends PlannedSnapshot {
  readonly taken: SnapshotTaken;
}

/**
 * Takes it, or with --if-changed finds that there is nothing to take. Whoever calls holds the lock.
 * @throws Failure of every kind that FAILURES names for snapshots; nothing is written then, but where git alone
 *   fails, which says so
 */
export async function takeAsAsked(call: Call): Promise<TakenSnapshot> {
  const root = call.root();
  const settings = await call.settings();
  const moment = takenAt(call.io.now(), settings.timeZone);
  const today = call.today(settings.timeZone);
  const given = nameAsked(call, root, today, moment.time);
  const folder = folderOf(given.name);
  if (call.flag('commit')) assertCanCommit(root, folder, call.io.env);

  const { book } = await call.open({ today: () => today, without: given.replaces ? given.name : undefined });
  if (!call.flag('allow-old-source')) {
    refuseOldSource(importOverdue(settings, book.imports, newestTakenDay(book), today), book);
  }
  if (call.flag('strict')) refuseUnreadable(book);
  const newest = newestUntil(book.snapshotNames, today);
  const shared = new SharedRows();
  const previous = newest === undefined ? undefined : readSnapshot(root, newest, shared);
  const planned = await planSnapshot(book, {
    ...given,
    takenAt: moment,
    head: headOf(root, call.io.env),
    message: call.text('message') ?? '',
    previous,
    shared,
  });
  const nothing: SnapshotTaken = { files: [], replaced: false, commit: null };
  if (call.flag('if-changed')) {
    const kept = given.replaces ? readSnapshot(root, given.name) : previous;
    if (kept !== undefined && !hasChanged(kept, planned.snapshot)) return { ...planned, taken: nothing };
  }
  if (given.refusal !== undefined) throw given.refusal;
  if (given.replaces) refuseReplacing(root, given.name, 'pipeline snapshot');
  await call.write([planned.change]);
  const commit = call.flag('commit') ? commitFolder(root, folder, commitMessage(planned), call.io.env) : null;
  return { ...planned, taken: { files: planned.files, replaced: given.replaces, commit } };
}

interface NameAsked extends NameGiven {
  /** Why there can't be another one of the day; told only where there is something to take. */
  readonly refusal?: Failure;
}

function nameAsked(call: Call, root: string, today: Day, time: string): NameAsked {
  const second = call.flag('again') ? 'again' : call.flag('replace') ? 'replace' : 'refuse';
  const names = listSnapshots(root);
  try {
    return nameSnapshot({ names, today, time, second, command: 'pipeline snapshot' }, (name) =>
      isTaken(root, name),
    );
  } catch (error) {
    const newest = newestUntil(names, today);
    const exists = error instanceof Failure && error.code === 'snapshot-exists';
    if (!exists || !call.flag('if-changed') || newest === undefined) throw error;
    return { name: newest, replaces: false, refusal: error };
  }
}

function isTaken(root: string, name: string): boolean {
  return readHeader(root, name).origin === 'taken';
}

function commitMessage({ snapshot: { name, message } }: PlannedSnapshot): string {
  return message === '' ? `Snapshot ${name}\n` : `Snapshot ${name}\n\n${message}\n`;
}
