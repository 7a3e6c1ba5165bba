// The bridge as a waterfall: each bar begins where the one before it ended, so that opening and closing tie out in sight.

import type { Decimal } from '../base/money.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, lineShape, rowsPicture } from './rows.ts';

export interface BridgeValues {
  readonly title: string;
  /** What the whole is. */
  readonly of: 'open' | 'won';
  /** What the first and last rows are named; by default as the ends of a bridge. */
  readonly ends?: { readonly opening: string; readonly closing: string };
  readonly opening: Decimal;
  readonly closing: Decimal;
  /** In the order of the formula, without those that are empty. */
  readonly bars: readonly {
    readonly label: string;
    /** Whether it adds or takes away. */
    readonly sign: 1 | -1;
    /** Above 0 but where amounts are negative; the sign is not in it. */
    readonly value: Decimal;
    /** Deals; left out where it is of none of its own. */
    readonly count?: number;
  }[];
}

const WENT = {
  open: 'Open value went from {opening} to {closing}, {change}.',
  won: 'Won value went from {opening} to {closing}, {change}.',
} as const;

/** `Open value went from … to …, −170,000. Most came by new …; most went by won ….` */
export function captionOfWaterfall(values: BridgeValues, look: ChartLook): string {
  const { opening, closing, bars, of } = values;
  const figures = figuresOf(look);
  const change = Number(closing) - Number(opening);
  const largest = (sign: 1 | -1) =>
    bars.filter((bar) => bar.sign === sign).toSorted((x, y) => Number(y.value) - Number(x.value))[0];
  const said = (message: 'Most came by: {bar}.' | 'Most went by: {bar}.', sign: 1 | -1) => {
    const bar = largest(sign);
    return bar === undefined ? [] : [told(message, { bar: barText(bar, look) }, look)];
  };
  const went = told(
    WENT[of],
    {
      opening: figures.full(Number(opening), 'money'),
      closing: figures.money(Number(closing)),
      change: change === 0 ? told('no change', {}, look) : figures.signed(change, 'money'),
    },
    look,
  );
  return [went, ...said('Most came by: {bar}.', 1), ...said('Most went by: {bar}.', -1)].join(' ');
}

function barText({ label, value, count }: BridgeValues['bars'][number], look: ChartLook): string {
  const amount = figuresOf(look).money(Number(value));
  return count === undefined
    ? `${label}, ${amount}`
    : told(
        '{bar}, {value} in {deals, plural, one {# deal} other {# deals}}',
        { bar: label, value: amount, deals: count },
        look,
      );
}

export function waterfall(values: BridgeValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { opening, closing, bars } = values;
  const ends = values.ends ?? { opening: told('Opening', {}, look), closing: told('Closing', {}, look) };
  const levels = [Number(opening)];
  for (const { sign, value } of bars) levels.push((levels.at(-1) ?? 0) + sign * Number(value));
  const spans = [
    { from: 0, to: Number(opening), fill: COLOURS.total },
    ...bars.map(({ sign }, at) => ({
      from: levels[at] ?? 0,
      to: levels[at + 1] ?? 0,
      fill: sign === 1 ? COLOURS.up : COLOURS.down,
    })),
    { from: 0, to: Number(closing), fill: COLOURS.total },
  ];
  const amounts = bars.map(({ sign, value }) => figures.signed(sign * Number(value), 'money'));
  return chart(look, values.title, captionOfWaterfall(values, look), (width) =>
    rowsPicture(
      {
        names: [
          ends.opening,
          ...bars.map(({ label, sign }) => `${sign === 1 ? '+' : '−'} ${label}`),
          ends.closing,
        ],
        figures: [figures.full(Number(opening), 'money'), ...amounts, figures.full(Number(closing), 'money')],
        low: Math.min(0, ...levels),
        high: Math.max(0, ...levels),
        shapes: (row, places) => {
          const { from, to, fill } = spans[row] ?? { from: 0, to: 0, fill: COLOURS.total };
          const tie = places.x(row === spans.length - 1 ? from : to);
          const next: [number, number] = [tie, places.y + places.rowHeight];
          const bar = barShape(places, from, to, fill);
          return row === spans.length - 1 ? [bar] : [lineShape([tie, places.y], next, COLOURS.quiet), bar];
        },
      },
      width,
    ),
  );
}
