// The page of `pipeline review stats`: by how much the pipeline is overstated, how the deals that were drawn stood, what
// became of promises, why deals were won and lost, and the lessons.

import { named } from '../base/named.ts';
import type { ReviewStatsView } from '../report/review-stats.ts';
import type { PartView } from '../report/review-stats-parts.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { lessonBlocks, reasonBlocks } from './review-stats-learned.ts';
import { overstatedBlocks, overstatedHeading } from './review-stats-overstated.ts';

export function reviewStatsPage(view: ReviewStatsView, look: Look): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look)] };
}

function* blocksOf(view: ReviewStatsView, look: Look): Generator<Block> {
  yield overstatedHeading(view);
  yield { kind: 'line', parts: subject(view, look) };
  yield { kind: 'blank' };
  yield* overstatedBlocks(view, look);
  yield partsTable(view.parts);
  yield { kind: 'blank' };
  yield* totals(view);
  yield* reasonBlocks(view);
  yield* lessonBlocks(view, look);
  yield* leftOut(view);
  yield next(view);
}

function subject({ period, owner, sheets }: ReviewStatsView, look: Look): (string | Cell)[] {
  const [drawn, filled] = [sum(sheets, 'drawn'), sum(sheets, 'filled_in')];
  return [
    `${plural(sheets.length, 'sheet')} from `,
    { kind: 'day', day: period.from },
    ' to ',
    { kind: 'day', day: period.to },
    owner === null ? '' : ` · ${look.ownerLabel(owner)}`,
    ' · ',
    { kind: 'count', count: filled },
    ' of ',
    { kind: 'count', count: drawn },
    ' drawn deals filled in',
  ];
}

function sum(sheets: ReviewStatsView['sheets'], key: 'drawn' | 'filled_in'): number {
  return sheets.reduce((all, sheet) => all + sheet[key], 0);
}

const PART_LABELS: Readonly<Record<PartView['part'], string>> = {
  important: 'Important',
  largest: 'Largest',
  random: 'At random',
  won: 'Won',
  lost: 'Lost',
};

const PART_COLUMNS: readonly Column[] = [
  { key: 'part', title: 'Drawn' },
  { key: 'filled_in', title: 'Filled in', align: 'right' },
  { key: 'amount_changed', title: 'Amount changed', align: 'right' },
  { key: 'change', title: 'By', align: 'right' },
  { key: 'date_moved', title: 'Date moved', align: 'right' },
  { key: 'median_days', title: 'Median days', align: 'right', dropRank: 1 },
];

/** What was changed, of how many; of closed deals only how many were filled in. */
function partsTable(parts: readonly PartView[]): Block {
  return { kind: 'table', columns: PART_COLUMNS, rows: parts.map(partRow) };
}

function partRow({ part, drawn, filled_in, ...figures }: PartView): Cell[] {
  const { amount_changed, change, date_moved, median_days } = figures;
  const isOpen = part !== 'won' && part !== 'lost';
  const days: Cell = median_days === null ? DASH : { kind: 'text', text: signed(median_days) };
  return [
    { kind: 'text', text: PART_LABELS[part] },
    { kind: 'text', text: `${filled_in} of ${drawn}` },
    ...(isOpen
      ? [rateCell(amount_changed), changeCell(change), rateCell(date_moved), days]
      : [NONE, NONE, NONE, NONE]),
  ];
}

const NONE: Cell = { kind: 'none' };
const DASH: Cell = { kind: 'text', text: '–' };

function signed(days: number): string {
  return days < 0 ? `−${-days}` : `+${days}`;
}

/** Of the value of those filled in. */
function changeCell(change: number | null): Cell {
  if (change === null) return DASH;
  return { kind: 'phrase', parts: [change > 0 ? '+' : '', { kind: 'share', share: change }] };
}

function* totals({ parts, open_reviewed: open, actions }: ReviewStatsView): Generator<Block> {
  const counts = (verdict: keyof PartView['verdicts']) =>
    parts.reduce((all, { verdicts }) => all + verdicts[verdict], 0);
  yield {
    kind: 'line',
    parts: [
      `Verdicts: confirmed ${counts('confirmed')} · corrected ${counts('corrected')} · at risk ${counts('at-risk')} · dead ${counts('dead')}`,
    ],
  };
  yield {
    kind: 'line',
    parts: [
      'Reviewed of what is open now: ',
      ...(open.share === null ? ['–'] : [{ kind: 'share', share: open.share } as const, ' of value']),
      ` · ${open.count} of ${plural(open.of, 'deal')}`,
    ],
  };
  yield { kind: 'line', parts: actionParts(actions) };
  yield { kind: 'blank' };
}

function actionParts(actions: ReviewStatsView['actions']): (string | Cell)[] {
  if (actions.promised === 0) return ['Promised: no action'];
  return [
    `Promised: ${plural(actions.promised, 'action')} · on time `,
    rateCell(actions.on_time),
    ...(actions.overdue === 0 ? [] : [` · ${actions.overdue} overdue`]),
    ...(actions.dropped === 0 ? [] : [` · ${actions.dropped} taken back`]),
    ...(actions.undated === 0 ? [] : [` · ${actions.undated} without a day`]),
  ];
}

function* leftOut({ left_out: { unreadable, other_currency } }: ReviewStatsView): Generator<Block> {
  const told: readonly (readonly [reason: string, places: readonly string[]])[] = [
    ["since it can't be read", unreadable],
    ['being in another reporting currency', other_currency],
  ];
  for (const [reason, places] of told) {
    if (places.length === 0) continue;
    yield { kind: 'paragraph', tone: 'bad', parts: [`In no figure, ${reason}: ${named(places)}.`] };
  }
}

function next({ actions }: ReviewStatsView): Block {
  return actions.overdue > 0
    ? { kind: 'next', text: 'What was promised and is late', command: 'pipeline actions --overdue' }
    : { kind: 'next', text: 'Deal by deal', command: 'pipeline review stats --format csv' };
}
