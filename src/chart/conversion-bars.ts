// The share that moved on from each stage, with its 90 % interval: a thin line that is long where deals are few.

import { wilsonInterval } from '../base/wilson.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
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
  if (least === undefined) return told('No deal was decided at any stage yet.', {}, look);
  const { low, high } = wilsonInterval(least.count, least.of) ?? { low: 0, high: 1 };
  const share = (of: number) => figures.full(of, 'share');
  return told(
    'Fewest move on from {stage}: {count} of {of} ({share}, 90 % interval {low} to {high}).',
    {
      stage: least.label,
      count: figures.full(least.count, 'count'),
      of: figures.full(least.of, 'count'),
      share: share(least.count / least.of),
      low: share(low),
      high: share(high),
    },
    look,
  );
}

export function conversionBars(values: ConversionValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { stages } = values;
  return chart(look, values.title, captionOfConversion(values, look), (width) =>
    rowsPicture(
      {
        names: stages.map(({ label }) => label),
        figures: stages.map(({ count, of }) =>
          of === 0
            ? '–'
            : told(
                '{count} of {of} · {share}',
                {
                  count: figures.full(count, 'count'),
                  of: figures.full(of, 'count'),
                  share: figures.full(count / of, 'share'),
                },
                look,
              ),
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
