// What commits did to deals: their files before and after each, read as deals.

import type { Calendar } from '../base/calendar.ts';
import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import { type Decimal, digitsOf } from '../base/money.ts';
import { said } from '../base/said.ts';
import { formerIdsOf } from '../deal/former-ids.ts';
import type { DealState, DealStep } from '../movement/unseen.ts';
import { takeRow } from '../snapshot/take-row.ts';
import { archiveFolder, idOf, isDealPath } from '../workspace/deal-files.ts';
import { FETCH_OLD_FILES, type GitFiles } from '../workspace/git-past.ts';
import type { CommitStep, FileStep } from '../workspace/git-steps.ts';
import type { Settings } from '../workspace/settings.ts';
import { readingOf } from './committed-deals.ts';

export interface StepsContext {
  readonly settings: Settings;
  readonly rates: Readonly<Record<string, Decimal>>;
  readonly today: Day;
  readonly dayOf: Calendar;
}

/** A step, and the moment of its commit in milliseconds. */
export interface DatedStep extends DealStep {
  readonly atMs: number;
}

/**
 * The steps in the order of the commits. A file that can't be read is passed over: the deal is as it was before, until
 * it can be read again. A deal whose file has another name from a commit on, and says so by `was`, is renamed by it.
 * @throws Failure `io` where the repository can't tell
 */
export function dealSteps(git: GitFiles, commits: readonly CommitStep[], context: StepsContext): DatedStep[] {
  const states = statesOf(git, commits, context);
  /** Of each id, as it could be read last. */
  const last = new Map<string, DealState>();
  const steps: DatedStep[] = [];
  for (const { commit, author, atMs, files } of commits) {
    const changes = changesIn(files.filter(({ path }) => isDealPath(path)));
    const former = new Set<string>();
    const found: { id: string; before: DealState; after: DealState }[] = [];
    for (const [id, { before, after }] of changes) {
      const now = after && states.get(keyOf(after));
      if (after !== undefined && now === undefined) continue;
      const leaves = (former: string) => changes.has(former) && changes.get(former)?.after === undefined;
      const was = before === undefined && now !== undefined ? formerIdsOf(now).find(leaves) : undefined;
      const heirOf = was === undefined ? undefined : changes.get(was);
      const source = before ?? heirOf?.before;
      if (was !== undefined) former.add(was);
      const known = source && (states.get(keyOf(source)) ?? last.get(was ?? id));
      found.push({ id, before: known, after: now });
      last.set(id, now);
    }
    const on = context.dayOf(atMs);
    for (const { id, before, after } of found) {
      if (after === undefined && (before === undefined || former.has(id))) continue;
      steps.push({ commit, author, atMs, on, before, after });
    }
  }
  return steps;
}

interface Blob {
  readonly path: string;
  readonly content: string;
}

function keyOf({ path, content }: Blob): string {
  return `${content} ${path}`;
}

/** By id, where the file was and where it is; one that moved to another folder is still the same. */
function changesIn(files: readonly FileStep[]): Map<string, { before?: Blob; after?: Blob }> {
  const changes = new Map<string, { before?: Blob; after?: Blob }>();
  for (const { path, before, after } of files) {
    const change = changes.get(idOf(path)) ?? {};
    changes.set(idOf(path), change);
    if (before !== undefined) change.before ??= { path, content: before };
    if (after !== undefined) change.after ??= { path, content: after };
  }
  return changes;
}

/** Files at a time: as many as may be held, were each as large as a deal's may be. */
const LOAD = 1000;

/** Each content at its path as a row; one that can't be read is absent. */
function statesOf(
  git: GitFiles,
  commits: readonly CommitStep[],
  { settings, rates, today }: StepsContext,
): Map<string, NonNullable<DealState>> {
  const blobs = new Map<string, Blob>();
  for (const { files } of commits) {
    for (const { path, before, after } of files) {
      if (!isDealPath(path)) continue;
      for (const content of [before, after]) {
        if (content !== undefined) blobs.set(keyOf({ path, content }), { path, content });
      }
    }
  }
  const row = { facts: undefined, settings, rates, digits: digitsOf(settings.currency), today };
  const states = new Map<string, NonNullable<DealState>>();
  const all = [...blobs.values()];
  for (let at = 0; at < all.length; at += LOAD) {
    const some = all.slice(at, at + LOAD);
    const contents = git.contents([...new Set(some.map(({ content }) => content))]);
    for (const { path, content: id } of some) {
      const bytes = contents.get(id);
      if (bytes === undefined) throw lacking(path);
      const file = { path, id, size: bytes.length, isLink: false };
      const reading = readingOf(file, bytes, settings.currency);
      if (!('deal' in reading)) continue;
      const archived = archiveFolder(path);
      const state = takeRow(reading.deal, row);
      states.set(keyOf({ path, content: id }), archived === undefined ? state : { ...state, archived });
    }
  }
  return states;
}

function lacking(path: string): Failure {
  return new Failure('io', said('The repository lacks what {path} was in some commits.', { path }), {
    hint: FETCH_OLD_FILES,
  });
}
