// By how much the pipeline is overstated, on the page: the answer, what it rests on, and how it went by quarter.

import type { ReviewStatsView } from '../report/review-stats.ts';
import type { Interval, OverstatedView } from '../report/review-stats-overstated.ts';
import { counted } from './counted.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { say } from './say.ts';
import { sentences } from './sentences.ts';

/** The answer: a share between two bounds, or that there is too little to say one. */
export function overstatedHeading({ overstated: { whole, too_few } }: ReviewStatsView): Block {
  const { share, low, high } = whole;
  if (share === null || low === null || high === null) {
    const why =
      too_few === 'changed'
        ? 'Too few deals changed to say by how much the pipeline is overstated'
        : 'Too few reviews to say by how much the pipeline is overstated';
    return { kind: 'heading', parts: [say(why)] };
  }
  return {
    kind: 'heading',
    parts: [
      say(
        share < 0
          ? 'The pipeline is understated by {share} of its value (90 % interval {interval})'
          : 'The pipeline is overstated by {share} of its value (90 % interval {interval})',
        { share: { kind: 'share', share: Math.abs(share) }, interval: between(whole) },
      ),
    ],
  };
}

/** A bound on the other side of 0 keeps its sign. */
function between({ share, low, high }: Interval): Cell {
  if (share === null || low === null || high === null) return DASH;
  const [first, second] = share < 0 ? [-high, -low] : [low, high];
  return say('{low} to {high}', {
    low: { kind: 'share', share: first },
    high: { kind: 'share', share: second },
  });
}

export function* overstatedBlocks(view: ReviewStatsView, look: Look): Generator<Block> {
  const { overstated, by_quarter: quarters } = view;
  yield estimateTable(overstated, view.currency);
  yield { kind: 'blank' };
  yield* restsOn(view, look);
  yield { kind: 'blank' };
  if (quarters.length === 0) return;
  yield quartersTable(quarters);
  yield { kind: 'blank' };
}

const BY_COLUMNS: readonly Column[] = [
  { key: 'overstated_by', title: 'Overstated by', align: 'right' },
  { key: 'interval', title: '90 % interval', align: 'right' },
];

function estimateTable({ random, judged, whole, ...counts }: OverstatedView, currency: string): Block {
  const columns: readonly Column[] = [
    { key: 'part', title: 'Open deals' },
    { key: 'value', title: say('Value, {currency}', { currency }), align: 'right' },
    ...BY_COLUMNS,
    { key: 'of', title: 'From', align: 'right' },
  ];
  return {
    kind: 'table',
    columns,
    rows: [
      rowOf(
        say('Drawn from at random'),
        random,
        say('{count} of {of}', { count: counts.filled_in, of: counts.drawn }),
      ),
      rowOf(
        say('Important and largest'),
        { ...judged, low: null, high: null },
        counted(judged.deals, 'deal'),
      ),
    ],
    totals: [rowOf(say('Together'), whole, counted(counts.sheets, 'sheet'))],
  };
}

function rowOf(part: Cell, interval: Interval, from: Cell): Cell[] {
  return [part, { kind: 'money', amount: interval.value }, ...byCells(interval), from];
}

function byCells(interval: Interval): Cell[] {
  const { share, low } = interval;
  return [
    share === null ? DASH : { kind: 'share', share },
    low === null ? DASH : between({ ...interval, share: 0 }),
  ];
}

const DASH: Cell = { kind: 'text', text: '–' };

/** What the estimate is of, and how far it carries. */
function* restsOn({ overstated, owner }: ReviewStatsView, look: Look): Generator<Block> {
  const { drawn, filled_in, changed, unvalued, too_few, least, left_out } = overstated;
  const missing = drawn - filled_in;
  const parts = sentences(
    say('Values are of an average sheet; without deals reviewed lately, which chance could not pick.'),
    missing === 0
      ? undefined
      : say('Not filled in: {missing} of the {drawn} that chance picked, taken to be like the others.', {
          missing,
          drawn,
        }),
    unvalued === 0
      ? undefined
      : say('{amounts, plural, one {Of # new amount} other {Of # new amounts}} nothing gives the rate.', {
          amounts: unvalued,
        }),
    left_out.of_owners === 0
      ? undefined
      : say(
          "Not of everybody's deals, and not in the estimate: {sheets, plural, one {# sheet} other {# sheets}}; see --owner.",
          { sheets: left_out.of_owners },
        ),
    left_out.drawn_again === 0
      ? undefined
      : say(
          'Drawn again on the same day, and not in the estimate: {sheets, plural, one {# sheet} other {# sheets}}.',
          { sheets: left_out.drawn_again },
        ),
  );
  yield { kind: 'paragraph', tone: 'muted', parts };
  if (too_few === null) return;
  const has =
    too_few === 'deals'
      ? say('{count} of the {of}', { count: filled_in, of: least.deals })
      : say('{count} of the {of} changed', { count: changed, of: least.changed });
  const needed = { deals: least.deals, changed: least.changed, has };
  const needs =
    owner === null
      ? say(
          'An interval takes {deals} deals picked by chance, {changed} of them changed: so far {has}.',
          needed,
        )
      : say(
          'An interval takes {deals} deals of {owner} picked by chance, {changed} of them changed: so far {has}.',
          { ...needed, owner: look.ownerLabel(owner) },
        );
  yield { kind: 'paragraph', tone: 'warn', parts: [needs] };
}

function quartersTable(quarters: ReviewStatsView['by_quarter']): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'quarter', title: 'Drawn from at random' },
      { key: 'sheets', title: 'Sheets', align: 'right' },
      { key: 'from', title: 'Deals', align: 'right' },
      { key: 'changed', title: 'Changed', align: 'right' },
      ...BY_COLUMNS,
    ],
    rows: quarters.map(({ quarter, sheets, random, filled_in, drawn, changed, too_few }) => [
      { kind: 'text', text: quarter },
      { kind: 'count', count: sheets },
      say('{count} of {of}', { count: filled_in, of: drawn }),
      { kind: 'count', count: changed },
      ...(too_few === null ? byCells(random) : [say('too few'), DASH]),
    ]),
  };
}
