// The share that moved on from each stage, with its 90 % interval: a thin line that is long where deals are few.

import { wilsonInterval } from '../base/wilson.ts';
import { type Chart, type ChartLook, figuresOf } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { barShape, lineShape, type Places, rowsPicture, type Shape } from './rows.ts';

export interface ConversionValues {
  readonly title: string;
  /** In the order of the process; `of` are the deals that were decided there. */
  readonly stages: readonly { readonly label: string; readonly count: number; readonly of: number }[];
}

/** `Fewest move on from Proposal: 12 of 30 (40 %, 90 % interval 27 %–55 %).` */
export function captionOfConversion({ stages }: ConversionValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const known = stages.filter(({ of }) => of > 0).toSorted((x, y) => x.count / x.of - y.count / y.of);
  const [least] = known;
  if (least === undefined) return 'No deal was decided at any stage yet.';
  const interval = wilsonInterval(least.count, least.of);
  const share = (of: number) => figures.full(of, 'share');
  const within =
    interval === undefined ? '' : `, 90 % interval ${share(interval.low)} to ${share(interval.high)}`;
  return `Fewest move on from ${least.label}: ${least.count} of ${least.of} (${share(least.count / least.of)}${within}).`;
}

export function conversionBars(values: ConversionValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { stages } = values;
  return chart(look, values.title, captionOfConversion(values, look), (width) =>
    rowsPicture(
      {
        names: stages.map(({ label }) => label),
        figures: stages.map(({ count, of }) =>
          of === 0 ? '–' : `${count} of ${of} · ${figures.full(count / of, 'share')}`,
        ),
        low: 0,
        high: 1,
        axis: (share) => figures.full(share, 'share'),
        shapes: (row, places) => {
          const { count = 0, of = 0 } = stages[row] ?? {};
          const interval = wilsonInterval(count, of);
          if (interval === undefined) return [];
          return [barShape(places, 0, count / of, COLOURS.up), ...whisker(places, interval)];
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
