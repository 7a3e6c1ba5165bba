// What forecasts of past periods said beside what happened: a range a period, its middle, and the outcome.

import type { Decimal } from '../base/money.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { roundUp } from './plot.ts';
import { barShape, lineShape, rowsPicture } from './rows.ts';

export interface BacktestValues {
  readonly title: string;
  /** In order of time. */
  readonly periods: readonly {
    readonly name: string;
    readonly p10: Decimal;
    readonly p50: Decimal;
    readonly p90: Decimal;
    readonly actual: Decimal;
  }[];
}

/** `6 of 8 outcomes fell between P10 and P90, 1 below, 1 above.` */
export function captionOfBacktest({ periods }: BacktestValues, look: ChartLook): string {
  const below = periods.filter(({ p10, actual }) => Number(actual) < Number(p10)).length;
  const above = periods.filter(({ p90, actual }) => Number(actual) > Number(p90)).length;
  const within = periods.length - below - above;
  const full = (count: number) => figuresOf(look).full(count, 'count');
  return told(
    '{within} of {all} outcomes fell between P10 and P90, {below} below, {above} above. A bar is that range, its line the P50, the diamond what was won.',
    { within: full(within), all: full(periods.length), below: full(below), above: full(above) },
    look,
  );
}

export function backtestChart(values: BacktestValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { periods } = values;
  const ends = periods.flatMap(({ p10, p90, actual }) => [Number(p10), Number(p90), Number(actual)]);
  return chart(look, values.title, captionOfBacktest(values, look), (width) =>
    rowsPicture(
      {
        names: periods.map(({ name }) => name),
        figures: periods.map(({ p10, p90, actual }) => {
          const outcome = Number(actual);
          const place = outcome < Number(p10) ? '↓' : outcome > Number(p90) ? '↑' : ' ';
          return `${figures.full(outcome, 'money')} ${place}`.trimEnd();
        }),
        low: Math.min(0, ...ends),
        high: roundUp(Math.max(0, ...ends)),
        axis: (amount) => figures.short(amount, 'money'),
        shapes: (row, places) => {
          const period = periods[row];
          if (period === undefined) return [];
          const { x, y } = places;
          const [p10, p50, p90, actual] = [period.p10, period.p50, period.p90, period.actual].map(Number) as [
            number,
            number,
            number,
            number,
          ];
          const isWithin = actual >= p10 && actual <= p90;
          const bar = barShape(places, p10, p90, COLOURS.a);
          return [
            { ...bar, style: { fill: COLOURS.a, opacity: 0.35 } } as typeof bar,
            lineShape([x(p50), y - 8], [x(p50), y + 8], COLOURS.a, 2),
            diamond(x(actual), y, isWithin ? COLOURS.ink : COLOURS.down),
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
