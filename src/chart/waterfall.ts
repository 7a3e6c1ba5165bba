// The bridge as a waterfall: each bar begins where the one before it ended, so that opening and closing tie out in sight.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { sentences } from '../page/sentences.ts';
import { type Caption, lengthOf, nameCell, whole } from './caption.ts';
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
  readonly opening: Cell;
  readonly closing: Cell;
  /** With its sign. */
  readonly change: Cell;
  /** In the order of the formula, without those that are empty. */
  readonly bars: readonly {
    readonly label: string;
    /** Whether it adds or takes away. */
    readonly sign: 1 | -1;
    /** The sign is in it where it is shown signed; else it is above 0 but where amounts are negative. */
    readonly value: Cell;
    /** Deals; left out where it is of none of its own. */
    readonly count?: Cell;
  }[];
}

type Bar = BridgeValues['bars'][number];

const WENT = {
  open: 'Open value went from {opening} to {closing} {currency}, {change}.',
  won: 'Won value went from {opening} to {closing} {currency}, {change}.',
} as const;

/** `Open value went from … to …, −170,000. Most came by new …; most went by won ….` */
export function captionOfWaterfall(values: BridgeValues, look: ChartLook): Caption {
  const { opening, closing, change, bars, of } = values;
  const largest = (sign: 1 | -1) =>
    bars
      .filter((bar) => bar.sign === sign)
      .toSorted((x, y) => Math.abs(changeOf(y)) - Math.abs(changeOf(x)))[0];
  const said = (message: 'Most came by: {bar}.' | 'Most went by: {bar}.', sign: 1 | -1) => {
    const bar = largest(sign);
    return bar === undefined ? [] : [say(message, { bar: barCell(bar, look) })];
  };
  const went = say(WENT[of], {
    opening: whole(opening),
    closing: whole(closing),
    currency: look.currency,
    change: lengthOf(change) === 0 ? say('no change') : whole(change),
  });
  return sentences(went, ...said('Most came by: {bar}.', 1), ...said('Most went by: {bar}.', -1));
}

function barCell({ label, value, count }: Bar, { currency }: ChartLook): Cell {
  const amount = { bar: nameCell(label), value: whole(value), currency };
  return count === undefined
    ? say('{bar}, {value} {currency}', amount)
    : say('{bar}, {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}', {
        ...amount,
        deals: count,
        count: lengthOf(count),
      });
}

function changeOf({ sign, value }: Bar): number {
  return value.kind === 'money' && value.signed === true ? lengthOf(value) : sign * lengthOf(value);
}

export function waterfall(values: BridgeValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { opening, closing, bars } = values;
  const ends = values.ends ?? { opening: told('Opening', {}, look), closing: told('Closing', {}, look) };
  const [first, last] = [lengthOf(opening), lengthOf(closing)];
  const levels = [first];
  for (const bar of bars) levels.push((levels.at(-1) ?? 0) + changeOf(bar));
  const spans = [
    { from: 0, to: first, fill: COLOURS.total },
    ...bars.map(({ sign }, at) => ({
      from: levels[at] ?? 0,
      to: levels[at + 1] ?? 0,
      fill: sign === 1 ? COLOURS.up : COLOURS.down,
    })),
    { from: 0, to: last, fill: COLOURS.total },
  ];
  const amounts = bars.map((bar) => figures.signed(changeOf(bar), 'money'));
  return chart(look, values.title, captionOfWaterfall(values, look), (width) =>
    rowsPicture(
      {
        names: [
          ends.opening,
          ...bars.map(({ label, sign }) => `${sign === 1 ? '+' : '−'} ${label}`),
          ends.closing,
        ],
        figures: [figures.full(first, 'money'), ...amounts, figures.full(last, 'money')],
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
