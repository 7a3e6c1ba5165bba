// The bridge as a waterfall: each bar begins where the one before it ended, so that opening and closing tie out in sight.

import type { Decimal } from '../base/money.ts';
import { type Chart, type ChartLook, figuresOf } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, lineShape, rowsPicture } from './rows.ts';

export interface BridgeValues {
  readonly title: string;
  readonly opening: Decimal;
  readonly closing: Decimal;
  /** In the order of the formula, without those that are empty. */
  readonly bars: readonly {
    readonly label: string;
    /** Whether it adds or takes away. */
    readonly sign: 1 | -1;
    /** Above 0 but where amounts are negative; the sign is not in it. */
    readonly value: Decimal;
    readonly count: number;
  }[];
}

/** `Open value went from … to … (−170,000). Most came by new …; most went by won ….` */
export function captionOfWaterfall({ opening, closing, bars }: BridgeValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const change = Number(closing) - Number(opening);
  const largest = (sign: 1 | -1) =>
    bars.filter((bar) => bar.sign === sign).toSorted((x, y) => Number(y.value) - Number(x.value))[0];
  const said = (lead: string, sign: 1 | -1) => {
    const bar = largest(sign);
    return bar === undefined
      ? ''
      : ` ${lead}: ${bar.label}, ${figures.money(Number(bar.value))} in ${figures.full(bar.count, 'count')} ${bar.count === 1 ? 'deal' : 'deals'}.`;
  };
  const went = `Open value from ${figures.full(Number(opening), 'money')} to ${figures.money(Number(closing))}, ${change === 0 ? 'no change' : figures.signed(change, 'money')}.`;
  return `${went}${said('Most came by', 1)}${said('Most went by', -1)}`;
}

export function waterfall(values: BridgeValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { opening, closing, bars } = values;
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
        names: ['Opening', ...bars.map(({ label, sign }) => `${sign === 1 ? '+' : '−'} ${label}`), 'Closing'],
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
