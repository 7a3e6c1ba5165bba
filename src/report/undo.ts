// pipeline/undo/1: which write was taken back, or would be, file by file; pipeline/undo-list/1: those that can be.

import { changedLines } from '../base/changed-lines.ts';
import type { Reversal } from '../workspace/undo-back.ts';
import { LASTING, type WriteRecord, type WrittenChange } from '../workspace/undo-format.ts';

/** What taking back does to a path. */
export const TAKEN_BACK = ['restored', 'removed', 'put-back', 'moved-back'] as const;
export type TakenBack = (typeof TAKEN_BACK)[number];

export interface UndoView {
  readonly schema: 'pipeline/undo/1';
  readonly dry_run: boolean;
  /** The command line that wrote it. */
  readonly command: string;
  /** When, in the workspace's time zone. */
  readonly written_at: string;
  /** All was as before the write already; then nothing was done. */
  readonly already: boolean;
  readonly files: readonly UndoneFile[];
  /** The write that the next undo takes back; null where there is none. */
  readonly next: { readonly command: string; readonly written_at: string } | null;
}

export interface UndoneFile {
  readonly path: string;
  readonly what: TakenBack;
  /** Where it lay; '' but for what moves back. */
  readonly from: string;
  /** Lines that go, and that come back. */
  readonly lines_removed: number;
  readonly lines_restored: number;
  /** The first line of each; '' where there is none, or all of the file goes or comes back. */
  readonly line_now: string;
  readonly line_former: string;
}

export interface UndoFacts {
  readonly record: WriteRecord;
  readonly reversals: readonly Reversal[];
  readonly dryRun: boolean;
  /** The write before it. */
  readonly next: WriteRecord | undefined;
}

/** A moment in the workspace's time zone: `2026-11-23T09:14:05+01:00`. */
export type LocalTime = (at: string) => string;

export function undoView(facts: UndoFacts, localTime: LocalTime): UndoView {
  const { record, reversals, dryRun, next } = facts;
  return {
    schema: 'pipeline/undo/1',
    dry_run: dryRun,
    command: record.command,
    written_at: localTime(record.at),
    already: reversals.length === 0,
    files: reversals.map(undoneFile),
    next: next === undefined ? null : { command: next.command, written_at: localTime(next.at) },
  };
}

function undoneFile({ change, now, former }: Reversal): UndoneFile {
  const { removed, added } = changedLines(now, former);
  const isWhole = now === '' || former === '';
  return {
    path: change.path,
    what: whatOf(change),
    from: change.kind === 'move' ? change.to : '',
    lines_removed: removed.length,
    lines_restored: added.length,
    line_now: isWhole ? '' : (removed[0] ?? ''),
    line_former: isWhole ? '' : (added[0] ?? ''),
  };
}

function whatOf(change: WrittenChange): TakenBack {
  switch (change.kind) {
    case 'write':
      return change.before === null ? 'removed' : 'restored';
    case 'remove':
      return 'put-back';
    case 'move':
      return 'moved-back';
    case 'folder':
      if (change.before === null) return 'removed';
      return change.after === null ? 'put-back' : 'restored';
  }
}

export interface UndoListView {
  readonly schema: 'pipeline/undo-list/1';
  /** The newest first: in this order undo takes them back. */
  readonly writes: readonly {
    readonly nth: number;
    /** '' where its record is damaged. */
    readonly command: string;
    readonly written_at: string | null;
    /** How many files and folders it changed. */
    readonly files: number | null;
    /** Why it can't be taken back, nor what came before it; ''. */
    readonly lasting: string;
  }[];
}

/** @param records undefined for one that is damaged */
export function undoListView(
  records: readonly (WriteRecord | undefined)[],
  localTime: LocalTime,
): UndoListView {
  return {
    schema: 'pipeline/undo-list/1',
    writes: records.map((record, place) => ({
      nth: place + 1,
      command: record?.command ?? '',
      written_at: record === undefined ? null : localTime(record.at),
      files: record?.count ?? null,
      lasting: lastingOf(record),
    })),
  };
}

/** Why a write can't be taken back; '' where it can. */
export function lastingOf(record: WriteRecord | undefined): string {
  if (record === undefined) return 'what was kept of it is damaged';
  return record.lasting === '' ? '' : LASTING[record.lasting];
}
