// The share that moved on from each stage, with its 90 % interval: a thin line that is long where deals are few.

import { wilsonInterval } from '../base/wilson.ts';
import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { boundOf, type Caption, lengthOf, nameCell } from './caption.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, lineShape, type Places, rowsPicture, type Shape } from './rows.ts';

export interface ConversionValues {
  readonly title: string;
  /** In the order of the process; `of` are the deals that were decided there. */
  readonly stages: readonly {
    readonly label: string;
    readonly count: Cell;
    readonly of: Cell;
    /** The first of the second. */
    readonly share: Cell;
  }[];
}

/** `Fewest move on from Proposal: 12 of 30 (40 %, 90 % interval 27 %–55 %).` */
export function captionOfConversion({ stages }: ConversionValues): Caption {
  const known = stages
    .filter(({ of }) => lengthOf(of) > 0)
    .toSorted((x, y) => lengthOf(x.share) - lengthOf(y.share));
  const [least] = known;
  if (least === undefined) return [say('No deal was decided at any stage yet.')];
  const { label, count, of, share } = least;
  return [
    say('Fewest move on from {stage}: {count} of {of} ({share}, 90 % interval {low} to {high}).', {
      ...{ stage: nameCell(label), count, of, share },
      ...{ low: boundOf('low', count, of), high: boundOf('high', count, of) },
    }),
  ];
}

export function conversionBars(values: ConversionValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { stages } = values;
  return chart(look, values.title, captionOfConversion(values), (width) =>
    rowsPicture(
      {
        names: stages.map(({ label }) => label),
        figures: stages.map(({ count, of, share }) =>
          lengthOf(of) === 0
            ? '–'
            : told(
                '{count} of {of} · {share}',
                {
                  count: figures.full(lengthOf(count), 'count'),
                  of: figures.full(lengthOf(of), 'count'),
                  share: figures.full(lengthOf(share), 'share'),
                },
                look,
              ),
        ),
        low: 0,
        high: 1,
        axis: (share) => figures.full(share, 'share'),
        shapes: (row, places) => {
          const stage = stages[row];
          const interval = stage && wilsonInterval(lengthOf(stage.count), lengthOf(stage.of));
          if (stage === undefined || interval === undefined) return [];
          return [barShape(places, 0, lengthOf(stage.share), COLOURS.up), ...whisker(places, interval)];
        },
      },
      width,
    ),
  );
}

/** A line with a stop at each end, set off from the bar below it. */
function whisker(
  { x, y }: Places,
  { low, high }: { low: number; high: number },
): Exclude<Shape, null | undefined>[] {
  const stop = (at: number, colour: string, wide: number) =>
    lineShape([x(at), y - 5], [x(at), y + 5], colour, wide);
  const line = (colour: string, wide: number) => lineShape([x(low), y], [x(high), y], colour, wide);
  const [halo, ink] = [COLOURS.paper, COLOURS.ink];
  return [
    line(halo, 4),
    stop(low, halo, 4),
    stop(high, halo, 4),
    line(ink, 1.5),
    stop(low, ink, 1.5),
    stop(high, ink, 1.5),
  ];
}
