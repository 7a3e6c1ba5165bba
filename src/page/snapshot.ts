// The page of `pipeline snapshot`: what was taken, what it adds up to, and what changed since the one before.

import type { Day } from '../base/day.ts';
import { named } from '../base/named.ts';
import type { MovementKind } from '../movement/kinds.ts';
import type { SnapshotView } from '../report/snapshot.ts';
import { plural } from './freshness-lines.ts';
import type { Block, Cell, Page } from './page.ts';
import { say } from './say.ts';
import { movements, nothingToCompare } from './snapshot-report.ts';

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
  const parts: Part[] = ['Not due'];
  if (last !== null) parts.push(': the last snapshot is of ', { kind: 'day', day: last });
  if (next !== null) parts.push(', the next one is due on ', { kind: 'day', day: next });
  return { currency, digits: 0, blocks: [{ kind: 'line', parts }] };
}

type Part = string | Cell;

export function snapshotPage(view: SnapshotView, taken: Taken, digits: number): Page {
  return { currency: view.currency, digits, blocks: [...blocksOf(view, taken)] };
}

function* blocksOf(view: SnapshotView, taken: Taken): Generator<Block> {
  if (taken.files.length === 0) {
    yield {
      kind: 'heading',
      parts: [`Nothing changed since ${view.previous ?? view.name} · no snapshot is taken`],
    };
    yield { kind: 'next', text: 'All snapshots', command: 'pipeline snapshot list' };
    return;
  }
  const how = taken.replaced ? 'replaced' : 'taken';
  const archive = view.archived === 0 ? '' : ` and ${view.archived} in the archive`;
  yield {
    kind: 'heading',
    parts: [`Snapshot ${view.name} · ${how} · ${plural(view.deals, 'deal')}${archive}`],
  };
  yield { kind: 'blank' };
  yield totals(view);
  yield { kind: 'blank' };
  yield since(view);
  yield* freshness(view);
  yield* unread(view);
  yield { kind: 'line', parts: [`Written: ${folderOf(taken.files)}, to be read in its snapshot.md`] };
  if (taken.missed.length > 0) {
    const days = taken.missed.length === 1 ? 'a day' : `${taken.missed.length} days`;
    const text = `Missed: ${days} on which one was due, ${named(taken.missed)}. What was then nobody wrote down.`;
    yield { kind: 'paragraph', tone: 'warn', parts: [text] };
  }
  if (taken.commit !== null) yield { kind: 'line', parts: [`Committed as ${taken.commit.slice(0, 12)}`] };
  yield next(view);
}

function totals({ stages, open, won, lost, currency }: SnapshotView): Block {
  const cells = (label: string, { count, value }: SnapshotView['open']): Cell[] => [
    { kind: 'text', text: label },
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
    rows: stages.map((stage) => cells(stage.label, stage)),
    totals: [
      cells('Open', open),
      ...(won.count > 0 ? [cells('Won', won)] : []),
      ...(lost.count > 0 ? [cells('Lost', lost)] : []),
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
      `Since ${diff.from_snapshot}: `,
      { kind: 'money', amount: opening },
      ' → ',
      { kind: 'money', amount: closing },
      ' (',
      { kind: 'money', amount: change, signed: true },
      `) · ${movements(diff, TOLD)}`,
    ],
  };
}

function* freshness({ freshness: { by_value, by_count, fresh, open } }: SnapshotView): Generator<Block> {
  if (by_count === null) return;
  const value: Part[] = by_value === null ? [] : [{ kind: 'share', share: by_value }, ' of value · '];
  yield { kind: 'line', parts: ['Fresh: ', ...value, `${fresh.count} of ${open.count} open deals`] };
}

function* unread({ unreadable, left_out, missing }: SnapshotView): Generator<Block> {
  const bad = (line: string): Block => ({ kind: 'paragraph', tone: 'bad', parts: [line] });
  if (unreadable.length > 0) {
    yield bad(
      `${plural(unreadable.length, 'deal')} cannot be read; each stands as before: ${named(unreadable.map(({ id }) => id))}.`,
    );
  }
  if (left_out.length > 0) {
    yield bad(
      `${plural(left_out.length, 'deal')} cannot be read, and no snapshot has any: left out: ${named(left_out)}.`,
    );
  }
  if (missing.length > 0)
    yield { kind: 'line', parts: [`Missing in the last complete export: ${plural(missing.length, 'deal')}`] };
}

function next({ since: diff, unreadable, left_out }: SnapshotView): Block {
  if (unreadable.length + left_out.length > 0) {
    return { kind: 'next', text: 'What is wrong with the files', command: 'pipeline check' };
  }
  if (diff === null) return { kind: 'next', text: 'All snapshots', command: 'pipeline snapshot list' };
  const command = `pipeline diff ${diff.from_snapshot} ${diff.to_snapshot}`;
  return { kind: 'next', text: 'What happened to each deal', command };
}

function folderOf(files: readonly string[]): string {
  return (files[0] ?? '').replace(/[^/]+$/, '');
}
