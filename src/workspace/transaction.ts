// Writes several files, or none: the only place that changes the files of a workspace. Everything is first made
// beside its target; then a journal says what is left to do; then it is done by renames. Whoever calls holds the
// lock (lock.ts). An interrupted write is completed or swept away by the next command that takes it.

import { join } from 'node:path';
import { type Errno, isErrno, reasonAt, reasonOf } from '../base/errno.ts';
import { Failure } from '../base/failure.ts';
import { type Sayable, said } from '../base/said.ts';
import { makeDurable } from './durable.ts';
import { carryOut, commitJournal, draftJournal, sweep, writeIntent } from './journal.ts';
import { assertLocked } from './lock.ts';
import { makeFolders, makeTemporary } from './staging.ts';
import { conditionsOf, isAsExpected, isDone, needJournal, type Step } from './steps.ts';
import type { Lasting, WriteRecord } from './undo-format.ts';
import { beginRecord, dropRecord, endRecord } from './undo-log.ts';
import { recordOf, type WrittenBy } from './undo-made.ts';
import { type FileChange, planOf, type WritePlan } from './write-plan.ts';

export interface CommitOptions {
  /** Called after each file that was made, before anything is changed. */
  readonly progress?: (done: number, total: number) => void;
  /** Aborted when a person interrupts: up to the point of no return, everything is then taken back. */
  readonly signal?: AbortSignal;
  /** Who writes, so that it can be taken back; left out, it can't. */
  readonly by?: WrittenBy | undefined;
  /** Why it can't be taken back all the same. */
  readonly lasting?: Lasting;
}

/** How many files are made between two looks at whether a person has interrupted. */
const BREATH = 100;

export interface Committed {
  /**
   * What was not done because a person saved the same file at that moment, and that it can't be taken back where
   * something stands in the way of that; a sentence each, for stderr.
   */
  readonly notes: readonly Sayable[];
  /** Whether anything was changed, and that is kept so that it can be taken back. */
  readonly change: 'none' | 'kept' | 'for-good';
}

/**
 * Carries out all of the changes, durably, or none.
 * @throws Failure `changed-meanwhile` where a file is not as expected, `io` where the operating system refuses;
 *   nothing is changed then
 */
export async function commitFiles(
  root: string,
  changes: readonly FileChange[],
  options: CommitOptions = {},
): Promise<Committed> {
  assertLocked(root);
  if (changes.length === 0) return { notes: [], change: 'none' };
  const plan = planOf(root, changes);
  const record = options.by && recordOf(root, changes, plan.intent.folders, options.by, options.lasting);
  const unkept = await stage(root, plan, record, options);
  const notes = [...unkept, ...finish(root, plan)];
  if (record === undefined) return { notes, change: options.by === undefined ? 'for-good' : 'none' };
  endRecord(root, record);
  return { notes, change: unkept.length === 0 && record.lasting === '' ? 'kept' : 'for-good' };
}

/**
 * Up to the point of no return. One rename needs no journal: it is done or not.
 * @returns why it can't be taken back, where that is so
 */
async function stage(
  root: string,
  plan: WritePlan,
  record: WriteRecord | undefined,
  { progress, signal }: CommitOptions,
): Promise<Sayable[]> {
  const { steps, intent } = plan;
  let doing = 'The files';
  try {
    writeIntent(root, intent);
    makeFolders(root, intent.folders);
    const made: string[] = [];
    for (const [place, item] of plan.items.entries()) {
      doing = item.path;
      made.push(...makeTemporary(root, item));
      progress?.(place + 1, plan.items.length);
      if (place % BREATH === BREATH - 1) await new Promise(setImmediate);
      signal?.throwIfAborted();
    }
    doing = plan.items.length === 1 ? doing : 'The files';
    makeDurable([...made, ...plan.foldersAbove].map((path) => join(root, path)));
    for (const item of plan.items) item.verify?.(join(root, item.temporary));
    if (needJournal(steps)) draftJournal(root, steps);
    const notes = record === undefined ? [] : beginRecord(root, record);
    refuseChanged(root, plan);
    if (needJournal(steps)) commitJournal(root);
    return notes;
  } catch (error) {
    giveUp(root, plan, error, doing);
  }
}

function refuseChanged(root: string, { steps }: WritePlan): void {
  const changed = steps
    .flatMap(conditionsOf)
    .filter(({ path, expected }) => !isAsExpected(root, path, expected))
    .map(({ path }) => path);
  if (changed.length === 0) return;
  const [first = ''] = changed;
  const more = changed.length - 1;
  throw new Failure(
    'changed-meanwhile',
    more === 0
      ? said('{path} was changed by someone else meanwhile.', { path: first })
      : said('{path} (and {more} more) was changed by someone else meanwhile.', { path: first, more }),
    {
      hint: 'Nothing was written. Run the command again.',
    },
  );
}

/** Takes everything back, and says why. */
function giveUp(root: string, { intent }: WritePlan, error: unknown, doing: string): never {
  sweep(root, intent);
  dropRecord(root);
  if (error instanceof Failure || !isErrno(error)) throw error;
  throw new Failure('io', said("{doing} can't be written: {reason}.", { doing, reason: reasonOf(error) }), {
    hint: 'Nothing was changed.',
    cause: error,
  });
}

/**
 * Past the point of no return: what fails is tried once more, and else left to the next command. But for an fsync:
 * the system tells once what it lost, and to a second one nothing is wrong.
 */
function finish(root: string, plan: WritePlan): Sayable[] {
  try {
    return carryOut(root, plan.steps);
  } catch (first) {
    if (!isErrno(first)) throw first;
    if (first.syscall === 'fsync') leave(root, plan, first);
    try {
      return carryOut(root, plan.steps);
    } catch (error) {
      if (!isErrno(error)) throw error;
      leave(root, plan, error);
    }
  }
}

function leave(root: string, plan: WritePlan, error: Errno): never {
  const [step] = plan.steps;
  if (step !== undefined && !needJournal(plan.steps)) giveUpOne(root, plan, error, step);
  throw new Failure(
    'io',
    said('The files are written but not all in their places: {reasonAt}.', { reasonAt: reasonAt(error) }),
    {
      hint: 'Nothing is lost: the next command that writes completes it once that is mended.',
      cause: error,
    },
  );
}

/** Its rename may be done, and only the folder's fsync have failed. */
function giveUpOne(root: string, plan: WritePlan, error: Errno, step: Step): never {
  if (!isDone(root, step)) giveUp(root, plan, error, step.path);
  sweep(root, plan.intent);
  const done = `${step.path} is ${step.kind === 'remove' ? 'removed' : 'written'}`;
  throw new Failure(
    'io',
    said('{done}, but the disk does not confirm it: {reason}.', { done, reason: reasonOf(error) }),
    {
      hint: 'Look at it again once the disk is mended.',
      cause: error,
    },
  );
}
