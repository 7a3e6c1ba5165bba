// What forecasts of past periods said beside what happened: a range a period, its middle, and the outcome.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { type Caption, howMany, lengthOf } from './caption.ts';
import { type Chart, type ChartLook, figuresOf } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { roundUp } from './plot.ts';
import { barShape, lineShape, rowsPicture } from './rows.ts';

export interface BacktestValues {
  readonly title: string;
  /** In order of time. */
  readonly periods: readonly {
    readonly name: string;
    readonly p10: Cell;
    readonly p50: Cell;
    readonly p90: Cell;
    readonly actual: Cell;
  }[];
}

/** `6 of 8 outcomes fell between P10 and P90, 1 below, 1 above.` */
export function captionOfBacktest({ periods }: BacktestValues): Caption {
  const outcomes = periods.map(({ actual }) => actual);
  const placed = (is: (place: Place) => boolean) =>
    howMany(
      periods.filter((period) => is(placeOf(period))).map(({ actual }) => actual),
      outcomes,
    );
  return [
    say(
      '{within} of {all} outcomes fell between P10 and P90, {below} below, {above} above. A bar is that range, its line the P50, the diamond what was won.',
      {
        within: placed((place) => place === 'within'),
        all: howMany(outcomes),
        below: placed((place) => place === 'below'),
        above: placed((place) => place === 'above'),
      },
    ),
  ];
}

type Place = 'below' | 'within' | 'above';

function placeOf({ p10, p90, actual }: BacktestValues['periods'][number]): Place {
  const outcome = lengthOf(actual);
  if (outcome < lengthOf(p10)) return 'below';
  return outcome > lengthOf(p90) ? 'above' : 'within';
}

const SIGNS = { below: ' ↓', within: '', above: ' ↑' } as const satisfies Readonly<Record<Place, string>>;

export function backtestChart(values: BacktestValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { periods } = values;
  const ends = periods.flatMap(({ p10, p90, actual }) => [p10, p90, actual].map(lengthOf));
  return chart(look, values.title, captionOfBacktest(values), (width) =>
    rowsPicture(
      {
        names: periods.map(({ name }) => name),
        figures: periods.map(
          (period) => `${figures.full(lengthOf(period.actual), 'money')}${SIGNS[placeOf(period)]}`,
        ),
        low: Math.min(0, ...ends),
        high: roundUp(Math.max(0, ...ends)),
        axis: (amount) => figures.short(amount, 'money'),
        shapes: (row, places) => {
          const period = periods[row];
          if (period === undefined) return [];
          const { x, y } = places;
          const p50 = lengthOf(period.p50);
          const bar = barShape(places, lengthOf(period.p10), lengthOf(period.p90), COLOURS.a);
          return [
            { ...bar, style: { fill: COLOURS.a, opacity: 0.35 } } as typeof bar,
            lineShape([x(p50), y - 8], [x(p50), y + 8], COLOURS.a, 2),
            diamond(x(lengthOf(period.actual)), y, placeOf(period) === 'within' ? COLOURS.ink : COLOURS.down),
          ];
        },
      },
      width,
    ),
  );
}

function diamond(x: number, y: number, fill: string): ReturnType<typeof barShape> {
  const points: [number, number][] = [
    [x, y - 6],
    [x + 5, y],
    [x, y + 6],
    [x - 5, y],
  ];
  return { type: 'polygon', shape: { points }, style: { fill, stroke: COLOURS.paper, lineWidth: 1.5 } };
}
