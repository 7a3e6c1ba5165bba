// The page of snapshot.md: the report that a person reads of a snapshot, without opening the data beside it.

import { fromMinor, sumMinor, toMinor } from '../base/money.ts';
import { MOVEMENTS, type MovementKind } from '../movement/kinds.ts';
import type { DiffView } from '../report/diff.ts';
import type { DiffDeal } from '../report/diff-deals.ts';
import type { SnapshotView } from '../report/snapshot.ts';
import { bridgePage } from './diff-bridge.ts';
import { whatHappened } from './diff-words.ts';
import { notEvaluatedLines, unreadableLines, withoutValueLines } from './freshness-lines.ts';
import { freshnessTable } from './freshness-table.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page } from './page.ts';
import { say, spoken } from './say.ts';
import { namedStageCell } from './stage-cell.ts';

/** Deals in the list of what moved most. */
const MOST_MOVED = 10;
const NONE: Cell = { kind: 'none' };

type Part = string | Cell;

/** Funnel, bridge, what moved most, freshness, and what is in no figure. */
export function snapshotReport(view: SnapshotView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: SnapshotView, look: Look): Generator<Block> {
  yield { kind: 'heading', parts: [`${view.workspace} · `, say('snapshot {name}', { name: view.name })] };
  if (view.message !== '') yield paragraph([view.message]);
  for (const remark of view.remarks) yield paragraph([spoken(remark)]);
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
      say(
        '{deals, plural, one {# deal} other {# deals}} cannot be read; each stands as in the snapshot before:',
        { deals: unreadable.length },
      ),
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
      say(
        '{deals, plural, one {# deal of the CRM is} other {# deals of the CRM are}} missing in its last complete export.',
        { deals: missing.length },
      ),
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
    rows: stages.map(({ stage, label, count, value, median_days }) => [
      namedStageCell({ stage, label }),
      { kind: 'count', count },
      { kind: 'money', amount: value },
      median_days === null ? text('–') : { kind: 'count', count: median_days },
    ]),
    totals: [
      [say('Open'), { kind: 'count', count: open.count }, { kind: 'money', amount: open.value }, NONE],
    ],
  };
}

/** Closed deals that are not archived yet, and how the open ones were recorded. */
function* beside({
  open,
  won,
  lost,
  archived,
  recorded_from_first_stage: recorded,
}: SnapshotView): Generator<Block> {
  yield paragraph([
    say(
      'Closed and not yet archived: {won, plural, one {# deal} other {# deals}} won ({won_value}), {lost, plural, one {# deal} other {# deals}} lost ({lost_value}). In the archive: {archived, plural, one {# deal} other {# deals}}.',
      {
        ...{ won: won.count, won_value: { kind: 'money', amount: won.value } },
        ...{ lost: lost.count, lost_value: { kind: 'money', amount: lost.value } },
        archived,
      },
    ),
  ]);
  const { count, of, share } = recorded;
  if (of === 0 && open.count > 0) return;
  yield paragraph([
    share === null
      ? say('Recorded from the first stage on: {count} of {of} open deals.', { count, of })
      : say('Recorded from the first stage on: {count} of {of} open deals ({share}).', {
          ...{ count, of },
          share: { kind: 'share', share },
        }),
  ]);
}

function* moved({ since, previous }: SnapshotView, look: Look): Generator<Block> {
  if (since === null) yield paragraph([nothingToCompare(previous)]);
  else yield* movedBlocks(since, look);
}

/**
 * The bridge, the deals that moved most money, and how many had each movement.
 * @param isNamed whether those deals have their names where there is room
 */
export function* movedBlocks(since: DiffView, look: Look, isNamed = false): Generator<Block> {
  yield* bridgePage(since, look, '').blocks.filter(({ kind }) => kind !== 'next');
  const priced = since.deals.filter(({ value }) => /[1-9]/.test(value));
  if (priced.length > 0) yield* mostMoved(priced, since, look, isNamed);
  yield { kind: 'blank' };
  yield paragraph([
    say('All movements: {movements}.', { movements: { kind: 'phrase', parts: movements(since) } }),
  ]);
}

function* mostMoved(
  priced: readonly DiffDeal[],
  since: DiffView,
  look: Look,
  isNamed: boolean,
): Generator<Block> {
  const named = (cell: Cell): Cell[] => (isNamed ? [cell] : []);
  const most = priced.slice(0, MOST_MOVED);
  const others = priced.slice(MOST_MOVED);
  const change = (deals: readonly DiffDeal[]): Cell => {
    const sum = sumMinor(deals.map(({ value }) => toMinor(value, look.digits)));
    return { kind: 'money', amount: fromMinor(sum, look.digits), signed: true };
  };
  yield { kind: 'heading', parts: [say('What moved most')] };
  yield {
    kind: 'table',
    columns: [
      { key: 'id', title: 'Deal', shrinkTo: 12 },
      ...(isNamed ? [{ key: 'name', title: 'Name', spare: true } as const] : []),
      { key: 'owner', title: 'Owner', shrinkTo: 4, dropRank: 1 },
      { key: 'what', title: 'What happened', shrinkTo: 9, wrapsTo: 36 },
      { key: 'value', title: say('Change, {currency}', { currency: since.currency }), align: 'right' },
    ],
    rows: [
      ...most.map((deal) => [
        text(deal.id),
        ...named(text(deal.name)),
        text(look.ownerLabel(deal.owner)),
        oneCell(whatHappened(deal, since, look)),
        change([deal]),
      ]),
      ...(others.length === 0
        ? []
        : [
            [
              say('{deals, plural, one {# other deal} other {# other deals}}', { deals: others.length }),
              ...named(NONE),
              NONE,
              NONE,
              change(others),
            ],
          ]),
    ],
    totals: [[say('Sum'), ...named(NONE), NONE, NONE, change(priced)]],
  };
}

/** Why there is no diff. */
export function nothingToCompare(previous: string | null): Cell {
  return previous === null
    ? say('It is the first snapshot: there is none before to compare it with.')
    : say('It is not compared with {snapshot}, which is in another reporting currency.', {
        snapshot: previous,
      });
}

/** A table of Markdown wraps by itself: all words in one cell. */
function oneCell(lines: readonly Cell[]): Cell {
  return { kind: 'phrase', parts: lines.flatMap((line, at) => (at === 0 ? [line] : [' · ', line])) };
}

/** `slipped 4, advanced 5`: of these kinds, or of all. */
export function movements({ totals }: DiffView, kinds?: readonly MovementKind[]): Part[] {
  const each = totals.movements
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .flatMap(({ kind, deals }, at): Part[] => [
      ...(at === 0 ? [] : [', ']),
      say(MOVEMENTS[kind].label),
      ` ${deals}`,
    ]);
  return each.length === 0 ? [say('none')] : each;
}

function* fresh(view: SnapshotView, look: Look): Generator<Block> {
  const { freshness, owners } = view;
  if (freshness.open.count === 0) return;
  yield { kind: 'heading', parts: [say('Freshness')] };
  yield freshnessTable('owner', owners, freshness, look);
  yield paragraph([notFreshLine(view)]);
  yield* withoutValueLines(freshness, { currency: view.currency, as_of: null, today: view.on });
  yield* notEvaluatedLines(view.not_evaluated);
}

/** Where signs of life were not judged there is no count of fresh deals, only what other rules found. */
function notFreshLine({ freshness, not_fresh }: SnapshotView): Cell {
  const byRule = Object.entries(not_fresh.by_rule)
    .filter(([, count]) => count > 0)
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ');
  if (freshness.by_count === null) {
    return byRule === ''
      ? say('Fresh: – · not judged.')
      : say('Fresh: – · not judged; found by other rules: {rules}.', { rules: byRule });
  }
  const counts = { count: not_fresh.count, open: freshness.open.count, stale: not_fresh.stale };
  return byRule === ''
    ? say('Not fresh: {count} of {open} open deals, stale {stale}.', counts)
    : say('Not fresh: {count} of {open} open deals, stale {stale}; of the others by {rules}.', {
        ...counts,
        rules: byRule,
      });
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function paragraph(parts: readonly Part[]): Block {
  return { kind: 'paragraph', parts };
}
