// Rows of which a part is done, or late: the whole as a pale bar, the part as a full one.

import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, rowsPicture } from './rows.ts';

export interface PartValues {
  readonly title: string;
  /** What the sums are said with. */
  readonly caption: 'Filled in: {count} of {of} drawn.' | 'Overdue: {count} of {of} not done yet.';
  readonly rows: readonly { readonly label: string; readonly count: number; readonly of: number }[];
}

/** `Filled in: 12 of 18 drawn.` */
export function captionOfParts({ caption, rows }: PartValues, look: ChartLook): string {
  const sum = (key: 'count' | 'of') =>
    figuresOf(look).full(
      rows.reduce((all, row) => all + row[key], 0),
      'count',
    );
  return told(caption, { count: sum('count'), of: sum('of') }, look);
}

export function partBars(values: PartValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { rows } = values;
  return chart(look, values.title, captionOfParts(values, look), (width) =>
    rowsPicture(
      {
        names: rows.map(({ label }) => label),
        figures: rows.map(({ count, of }) =>
          told(
            '{count} of {of}',
            { count: figures.full(count, 'count'), of: figures.full(of, 'count') },
            look,
          ),
        ),
        low: 0,
        high: Math.max(1, ...rows.map(({ of }) => of)),
        shapes: (row, places) => {
          const { count = 0, of = 0 } = rows[row] ?? {};
          const whole = of === 0 ? [] : [barShape(places, 0, of, COLOURS.line)];
          return count === 0 ? whole : [...whole, barShape(places, 0, count, COLOURS.up)];
        },
      },
      width,
    ),
  );
}
