// Plans a snapshot without writing it: the value, its report, and the change of files that makes it. `snapshot`
// writes that change alone, `week` together with an import.

import type { Sayable } from '../base/said.ts';
import type { Book } from '../book/book.ts';
import type { SnapshotView } from '../report/snapshot.ts';
import type { NameGiven } from '../snapshot/naming.ts';
import type { SharedRows } from '../snapshot/shared-rows.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { TakenAt } from '../snapshot/taken-at.ts';
import { languageFor } from '../words/language.ts';
import type { Head } from '../workspace/git.ts';
import type { FileChange } from '../workspace/write-plan.ts';

export interface SnapshotOrder extends NameGiven {
  readonly takenAt: TakenAt;
  readonly head: Head;
  readonly message: string;
  /** The newest snapshot before this one; undefined where there is none. */
  readonly previous: Snapshot | undefined;
  /** What that was read with, where it was. */
  readonly shared?: SharedRows;
  /** What else a reader of the report has to know: sentences. */
  readonly remarks?: readonly Sayable[];
}

export interface PlannedSnapshot {
  readonly snapshot: Snapshot;
  readonly view: SnapshotView;
  /** Paths of its files from the workspace's root. */
  readonly files: readonly string[];
  /** Makes the folder, read back before it gets its name. */
  readonly change: FileChange;
}

/**
 * The snapshot of a book's state, as ordered.
 * @param book its state is the working set as it is to be written down; a replaced snapshot is no part of it
 * @throws Failure `missing-rate`, `sum-too-large`
 */
export async function planSnapshot(book: Book, order: SnapshotOrder): Promise<PlannedSnapshot> {
  const { refuseMissingRates } = await import('../snapshot/refuse.ts');
  const { assertReadsBack, snapshotFiles } = await import('../snapshot/store.ts');
  const { wellFormed } = await import('../snapshot/take-row.ts');
  const snapshot: Snapshot = {
    ...book.state,
    name: order.name,
    takenAt: order.takenAt.instant,
    commit: order.head.commit,
    dirty: order.head.dirty,
    message: wellFormed(order.message),
  };
  refuseMissingRates(snapshot);
  const { snapshotView } = await import('../report/snapshot.ts');
  const { snapshotReport } = await import('../page/snapshot-report.ts');
  const { lookOf } = await import('../page/look.ts');
  const { renderMarkdown } = await import('../render/markdown.ts');
  const taken = { ...book, state: snapshot };
  const view = snapshotView(taken, order.previous, order.remarks);
  const report = renderMarkdown(snapshotReport(view, lookOf(taken)), await languageFor(book.settings.locale));
  const files = snapshotFiles(snapshot, report);
  const folder = folderOf(order.name);
  return {
    snapshot,
    view,
    files: files.map(({ path }) => path),
    change: {
      kind: 'folder',
      path: folder,
      files: files.map(({ path, text }) => ({ name: path.slice(folder.length + 1), content: text })),
      replace: order.replaces,
      verify: (temporary) => assertReadsBack(temporary, snapshot, order.shared),
    },
  };
}

/** The folder of a snapshot, from the workspace's root. */
export function folderOf(name: string): string {
  return `snapshots/${name}`;
}
