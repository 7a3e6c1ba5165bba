// The page of `pipeline snapshot`: what was taken, what it adds up to, and what changed since the one before.

import type { Day } from '../base/day.ts';
import type { MovementKind } from '../movement/kinds.ts';
import type { SnapshotView } from '../report/snapshot.ts';
import { dealsHeld } from './deals-held.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Page } from './page.ts';
import { partlyJudged } from './partly-judged.ts';
import { say } from './say.ts';
import { movements, nothingToCompare } from './snapshot-report.ts';
import { namedStageCell } from './stage-cell.ts';

/** What became of the order, beside what the snapshot holds. */
export interface SnapshotTaken {
  /** Paths from the workspace's root; none where nothing was written. */
  readonly files: readonly string[];
  readonly replaced: boolean;
  /** The commit that holds it; null where none was asked for. */
  readonly commit: string | null;
}

/** Whether one is due by the rhythm. */
export interface SnapshotDue {
  readonly today: Day;
  /** Of the last that was taken; null: none was. */
  readonly last: Day | null;
  /** When the next is due; null: now. */
  readonly next: Day | null;
  /** Due days on which none was taken, before the one that is due now. */
  readonly missed: readonly Day[];
}

type Taken = SnapshotTaken & Pick<SnapshotDue, 'missed'>;

/** That none is due. */
export function notDuePage({ last, next }: SnapshotDue, currency: string): Page {
  return { currency, digits: 0, blocks: [{ kind: 'line', parts: [notDue(last, next)] }] };
}

function notDue(last: Day | null, next: Day | null): Cell {
  if (last === null) {
    return next === null
      ? say('Not due')
      : say('Not due, the next one is due on {next}', { next: { kind: 'day', day: next } });
  }
  const day: Cell = { kind: 'day', day: last };
  return next === null
    ? say('Not due: the last snapshot is of {day}', { day })
    : say('Not due: the last snapshot is of {day}, the next one is due on {next}', {
        day,
        next: { kind: 'day', day: next },
      });
}

export function snapshotPage(view: SnapshotView, taken: Taken, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view, taken)] };
}

function* blocksOf(view: SnapshotView, taken: Taken): Generator<Block> {
  if (taken.files.length === 0) {
    yield {
      kind: 'heading',
      parts: [
        say('Nothing changed since {snapshot}', { snapshot: view.previous ?? view.name }),
        ' · ',
        say('no snapshot is taken'),
      ],
    };
    yield { kind: 'next', text: say('All snapshots'), command: 'pipeline snapshot list' };
    return;
  }
  yield {
    kind: 'heading',
    parts: [
      say('Snapshot {name}', { name: view.name }),
      ' · ',
      taken.replaced ? say('replaced') : say('taken'),
      ' · ',
      dealsHeld(view),
    ],
  };
  yield { kind: 'blank' };
  yield totals(view);
  yield { kind: 'blank' };
  yield since(view);
  yield* freshness(view);
  yield* unread(view);
  yield {
    kind: 'line',
    parts: [say('Written: {folder}, to be read in its snapshot.md', { folder: folderOf(taken.files) })],
  };
  if (taken.missed.length > 0) {
    const missed = say(
      'Missed: {days, plural, one {a day} other {# days}} on which one was due, {names}. What was then nobody wrote down.',
      { days: taken.missed.length, names: sayNames(taken.missed) },
    );
    yield { kind: 'paragraph', tone: 'warn', parts: [missed] };
  }
  if (taken.commit !== null) {
    yield { kind: 'line', parts: [say('Committed as {commit}', { commit: taken.commit.slice(0, 12) })] };
  }
  yield next(view);
}

function totals({ stages, open, won, lost, currency }: SnapshotView): Block {
  const cells = (label: Cell, { count, value }: SnapshotView['open']): Cell[] => [
    label,
    { kind: 'count', count },
    { kind: 'money', amount: value },
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'stage', title: 'Stage', shrinkTo: 12 },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
    ],
    rows: stages.map((stage) => cells(namedStageCell(stage), stage)),
    totals: [
      cells(say('Open'), open),
      ...(won.count > 0 ? [cells(say('Won'), won)] : []),
      ...(lost.count > 0 ? [cells(say('Lost'), lost)] : []),
    ],
  };
}

/** What a line has room for; the report has them all. */
const TOLD: readonly MovementKind[] = [
  'new',
  'won',
  'lost',
  'reopened',
  'removed',
  'advanced',
  'regressed',
  'slipped',
  'pulled-in',
  'shrunk',
  'grown',
  'idle',
];

/** One line. */
function since({ since: diff, previous }: SnapshotView): Block {
  if (diff === null) return { kind: 'paragraph', parts: [nothingToCompare(previous)] };
  const { opening, closing, change } = diff.bridge;
  return {
    kind: 'paragraph',
    parts: [
      say('Since {snapshot}: {opening} → {closing} ({change})', {
        snapshot: diff.from_snapshot,
        opening: { kind: 'money', amount: opening },
        closing: { kind: 'money', amount: closing },
        change: { kind: 'money', amount: change, signed: true },
      }),
      ' · ',
      ...movements(diff, TOLD),
    ],
  };
}

function* freshness({ freshness: index }: SnapshotView): Generator<Block> {
  const { by_value, by_count, fresh, open } = index;
  if (by_count === null) return;
  const counts = { fresh: fresh.count, open: open.count };
  yield {
    kind: 'line',
    parts: dotted([
      by_value === null
        ? say('Fresh: {fresh} of {open} open deals', counts)
        : say('Fresh: {share} of value · {fresh} of {open} open deals', {
            share: { kind: 'share', share: by_value },
            ...counts,
          }),
      ...partlyJudged(index),
    ]),
  };
}

function* unread({ unreadable, left_out, missing }: SnapshotView): Generator<Block> {
  const bad = (line: Cell): Block => ({ kind: 'paragraph', tone: 'bad', parts: [line] });
  if (unreadable.length > 0) {
    yield bad(
      say('{deals, plural, one {# deal} other {# deals}} cannot be read; each stands as before: {names}.', {
        deals: unreadable.length,
        names: sayNames(unreadable.map(({ id }) => id)),
      }),
    );
  }
  if (left_out.length > 0) {
    yield bad(
      say(
        '{deals, plural, one {# deal} other {# deals}} cannot be read, and no snapshot has any: left out: {names}.',
        { deals: left_out.length, names: sayNames(left_out) },
      ),
    );
  }
  if (missing.length > 0) {
    const parts = [
      say('Missing in the last complete export: {deals, plural, one {# deal} other {# deals}}', {
        deals: missing.length,
      }),
    ];
    yield { kind: 'line', parts };
  }
}

function next({ since: diff, unreadable, left_out }: SnapshotView): Block {
  if (unreadable.length + left_out.length > 0) {
    return { kind: 'next', text: say('What is wrong with the files'), command: 'pipeline check' };
  }
  if (diff === null) return { kind: 'next', text: say('All snapshots'), command: 'pipeline snapshot list' };
  const command = `pipeline diff ${diff.from_snapshot} ${diff.to_snapshot}`;
  return { kind: 'next', text: say('What happened to each deal'), command };
}

function folderOf(files: readonly string[]): string {
  return (files[0] ?? '').replace(/[^/]+$/, '');
}
