// By how much the pipeline is overstated, on the page: the answer, what it rests on, and how it went by quarter.

import type { ReviewStatsView } from '../report/review-stats.ts';
import type { Interval, OverstatedView } from '../report/review-stats-overstated.ts';
import { plural } from './freshness-lines.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Column } from './page.ts';
import { say } from './say.ts';

type Parts = (string | Cell)[];

/** The answer: a share between two bounds, or that there is too little to say one. */
export function overstatedHeading({ overstated: { whole, too_few } }: ReviewStatsView): Block {
  const { share, low, high } = whole;
  if (share === null || low === null || high === null) {
    const why = too_few === 'changed' ? 'Too few deals changed' : 'Too few reviews';
    return { kind: 'heading', parts: [`${why} to say by how much the pipeline is overstated`] };
  }
  return {
    kind: 'heading',
    parts: [
      `The pipeline is ${share < 0 ? 'understated' : 'overstated'} by `,
      { kind: 'share', share: Math.abs(share) },
      ' of its value (90 % interval ',
      ...between(whole),
      ')',
    ],
  };
}

/** A bound on the other side of 0 keeps its sign. */
function between({ share, low, high }: Interval): Parts {
  if (share === null || low === null || high === null) return ['–'];
  const [first, second] = share < 0 ? [-high, -low] : [low, high];
  return [{ kind: 'share', share: first }, ' to ', { kind: 'share', share: second }];
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
      rowOf('Drawn from at random', random, `${counts.filled_in} of ${counts.drawn}`),
      rowOf('Important and largest', { ...judged, low: null, high: null }, plural(judged.deals, 'deal')),
    ],
    totals: [rowOf('Together', whole, plural(counts.sheets, 'sheet'))],
  };
}

function rowOf(part: string, interval: Interval, from: string): Cell[] {
  return [
    { kind: 'text', text: part },
    { kind: 'money', amount: interval.value },
    ...byCells(interval),
    { kind: 'text', text: from },
  ];
}

function byCells(interval: Interval): Cell[] {
  const { share, low } = interval;
  return [
    share === null ? DASH : { kind: 'share', share },
    low === null ? DASH : { kind: 'phrase', parts: between({ ...interval, share: 0 }) },
  ];
}

const DASH: Cell = { kind: 'text', text: '–' };

/** What the estimate is of, and how far it carries. */
function* restsOn({ overstated, owner }: ReviewStatsView, look: Look): Generator<Block> {
  const { drawn, filled_in, changed, unvalued, too_few, least, left_out } = overstated;
  const missing = drawn - filled_in;
  const sentences = [
    'Values are of an average sheet; without deals reviewed lately, which chance could not pick.',
    ...(missing === 0
      ? []
      : [`Not filled in: ${missing} of the ${drawn} that chance picked, taken to be like the others.`]),
    ...(unvalued === 0 ? [] : [`Of ${plural(unvalued, 'new amount')} nothing gives the rate.`]),
    ...(left_out.of_owners === 0
      ? []
      : [
          `Not of everybody's deals, and not in the estimate: ${plural(left_out.of_owners, 'sheet')}; see --owner.`,
        ]),
    ...(left_out.drawn_again === 0
      ? []
      : [`Drawn again on the same day, and not in the estimate: ${plural(left_out.drawn_again, 'sheet')}.`]),
  ];
  yield { kind: 'paragraph', tone: 'muted', parts: [sentences.join(' ')] };
  if (too_few === null) return;
  const whose = owner === null ? '' : ` of ${look.ownerLabel(owner)}`;
  const has =
    too_few === 'deals' ? `${filled_in} of the ${least.deals}` : `${changed} of the ${least.changed} changed`;
  const text = `An interval takes ${least.deals} deals${whose} picked by chance, ${least.changed} of them changed: there are ${has}.`;
  yield { kind: 'paragraph', tone: 'warn', parts: [text] };
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
      { kind: 'text', text: `${filled_in} of ${drawn}` },
      { kind: 'count', count: changed },
      ...(too_few === null ? byCells(random) : [{ kind: 'text', text: 'too few' } as const, DASH]),
    ]),
  };
}
