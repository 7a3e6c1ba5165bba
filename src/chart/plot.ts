// Charts of two axes: their frame, and names at the ends of lines instead of a legend.

import type { CustomSeriesOption } from 'echarts/charts';
import { grouped } from '../base/grouped.ts';
import { type Figures, named, type Unit } from './chart.ts';
import { COLOURS } from './colours.ts';
import type { Option, Picture } from './draw.ts';
import { cutToLetters, FONT_SIZE, LETTER, lettersIn } from './letters.ts';
import { timeTicks } from './time-ticks.ts';

/** A name beside the point where a line ends. */
export interface EndLabel {
  readonly name: string;
  /** Behind the name; never cut. */
  readonly figure?: string;
  readonly colour: string;
  readonly at: readonly [x: number, y: number];
  /** Stands under the point where other lines go on from it. */
  readonly below?: boolean;
  /** How its line is drawn: the label stands at the edge behind a piece of it, since the line ends among others. */
  readonly dash?: number[] | 'solid';
}

export interface Plot {
  readonly x: {
    readonly scale: 'time' | 'value';
    readonly low: number;
    readonly high: number;
    readonly title?: string;
  };
  readonly y: { readonly unit: Unit; readonly low: number; readonly high: number; readonly title?: string };
  readonly tick: (value: number) => string;
  readonly series: NonNullable<Option['series']> extends infer S
    ? (S extends readonly (infer One)[] ? One : S)[]
    : never;
  readonly ends: readonly EndLabel[];
}

const HEIGHT = { wide: 280, narrow: 240 } as const;
const EDGE = 8;

export function plotPicture({ x, y, tick, series, ends }: Plot, figures: Figures, width: number): Picture {
  const isNarrow = width < 500;
  const widest = ends.reduce(
    (most, end) => Math.max(most, lettersIn(labelText(end)) + sampleOf(end) / LETTER),
    0,
  );
  const right =
    ends.length === 0
      ? 2 * EDGE
      : Math.min((widest + 1) * LETTER, width * (isNarrow ? 0.42 : 0.3)) + 2 * EDGE;
  const label = { fontSize: FONT_SIZE, color: COLOURS.quiet, hideOverlap: true };
  const nameStyle = { nameTextStyle: { fontSize: FONT_SIZE, color: COLOURS.quiet } };
  const lastLabel = Math.max(
    figures.short(y.high, y.unit).length,
    figures.short(y.high * 0.75, y.unit).length,
  );
  const marks = x.scale === 'time' ? { customValues: timeTicks(x.low, x.high, isNarrow ? 3 : 6) } : {};
  const option: Option = {
    grid: {
      left: lastLabel * LETTER + 3 * EDGE,
      right,
      top: y.title === undefined ? 2 * EDGE : 4 * EDGE,
      bottom: x.title === undefined ? 26 : 44,
    },
    xAxis: {
      type: x.scale,
      min: x.low,
      max: x.high,
      splitNumber: isNarrow ? 2 : 5,
      axisLine: { show: true, lineStyle: { color: COLOURS.line } },
      axisTick: { show: false, ...marks },
      splitLine: { show: false },
      axisLabel: { ...label, ...marks, formatter: tick },
      ...(x.title === undefined ? {} : { name: x.title, nameLocation: 'middle', nameGap: 26, ...nameStyle }),
    },
    yAxis: {
      type: 'value',
      min: y.low,
      max: y.high,
      splitNumber: 4,
      ...(y.unit === 'count' ? { minInterval: 1 } : y.low === 0 ? { interval: y.high / 4 } : {}),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: COLOURS.line } },
      axisLabel: { ...label, formatter: (value: number) => figures.short(value, y.unit) },
      ...(y.title === undefined
        ? {}
        : {
            name: y.title,
            nameLocation: 'end',
            nameGap: 10,
            nameTextStyle: {
              ...nameStyle.nameTextStyle,
              align: 'left',
              padding: [0, 0, 0, -(lastLabel * LETTER + EDGE)],
            },
          }),
    },
    series: [...series, endLabels(ends, right - 2 * EDGE)],
  };
  return { height: isNarrow ? HEIGHT.narrow : HEIGHT.wide, option };
}

const LINE_HEIGHT = 15;
/** Labels that begin this near to each other, in pixels, make room for each other. */
const BESIDE = 70;

function endLabels(ends: readonly EndLabel[], width: number): CustomSeriesOption {
  return {
    type: 'custom',
    clip: false,
    silent: true,
    data: ends.slice(0, 1).map(({ at }) => [...at]),
    renderItem: ({ coordSys }, api) => ({
      type: 'group',
      children: placed(
        ends.map((end) => ({ end, place: api.coord([...end.at]) })),
        bottomOf(coordSys),
      ).flatMap((label) => [...sampleShape(label), labelShape(label, width)]),
    }),
  };
}

const SAMPLE = 22;

/** In pixels, of the piece of line before a label. */
function sampleOf({ dash }: EndLabel): number {
  return dash === undefined ? 0 : SAMPLE + EDGE / 2;
}

function sampleShape({ end: { dash, colour }, x, y }: Placed) {
  if (dash === undefined) return [];
  const lineDash = dash === 'solid' ? {} : { lineDash: dash };
  const style = { stroke: colour, lineWidth: 2, fill: undefined as never, ...lineDash };
  return [{ type: 'line' as const, shape: { x1: x, y1: y, x2: x + SAMPLE, y2: y }, style }];
}

function labelShape({ end, x, y }: Placed, width: number) {
  return {
    type: 'text' as const,
    x: x + sampleOf(end),
    y,
    style: {
      text: labelText(end, (width - sampleOf(end)) / LETTER),
      fill: end.colour,
      stroke: COLOURS.paper,
      lineWidth: 3,
      fontSize: FONT_SIZE,
      fontWeight: 'bold' as const,
      verticalAlign: 'middle' as const,
    },
  };
}

interface Placed {
  readonly end: EndLabel;
  readonly x: number;
  readonly y: number;
}

/** Of what the axes enclose, in pixels from the top. */
function bottomOf(place: object): number {
  const { y, height } = { y: 0, height: 0, ...place };
  return y + height;
}

/** The name and its figure in so many letters: the name gives way. */
function labelText({ name, figure }: EndLabel, most = Infinity): string {
  if (figure === undefined) return cutToLetters(named(name), most);
  return `${cutToLetters(named(name), most - lettersIn(figure) - 1)} ${figure}`;
}

function placed(
  labels: readonly { readonly end: EndLabel; readonly place: readonly number[] }[],
  bottom: number,
): Placed[] {
  const edge = Math.max(...labels.map(({ place }) => place[0] ?? 0));
  const all = labels.map(({ end, place: [x = 0, y = 0] }) => {
    const isAtEdge = end.dash !== undefined || edge - x < BESIDE;
    if (isAtEdge) return { end, x: edge + EDGE, y };
    const isUnder = end.below === true && y + 2 * LINE_HEIGHT <= bottom;
    return { end, x: x + EDGE, y: isUnder ? y + LINE_HEIGHT : y - LINE_HEIGHT };
  });
  return [...grouped(all, ({ x }) => String(x)).values()].flatMap((beside) => {
    const ys = apart(
      beside.map(({ y }) => y),
      LINE_HEIGHT,
    );
    return beside.map((label, at) => ({ ...label, y: ys[at] ?? label.y }));
  });
}

/** The heights moved so that each is `least` from the next, in the same order, with the same middle. */
export function apart(heights: readonly number[], least: number): number[] {
  const order = heights.map((height, at) => ({ height, at })).toSorted((x, y) => x.height - y.height);
  const moved: number[] = [];
  for (const { height } of order) moved.push(Math.max(height, (moved.at(-1) ?? -Infinity) + least));
  const middle = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const shift = middle(order.map(({ height }) => height)) - middle(moved);
  const result: number[] = [...heights];
  order.forEach(({ at }, rank) => {
    result[at] = (moved[rank] ?? 0) + shift;
  });
  return result;
}

/** The same of shares: each of the four parts of the axis is of whole per cents. */
export function roundUpShare(share: number): number {
  return SHARES.find((step) => step >= share - 1e-12) ?? 1;
}
const SHARES = [0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.32, 0.4, 0.6, 0.8, 1] as const;

/** A round number at or above what is drawn, so that the topmost grid line has a label. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return (
    ([1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].find((step) => step * size >= value * (1 - 1e-12)) ?? 10) * size
  );
}
