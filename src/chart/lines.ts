// How something went over time: one line, or several that are told apart by colour, dash and the name at their end.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { type Caption, type DayCell, lengthOf, nameCell, numberOf, whole } from './caption.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, type Unit } from './chart.ts';
import { COLOURS, SERIES_COLOURS, SERIES_DASHES } from './colours.ts';
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
  /** In order of time; a cell without a number is not known, and a gap in the line. */
  readonly points: readonly Point[];
}

interface Point {
  readonly on: DayCell;
  readonly value: Cell;
  /** It is known of a part of what it is of: drawn as a hollow dot. */
  readonly isPartial?: boolean;
}

/** `Freshness: 60 % on 2026-01-05, 75 % on 2026-11-23; least 52 % on …, most 81 % on ….` */
export function captionOfLines({ series, unit }: LinesValues, look: ChartLook): Caption {
  const [only] = series;
  if (only === undefined) return [];
  const course = series.length === 1 ? courseCell(only) : coursesCell(series, unit, look);
  const isSomePartial = series.some(({ points }) => points.some((one) => one.isPartial && isKnown(one)));
  return isSomePartial ? [course, ' ', say('Hollow dots: judged for a part of the deals only.')] : [course];
}

function courseCell({ name, points }: Series): Cell {
  const known = points.filter(isKnown);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined)
    return say('{name}: nothing known.', { name: nameCell(name) });
  const said = ({ on, value }: Point) => say('{value} on {day}', { value: whole(value), day: on });
  if (first === last) return { kind: 'phrase', parts: [nameCell(name), ': ', said(first), '.'] };
  const byValue = known.toSorted((x, y) => lengthOf(x.value) - lengthOf(y.value));
  const [least, most] = [byValue[0] ?? first, byValue.at(-1) ?? last];
  const ends = { name: nameCell(name), first: said(first), last: said(last) };
  return lengthOf(least.value) === lengthOf(most.value)
    ? say('{name}: {first}, {last}; the same throughout.', ends)
    : say('{name}: {first}, {last}; least {least}, most {most}.', {
        ...ends,
        least: said(least),
        most: said(most),
      });
}

/** `From … to …: Anna 3 to 5, Ewa 8 throughout.` */
function coursesCell(series: readonly Series[], unit: Unit, { currency }: ChartLook): Cell {
  const courses: Cell = {
    kind: 'phrase',
    parts: series.flatMap((one, at) => (at === 0 ? [courseOf(one)] : [', ', courseOf(one)])),
  };
  const days = series
    .flatMap(({ points }) => points.filter(isKnown).map(({ on }) => on))
    .toSorted((x, y) => epochMs(x.day) - epochMs(y.day));
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return { kind: 'phrase', parts: [courses, '.'] };
  return unit === 'money'
    ? say('From {from} to {to}, in {currency}: {courses}.', { from, to, courses, currency })
    : say('From {from} to {to}: {courses}.', { from, to, courses });
}

function courseOf({ name: of, points }: Series): Cell {
  const name = nameCell(of);
  const known = points.filter(isKnown);
  const [first, last] = [known[0]?.value, known.at(-1)?.value];
  if (first === undefined || last === undefined) return say('{name} not known', { name });
  const most = known.map(({ value }) => value).toSorted((x, y) => lengthOf(y) - lengthOf(x))[0] ?? last;
  const isSame = known.every(({ value }) => lengthOf(value) === lengthOf(first));
  if (isSame) return say('{name} {value} throughout', { name, value: whole(last) });
  const ends = { name, first: whole(first), last: whole(last) };
  return lengthOf(most) > Math.max(lengthOf(first), lengthOf(last))
    ? say('{name} {first} to {last} (most {most})', { ...ends, most: whole(most) })
    : say('{name} {first} to {last}', ends);
}

function isKnown({ value }: Point): boolean {
  return numberOf(value) !== null;
}

export function lines(values: LinesValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { unit } = values;
  const series = values.series.map(({ name, points }) => ({
    name,
    points: points.map(({ on, value, isPartial = false }) => {
      return { on: epochMs(on.day), value: numberOf(value), isPartial };
    }),
  }));
  const all = series.flatMap(({ points }) => points);
  const xs = all.map(({ on }) => on);
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
          ...(unit === 'money' ? { title: look.currency } : {}),
        },
        tick: (ms) => figures.tick(ms, withYear),
        series: series.map(({ points }, at) => ({
          type: 'line',
          data: points.map((point) => datumOf(point, isSparse(points), colourOf(at))),
          symbol: 'circle',
          symbolSize: DOT,
          showSymbol: isSparse(points) || points.some(({ isPartial }) => isPartial),
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
          return [{ ...text, colour: colourOf(at), at: [last.on, value] as const }];
        }),
      },
      figures,
      width,
    ),
  );
}

const DOT = 4;

/** A dot where every value has one, and where a value is of a part: hollow there. */
function datumOf({ on, value, isPartial }: Drawn, hasDots: boolean, colour: string) {
  if (!isPartial) return { value: [on, value], symbol: hasDots ? 'circle' : 'none' };
  const itemStyle = { color: COLOURS.paper, borderColor: colour, borderWidth: 1.5 };
  return { value: [on, value], symbol: 'circle', symbolSize: 1.5 * DOT, itemStyle };
}

interface Drawn {
  readonly on: number;
  readonly value: number | null;
  readonly isPartial: boolean;
}

/** All of it, where a share comes near; else what shows how it went. */
function highest(most: number, unit: Unit): number {
  if (unit !== 'share') return roundUp(most);
  return most > 0.4 ? Math.max(1, most) : roundUpShare(most);
}

/** A value alone between gaps shows as a dot only. */
function isSparse(points: readonly { readonly value: number | null }[]): boolean {
  return points.length <= 16 || points.some(({ value }) => value === null);
}

export function colourOf(at: number): string {
  return SERIES_COLOURS[at % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}

export function dashOf(at: number): number[] | 'solid' {
  const dash = SERIES_DASHES[at % SERIES_DASHES.length] ?? [];
  return dash.length === 0 ? 'solid' : [...dash];
}
