// pipeline diff over a series of snapshots: a bridge an interval, or how often each deal moved.

import { ExitStatus } from '../base/exit-status.ts';
import { Failure } from '../base/failure.ts';
import { asItIs, said } from '../base/said.ts';
import { shellWord } from '../base/shell-word.ts';
import { type DiffWords, diffAsked } from '../report/diff-asked.ts';
import { type IntervalUnit, intervalsOf } from '../report/intervals.ts';
import { dayOfName, NOW } from '../snapshot/names.ts';
import { lastDayOf } from '../snapshot/origin.ts';
import { listSnapshots, readHeader } from '../snapshot/store.ts';
import { diffEnds, type SnapshotEnds } from './diff-ends.ts';
import type { Call } from './verb.ts';

/** The command line of a diff between these two, as it was typed otherwise. */
type Typed = (ends: readonly string[]) => string;

/**
 * Shows the bridges from A to B; without A from the first snapshot on.
 * @throws Failure `usage` where it was asked for what one bridge has, else as diffEnds
 */
export async function showBridges(call: Call, words: DiffWords, typed: Typed): Promise<ExitStatus> {
  const { bridgesView } = await import('../report/bridges.ts');
  const { bridgesPage } = await import('../page/bridges.ts');
  const { bridgesRecords } = await import('../page/bridges-records.ts');
  const { diffLook } = await import('../page/diff-pages.ts');
  assertSnapshots(call, '--every');
  assertBridges(call, words, typed(call.args));
  const settings = await call.settings();
  const today = call.today(settings.timeZone);
  const ends = await diffEnds(
    call,
    today,
    call.args.length > 0 ? call.args : listSnapshots(call.root()).slice(0, 1),
  );
  const { a, b } = ends;
  const every = (call.text('every') ?? 'week') as IntervalUnit;
  const from = lastDayOf(a);
  const [own, ...later] = intervalsOf(datedAfterA(call, ends), every, settings.fiscalYearStarts, from);
  // A is the newest of its own interval, where no other one in it follows.
  const intervals = own === undefined || own.name === undefined ? later : [own, ...later];
  if (intervals.length === 0) {
    throw nothingAfter(a.name);
  }
  const view = bridgesView(
    { first: a, last: b, intervals, team: settings.team, leftOut: ends.leftOut, read: ends.read },
    every,
    diffAsked(words, a, b, { settings, today }),
  );
  const look = diffLook(a, b, settings.team);
  await call.show({
    view,
    page: () => bridgesPage(view, look, (first, last) => `${typed([first, last])} --bridge`),
    records: () => bridgesRecords(view),
  });
  if (hidesDeals(ends, [...view.unreadable, ...view.left_out])) return ExitStatus.rejected;
  const moved = view.intervals.some((interval) => (interval.moved ?? 0) > 0);
  return call.flag('exit-code') && moved ? ExitStatus.findings : ExitStatus.done;
}

/**
 * Shows how often the deals made the movements asked for, over every snapshot from `since` on.
 * @throws Failure `usage` where A was given twice, or nothing that can be counted, else as diffEnds
 */
export async function showCounts(
  call: Call,
  words: DiffWords,
  since: string,
  typed: Typed,
): Promise<ExitStatus> {
  const { movementCountsView } = await import('../report/movement-counts.ts');
  const { movementCountsPage, movementCountsRecords } = await import('../page/movement-counts.ts');
  const { diffLook } = await import('../page/diff-pages.ts');
  assertSnapshots(call, '--since');
  assertCounts(call, words, since);
  const settings = await call.settings();
  const today = call.today(settings.timeZone);
  const ends = await diffEnds(call, today, [since, ...call.args]);
  const { a, b, leftOut, read } = ends;
  if (a.name === b.name) throw nothingAfter(a.name);
  const asked = diffAsked(words, a, b, { settings, today });
  const facts = { first: a, last: b, between: namesBetween(ends), team: settings.team, leftOut, read };
  const view = movementCountsView(facts, asked.only, asked);
  const look = diffLook(a, b, settings.team);
  await call.show({
    view,
    page: () => movementCountsPage(view, look, typed([a.name, b.name])),
    records: () => movementCountsRecords(view),
  });
  if (hidesDeals(ends, view.unreadable)) return ExitStatus.rejected;
  return call.flag('exit-code') && view.deals.length > 0 ? ExitStatus.findings : ExitStatus.done;
}

function namesBetween({ a, b, names }: SnapshotEnds): string[] {
  return names.filter((name) => name > a.name && (b.name === NOW ? dayOfName(name) <= b.on : name < b.name));
}

/** The snapshots after A up to B, which may be the working set. */
function datedAfterA(call: Call, ends: SnapshotEnds) {
  const { a, b } = ends;
  const root = call.root();
  const dated = namesBetween(ends).map((name) => ({ name, until: lastDayOf(readHeader(root, name)) }));
  return a.name === b.name ? [] : [...dated, { name: b.name, until: lastDayOf(b) }];
}

function nothingAfter(name: string): Failure {
  return new Failure('nothing-to-look-at', said('There is nothing after {name} to come to.', { name }), {
    hint: asItIs('pipeline snapshot list'),
  });
}

/** @throws Failure `usage` where commits were asked for as well */
function assertSnapshots(call: Call, option: string): void {
  const other = call.text('git') !== undefined ? '--git' : call.flag('between') ? '--between' : undefined;
  if (other === undefined) return;
  throw new Failure(
    'usage',
    said('{option} walks over snapshots, and {other} looks at commits.', { option, other }),
    {
      hint: said('Leave out {option} or {other}.', { option, other }),
    },
  );
}

function assertCounts(call: Call, { only, explain }: DiffWords, since: string): void {
  if (call.args.length > 1) {
    throw new Failure('usage', '--since says where to begin, and so does A.', {
      hint: 'Leave out one of them; beside --since a single word is B, where it ends.',
    });
  }
  if (explain !== undefined || call.flag('bridge')) {
    throw new Failure('usage', '--since walks over every snapshot, and a bridge has two ends.', {
      hint: said('pipeline diff {since} --bridge, or --every month for a bridge an interval', {
        since: shellWord(since),
      }),
    });
  }
  if (only.length === 0) {
    throw new Failure(
      'usage',
      '--since counts movements from snapshot to snapshot: it needs to know which.',
      {
        hint: said('pipeline diff --only slipped --since {since}; from end to end: pipeline diff {since}', {
          since: shellWord(since),
        }),
      },
    );
  }
}

function assertBridges(call: Call, { only, explain }: DiffWords, command: string): void {
  if (call.text('since') !== undefined) {
    throw new Failure('usage', '--since counts movements, and --every shows bridges: from A to B.', {
      hint: asItIs(`pipeline diff ${shellWord(call.text('since') ?? '')} --every ${call.text('every')}`),
    });
  }
  if (only.length > 0) {
    throw new Failure('usage', '--every shows bridges, and --only lines of deals.', {
      hint: said('Leave out one of them: {command} --only {only}', { command, only: only.join(',') }),
    });
  }
  if (explain !== undefined) {
    throw new Failure('usage', '--explain is of one bridge, and --every shows one an interval.', {
      hint: said('{command} --explain {explain}', { command, explain }),
    });
  }
}

/** Whether one of those that could not be read somewhere can't be read at now: it may have moved. */
function hidesDeals({ b, leftOut }: SnapshotEnds, unread: readonly string[]): boolean {
  const now = new Set(leftOut);
  for (const { id, problem } of b.deals) if (problem !== '') now.add(id);
  return b.name === NOW && unread.some((id) => now.has(id));
}
