// Where close dates went: an arrow a deal from the old day to the new one, to the right where it slipped.

import { type Day, daysBetween } from '../base/day.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { lineShape, rowsPicture, type Shape } from './rows.ts';

export interface SlipValues {
  readonly title: string;
  readonly deals: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
}

/** `7 deals: 6 slipped, by 21 days in the middle and 60 at most (acme-erp); 1 pulled in.` */
export function captionOfSlips({ deals }: SlipValues, look: ChartLook): string {
  const moved = deals.map(({ name, from, to }) => ({ name, days: daysBetween(from, to) }));
  const later = moved.filter(({ days }) => days > 0).toSorted((x, y) => x.days - y.days);
  const earlier = moved.filter(({ days }) => days < 0).length;
  const [longest, middle] = [later.at(-1), later[Math.floor((later.length - 1) / 2)]];
  const slipped =
    longest === undefined || middle === undefined
      ? told('none slipped', {}, look)
      : told(
          '{count} slipped, half of them by {middle, plural, one {# day} other {# days}} or less, {deal} the most: {longest, plural, one {# day} other {# days}}',
          { count: String(later.length), middle: middle.days, deal: longest.name, longest: longest.days },
          look,
        );
  return told(
    '{deals, plural, one {# deal} other {# deals}}: {slipped}; {earlier, plural, =0 {none pulled in} other {# pulled in}}.',
    { deals: deals.length, slipped, earlier },
    look,
  );
}

/** @param values one row a deal: a page shows the longest of many */
export function slipArrows(values: SlipValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const rows = values.deals.map(({ name, from, to }) => ({
    name,
    from: epochMs(from),
    to: epochMs(to),
    days: daysBetween(from, to),
  }));
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const withYear = isLong(low, high);
  return chart(look, values.title, captionOfSlips(values, look), (width) =>
    rowsPicture(
      {
        names: rows.map(({ name }) => name),
        figures: rows.map(({ days }) => told('{days} d', { days: figures.signed(days, 'count') }, look)),
        low,
        high,
        scale: 'time',
        axis: (ms) => figures.tick(ms, withYear),
        shapes: (row, { x, y }) => {
          const { from, to, days } = rows[row] ?? { from: low, to: low, days: 0 };
          return arrow(x(from), x(to), y, days < 0 ? COLOURS.up : COLOURS.down);
        },
      },
      width,
    ),
  );
}

const HEAD = 7;

/** A dot where it was, a head where it is. */
function arrow(from: number, to: number, y: number, colour: string): Exclude<Shape, null | undefined>[] {
  const back = to < from ? HEAD : -HEAD;
  return [
    { type: 'circle', shape: { cx: from, cy: y, r: 3 }, style: { fill: colour } },
    lineShape([from, y], [Math.abs(to - from) > HEAD ? to + back : to, y], colour, 2),
    {
      type: 'polygon',
      shape: {
        points: [
          [to, y],
          [to + back, y - HEAD * 0.6],
          [to + back, y + HEAD * 0.6],
        ],
      },
      style: { fill: colour },
    },
  ];
}
