// The page of snapshot.md: the report that a person reads of a snapshot, without opening the data beside it.

import { fromMinor, sumMinor, toMinor } from '../base/money.ts';
import { MOVEMENTS, type MovementKind } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { SnapshotView } from '../report/snapshot.ts';
import { bridgePage } from './diff-bridge.ts';
import { whatHappened } from './diff-words.ts';
import { notEvaluatedLines, plural, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import { freshnessTable } from './freshness-table.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { say } from './say.ts';

/** Deals in the list of what moved most. */
const MOST_MOVED = 10;
const NONE: Cell = { kind: 'none' };

type Part = string | Cell;

/** Funnel, bridge, what moved most, freshness, and what is in no figure. */
export function snapshotReport(view: SnapshotView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: SnapshotView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: [`${view.workspace} · snapshot ${view.name}`] };
  if (view.message !== '') yield paragraph([view.message]);
  for (const remark of view.remarks) yield paragraph([remark]);
  yield* unread(view);
  yield funnel(view);
  yield* beside(view);
  yield* moved(view, look);
  yield* fresh(view, look);
}

/** What is not so, or not known, comes before the figures. */
function* unread({ unreadable, left_out, missing }: SnapshotView): Generator<Block> {
  if (unreadable.length > 0) {
    yield paragraph([
      `${plural(unreadable.length, 'deal')} cannot be read; each stands as in the snapshot before:`,
    ]);
    yield {
      kind: 'table',
      columns: [
        { key: 'id', title: 'Deal' },
        { key: 'problem', title: 'Problem' },
      ],
      rows: unreadable.map(({ id, problem }) => [text(id), text(problem)]),
    };
  }
  yield* unreadableLines(left_out);
  if (missing.length > 0) {
    yield paragraph([
      `${plural(missing.length, 'deal')} of the CRM ${missing.length === 1 ? 'is' : 'are'} missing in its last complete export.`,
    ]);
  }
}

function funnel({ stages, open, currency }: SnapshotView): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'stage', title: 'Stage' },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
      { key: 'median_days', title: 'Median days in stage', align: 'right' },
    ],
    rows: stages.map(({ label, count, value, median_days }) => [
      text(label),
      { kind: 'count', count },
      { kind: 'money', amount: value },
      median_days === null ? text('–') : { kind: 'count', count: median_days },
    ]),
    totals: [
      [text('Open'), { kind: 'count', count: open.count }, { kind: 'money', amount: open.value }, NONE],
    ],
  };
}

/** Closed deals that are not archived yet, and how the open ones were recorded. */
function* beside({
  won,
  lost,
  archived,
  recorded_from_first_stage: recorded,
}: SnapshotView): Generator<Block> {
  yield paragraph([
    `Closed and not yet archived: ${plural(won.count, 'deal')} won (`,
    { kind: 'money', amount: won.value },
    `), ${plural(lost.count, 'deal')} lost (`,
    { kind: 'money', amount: lost.value },
    `). In the archive: ${plural(archived, 'deal')}.`,
  ]);
  const share: Part[] = recorded.share === null ? [] : [' (', { kind: 'share', share: recorded.share }, ')'];
  yield paragraph([
    `Recorded from the first stage on: ${recorded.count} of ${recorded.of} open deals`,
    ...share,
    '.',
  ]);
}

function* moved({ since, previous }: SnapshotView, look: Look): Generator<Block> {
  if (since === null) yield paragraph([nothingToCompare(previous)]);
  else yield* movedBlocks(since, look);
}

/** The bridge, the deals that moved most money, and how many had each movement. */
export function* movedBlocks(since: DiffView, look: Look): Generator<Block> {
  yield* bridgePage(since, look, '').blocks.filter(({ kind }) => kind !== 'next');
  const priced = since.deals.filter(({ value }) => /[1-9]/.test(value));
  if (priced.length > 0) yield* mostMoved(priced, since, look);
  yield { kind: 'blank' };
  yield paragraph([`All movements: ${movements(since)}.`]);
}

function* mostMoved(priced: readonly DiffDeal[], since: DiffView, look: Look): Generator<Block> {
  const most = priced.slice(0, MOST_MOVED);
  const others = priced.slice(MOST_MOVED);
  const change = (deals: readonly DiffDeal[]): Cell => {
    const sum = sumMinor(deals.map(({ value }) => toMinor(value, look.digits)));
    return { kind: 'money', amount: fromMinor(sum, look.digits), signed: true };
  };
  yield { kind: 'heading', parts: ['What moved most'] };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 8 },
      { key: 'owner', title: 'Owner', shrinkTo: 4, dropRank: 1 },
      { key: 'what', title: 'What happened', shrinkTo: 12 },
      { key: 'value', title: say('Change, {currency}', { currency: since.currency }), align: 'right' },
    ],
    rows: [
      ...most.map((deal) => [
        text(deal.id),
        text(look.ownerLabel(deal.owner)),
        oneCell(whatHappened(deal, since, look)),
        change([deal]),
      ]),
      ...(others.length === 0
        ? []
        : [[text(`${plural(others.length, 'other deal')}`), NONE, NONE, change(others)]]),
    ],
    totals: [[text('Sum'), NONE, NONE, change(priced)]],
  };
}

/** Why there is no diff. */
export function nothingToCompare(previous: string | null): string {
  return previous === null
    ? 'It is the first snapshot: there is none before to compare it with.'
    : `It is not compared with ${previous}, which is in another reporting currency.`;
}

/** A table of Markdown wraps by itself: all words in one cell. */
function oneCell(lines: readonly Cell[]): Cell {
  return { kind: 'phrase', parts: lines.flatMap((line, at) => (at === 0 ? [line] : [' · ', line])) };
}

/** `slipped 4, advanced 5`: of these kinds, or of all. */
export function movements({ totals }: DiffView, kinds?: readonly MovementKind[]): string {
  const each = totals.movements
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(({ kind, deals }) => `${MOVEMENTS[kind].label} ${deals}`);
  return each.length === 0 ? 'none' : each.join(', ');
}

function* fresh(view: SnapshotView, look: Look): Generator<Block> {
  const { freshness, owners } = view;
  if (freshness.open.count === 0) return;
  yield { kind: 'heading', parts: ['Freshness'] };
  yield freshnessTable('owner', owners, freshness, look);
  yield paragraph([notFreshLine(view)]);
  yield* withoutValueLines(freshness);
  yield* notEvaluatedLines(view.not_evaluated);
}

/** Where signs of life were not judged there is no count of fresh deals, only what other rules found. */
function notFreshLine({ freshness, not_fresh }: SnapshotView): string {
  const byRule = Object.entries(not_fresh.by_rule)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
  if (freshness.by_count === null) {
    return `Fresh: – · not judged${byRule === '' ? '' : `; found by other rules: ${byRule}`}.`;
  }
  const others = byRule === '' ? '' : `; of the others by ${byRule}`;
  return `Not fresh: ${not_fresh.count} of ${freshness.open.count} open deals, stale ${not_fresh.stale}${others}.`;
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function paragraph(parts: readonly Part[]): Block {
  return { kind: 'paragraph', parts };
}
