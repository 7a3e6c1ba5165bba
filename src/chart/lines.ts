// How something went over time: one line, or several that are told apart by colour, dash and the name at their end.

import type { Day } from '../base/day.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, told, type Unit } from './chart.ts';
import { SERIES_COLOURS, SERIES_DASHES } from './colours.ts';
import { chart } from './draw.ts';
import { plotPicture, roundUp, roundUpShare } from './plot.ts';

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
  const [only] = series;
  if (only === undefined) return '';
  return series.length === 1 ? courseText(only, unit, look) : coursesText(series, unit, look);
}

function courseText({ name, points }: Series, unit: Unit, look: ChartLook): string {
  const figures = figuresOf(look);
  const known = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return told('{name}: nothing known.', { name }, look);
  const said = ({ on, value }: { on: Day; value: number }) =>
    told('{value} on {day}', { value: figures.full(value, unit), day: figures.day(on) }, look);
  if (first === last) return `${name}: ${said(first)}.`;
  const byValue = known.toSorted((x, y) => x.value - y.value);
  const [least, most] = [byValue[0] ?? first, byValue.at(-1) ?? last];
  const ends = { name, first: said(first), last: said(last) };
  return least.value === most.value
    ? told('{name}: {first}, {last}; the same throughout.', ends, look)
    : told(
        '{name}: {first}, {last}; least {least}, most {most}.',
        { ...ends, least: said(least), most: said(most) },
        look,
      );
}

/** `First to last known: Anna 3 to 5, Ewa 0 to 8.` */
function coursesText(series: readonly Series[], unit: Unit, look: ChartLook): string {
  const figures = figuresOf(look);
  const said = series.map(({ name, points }) => {
    const known = points.flatMap(({ value }) => value ?? []);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return told('{name} not known', { name }, look);
    const ends = { name, first: figures.full(first, unit), last: figures.full(last, unit) };
    return told('{name} {first} to {last}', ends, look);
  });
  const days = series.flatMap(({ points }) => points.map(({ on }) => on)).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return `${said.join(', ')}.`;
  const span = { from: figures.day(from), to: figures.day(to), courses: said.join(', ') };
  return told('From {from} to {to}: {courses}.', span, look);
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
          high: highest(Math.max(0, ...ys), unit),
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
            series.length === 1
              ? { name: figures.full(value, unit) }
              : { name, figure: unit === 'money' ? figures.short(value, unit) : figures.full(value, unit) };
          return [{ ...text, colour: colourOf(at), at: [epochMs(last.on), value] as const }];
        }),
      },
      figures,
      width,
    ),
  );
}

/** All of it, where a share comes near; else what shows how it went. */
function highest(most: number, unit: Unit): number {
  if (unit !== 'share') return roundUp(most);
  return most > 0.4 ? Math.max(1, most) : roundUpShare(most);
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
