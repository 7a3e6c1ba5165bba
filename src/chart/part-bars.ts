// Rows of which a part is done, or late: the whole as a pale bar, the part as a full one.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { type Caption, lengthOf } from './caption.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, rowsPicture } from './rows.ts';

export interface PartValues {
  readonly title: string;
  /** What the sums are said with. */
  readonly caption: 'Filled in: {count} of {of} drawn.' | 'Overdue: {count} of {of} not done yet.';
  /** Of all rows. */
  readonly all: { readonly count: Cell; readonly of: Cell };
  readonly rows: readonly { readonly label: string; readonly count: Cell; readonly of: Cell }[];
}

/** `Filled in: 12 of 18 drawn.` */
export function captionOfParts({ caption, all }: PartValues): Caption {
  return [say(caption, all)];
}

export function partBars(values: PartValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { rows } = values;
  return chart(look, values.title, captionOfParts(values), (width) =>
    rowsPicture(
      {
        names: rows.map(({ label }) => label),
        figures: rows.map(({ count, of }) =>
          told(
            '{count} of {of}',
            { count: figures.full(lengthOf(count), 'count'), of: figures.full(lengthOf(of), 'count') },
            look,
          ),
        ),
        low: 0,
        high: Math.max(1, ...rows.map(({ of }) => lengthOf(of))),
        shapes: (row, places) => {
          const part = rows[row];
          if (part === undefined) return [];
          const [count, of] = [lengthOf(part.count), lengthOf(part.of)];
          const whole = of === 0 ? [] : [barShape(places, 0, of, COLOURS.line)];
          return count === 0 ? whole : [...whole, barShape(places, 0, count, COLOURS.up)];
        },
      },
      width,
    ),
  );
}
