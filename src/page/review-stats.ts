// The page of `pipeline review stats`: by how much the pipeline is overstated, how the deals that were drawn stood, what
// became of promises, why deals were won and lost, and the lessons.

import type { ReviewStatsView } from '../report/review-stats.ts';
import type { PartView } from '../report/review-stats-parts.ts';
import type { Message } from '../words/message.ts';
import type { Look } from './look.ts';
import { sayNames } from './names.ts';
import type { Block, Cell, Column, Page } from './page.ts';
import { rateCell } from './rate-cell.ts';
import { lessonBlocks, reasonBlocks } from './review-stats-learned.ts';
import { overstatedBlocks, overstatedHeading } from './review-stats-overstated.ts';
import { say } from './say.ts';

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
    say('{sheets, plural, one {# sheet} other {# sheets}} from {from} to {to}', {
      sheets: sheets.length,
      from: { kind: 'day', day: period.from },
      to: { kind: 'day', day: period.to },
    }),
    owner === null ? '' : ` · ${look.ownerLabel(owner)}`,
    ' · ',
    say('{filled} of {drawn} drawn deals filled in', {
      filled: { kind: 'count', count: filled },
      drawn: { kind: 'count', count: drawn },
    }),
  ];
}

function sum(sheets: ReviewStatsView['sheets'], key: 'drawn' | 'filled_in'): number {
  return sheets.reduce((all, sheet) => all + sheet[key], 0);
}

const PART_LABELS: Readonly<Record<PartView['part'], Message>> = {
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
  { key: 'change', title: { kind: 'label', message: 'by' }, align: 'right' },
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
    say(PART_LABELS[part]),
    say('{count} of {of}', { count: filled_in, of: drawn }),
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
      say('Verdicts: confirmed {confirmed} · corrected {corrected} · at risk {risky} · dead {dead}', {
        confirmed: counts('confirmed'),
        corrected: counts('corrected'),
        risky: counts('at-risk'),
        dead: counts('dead'),
      }),
    ],
  };
  yield {
    kind: 'line',
    parts: [
      say(
        'Reviewed of what is open now: {value} · {count} of {deals, plural, one {# deal} other {# deals}}',
        {
          value:
            open.share === null
              ? '–'
              : say('{share} of value', { share: { kind: 'share', share: open.share } }),
          count: open.count,
          deals: open.of,
        },
      ),
    ],
  };
  yield { kind: 'line', parts: actionParts(actions) };
  yield { kind: 'blank' };
}

function actionParts(actions: ReviewStatsView['actions']): (string | Cell)[] {
  if (actions.promised === 0) return [say('Promised: no action')];
  return [
    say('Promised: {actions, plural, one {# action} other {# actions}} · on time {rate}', {
      actions: actions.promised,
      rate: rateCell(actions.on_time),
    }),
    ...(actions.overdue === 0 ? [] : [' · ', say('{count} overdue', { count: actions.overdue })]),
    ...(actions.dropped === 0 ? [] : [' · ', say('{count} taken back', { count: actions.dropped })]),
    ...(actions.undated === 0 ? [] : [' · ', say('{count} without a day', { count: actions.undated })]),
  ];
}

/** The sheets that are in no figure, and why; nothing where all are. */
export function* leftOut({
  left_out: { unreadable, other_currency },
}: Pick<ReviewStatsView, 'left_out'>): Generator<Block> {
  const told: readonly (readonly [why: Message, places: readonly string[]])[] = [
    ["In no figure, since it can't be read: {places}.", unreadable],
    ['In no figure, being in another reporting currency: {places}.', other_currency],
  ];
  for (const [why, places] of told) {
    if (places.length === 0) continue;
    yield { kind: 'paragraph', tone: 'bad', parts: [say(why, { places: sayNames(places) })] };
  }
}

function next({ actions }: ReviewStatsView): Block {
  return actions.overdue > 0
    ? { kind: 'next', text: say('What was promised and is late'), command: 'pipeline actions --overdue' }
    : { kind: 'next', text: say('Deal by deal'), command: 'pipeline review stats --format csv' };
}
