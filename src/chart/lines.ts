// How something went over time: one line, or several that are told apart by colour, dash and the name at their end.

import type { Day } from '../base/day.ts';
import { type Chart, type ChartLook, epochMs, type Figures, figuresOf, isLong, type Unit } from './chart.ts';
import { SERIES_COLOURS, SERIES_DASHES } from './colours.ts';
import { chart } from './draw.ts';
import { plotPicture, roundUp } from './plot.ts';

export interface LinesValues {
  readonly title: string;
  readonly unit: Unit;
  /** At most six are told apart. */
  readonly series: readonly Series[];
}

export interface Series {
  readonly name: string;
  /** In order of time; null is not known, and a gap in the line. */
  readonly points: readonly { readonly on: Day; readonly value: number | null }[];
}

/** `Freshness: 60 % on 2026-01-05, 75 % on 2026-11-23; least 52 % on …, most 81 % on ….` */
export function captionOfLines({ series, unit }: LinesValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const [only] = series;
  if (only === undefined) return '';
  return series.length === 1 ? courseText(only, unit, figures) : coursesText(series, unit, figures);
}

function courseText({ name, points }: Series, unit: Unit, figures: Figures): string {
  const known = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name}: nothing known.`;
  const said = ({ on, value }: { on: Day; value: number }) =>
    `${figures.full(value, unit)} on ${figures.day(on)}`;
  if (first === last) return `${name}: ${said(first)}.`;
  const byValue = known.toSorted((x, y) => x.value - y.value);
  const [least, most] = [byValue[0] ?? first, byValue.at(-1) ?? last];
  const range =
    least.value === most.value ? 'the same throughout' : `least ${said(least)}, most ${said(most)}`;
  return `${name}: ${said(first)}, ${said(last)}; ${range}.`;
}

/** `First to last known: Anna 3 to 5, Ewa 0 to 8.` */
function coursesText(series: readonly Series[], unit: Unit, figures: Figures): string {
  const said = series.map(({ name, points }) => {
    const known = points.flatMap(({ value }) => value ?? []);
    const [first, last] = [known[0], known.at(-1)];
    return first === undefined || last === undefined
      ? `${name} not known`
      : `${name} ${figures.full(first, unit)} to ${figures.full(last, unit)}`;
  });
  const days = series.flatMap(({ points }) => points.map(({ on }) => on)).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  const span =
    from === undefined || to === undefined ? '' : `From ${figures.day(from)} to ${figures.day(to)}: `;
  return `${span}${said.join(', ')}.`;
}

export function lines(values: LinesValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { series, unit } = values;
  const all = series.flatMap(({ points }) => points);
  const xs = all.map(({ on }) => epochMs(on));
  const ys = all.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const withYear = isLong(low, high);
  return chart(look, values.title, captionOfLines(values, look), (width) =>
    plotPicture(
      {
        x: { scale: 'time', low, high },
        y: {
          unit,
          low: Math.min(0, ...ys.map((value) => (value < 0 ? -roundUp(-value) : 0))),
          high: unit === 'share' ? Math.max(1, ...ys) : roundUp(Math.max(0, ...ys)),
        },
        tick: (ms) => figures.tick(ms, withYear),
        series: series.map(({ points }, at) => ({
          type: 'line',
          data: points.map(({ on, value }) => [epochMs(on), value]),
          symbol: 'circle',
          symbolSize: 4,
          showSymbol: isSparse(points),
          lineStyle: { color: colourOf(at), width: 2, type: dashOf(at) },
          itemStyle: { color: colourOf(at), borderWidth: 0 },
        })),
        ends: series.flatMap(({ name, points }, at) => {
          const last = points.findLast(({ value }) => value !== null);
          const value = last?.value ?? null;
          if (last === undefined || value === null) return [];
          const text =
            series.length === 1 ? figures.full(value, unit) : `${name} ${figures.full(value, unit)}`;
          return [{ name: text, colour: colourOf(at), at: [epochMs(last.on), value] as const }];
        }),
      },
      figures,
      width,
    ),
  );
}

/** A value alone between gaps shows as a dot only. */
function isSparse(points: Series['points']): boolean {
  return points.length <= 16 || points.some(({ value }) => value === null);
}

export function colourOf(at: number): string {
  return SERIES_COLOURS[at % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

export function dashOf(at: number): number[] | 'solid' {
  const dash = SERIES_DASHES[at % SERIES_DASHES.length] ?? [];
  return dash.length === 0 ? 'solid' : [...dash];
}
