// Charts of rows: a name, a drawing, a figure. Names and figures have columns of their own, so that no text meets a bar.

import type { CustomSeriesOption } from 'echarts/charts';
import { named } from './chart.ts';
import { COLOURS } from './colours.ts';
import type { Option, Picture } from './draw.ts';
import { FONT_SIZE, LETTER, lettersIn } from './letters.ts';
import { timeTicks } from './time-ticks.ts';

const ROW = 26;
const EDGE = 6;
const AXIS = 24;

/** Where things are, in pixels. */
export interface Places {
  /** Of a value, from the left. */
  x(value: number): number;
  /** The middle of the row. */
  readonly y: number;
  readonly rowHeight: number;
}

export type Shape = ReturnType<NonNullable<CustomSeriesOption['renderItem']>>;
type Shapes = Exclude<Shape, null | undefined>[];

export interface Rows {
  readonly names: readonly string[];
  readonly figures: readonly string[];
  readonly low: number;
  readonly high: number;
  /** Written below, at a scale; without it the figures say it all. */
  readonly axis?: (value: number) => string;
  /** The values that the axis marks; by default what fits. */
  readonly scale?: 'value' | 'time';
  /** The shapes of a row; those of later rows lie above. */
  readonly shapes: (row: number, places: Places) => Shapes;
}

/** @param width of the whole, in pixels */
export function rowsPicture(
  { names, figures, low, high, axis, scale = 'value', shapes }: Rows,
  width: number,
): Picture {
  const figureWidth = columnWidth(figures, width * 0.34);
  const nameWidth = columnWidth(names, width * (width < 500 ? 0.42 : 0.3));
  const rowHeight = ROW;
  const column = (texts: readonly string[], side: 'left' | 'right', wide: number) => ({
    type: 'category' as const,
    position: side,
    inverse: true,
    data: texts.map(named),
    axisLine: { show: side === 'left', onZero: true, lineStyle: { color: COLOURS.line } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      fontSize: FONT_SIZE,
      color: COLOURS.ink,
      align: side,
      margin: wide + EDGE,
      width: wide,
      overflow: 'truncate' as const,
    },
  });
  const marks = scale === 'time' ? { customValues: timeTicks(low, high, width < 500 ? 3 : 6) } : {};
  const option: Option = {
    grid: {
      left: nameWidth + 2 * EDGE,
      right: figureWidth + 2 * EDGE,
      top: EDGE,
      bottom: axis === undefined ? EDGE : AXIS,
    },
    xAxis: {
      type: scale,
      min: low,
      max: high === low ? low + 1 : high,
      splitNumber: width < 500 ? 2 : 5,
      axisLine: { show: false },
      axisTick: { show: false, ...marks },
      splitLine: { show: axis !== undefined, lineStyle: { color: COLOURS.line } },
      axisLabel: {
        show: axis !== undefined,
        fontSize: FONT_SIZE,
        color: COLOURS.quiet,
        hideOverlap: true,
        ...marks,
        formatter: (value: number) => axis?.(value) ?? '',
      },
    },
    yAxis: [column(names, 'left', nameWidth), column(figures, 'right', figureWidth)],
    series: [
      {
        type: 'custom',
        data: names.map((_, row) => [low, row]),
        clip: false,
        renderItem: ({ dataIndex }, api) => {
          const x = (value: number) => api.coord([value, dataIndex])[0] ?? 0;
          const y = api.coord([low, dataIndex])[1] ?? 0;
          return { type: 'group', children: shapes(dataIndex, { x, y, rowHeight }) as never };
        },
      },
    ],
  };
  return { height: names.length * rowHeight + EDGE + (axis === undefined ? EDGE : AXIS), option };
}

function columnWidth(texts: readonly string[], most: number): number {
  const longest = texts.reduce((widest, text) => Math.max(widest, lettersIn(named(text))), 0);
  return Math.min(Math.ceil((longest + 1) * LETTER), Math.floor(most));
}

/** A bar from one value to another, at least a pixel wide. */
export function barShape(
  { x, y, rowHeight }: Places,
  from: number,
  to: number,
  fill: string,
): Shapes[number] {
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
  const thick = Math.round(rowHeight * 0.62);
  return {
    type: 'rect',
    shape: { x: left, y: y - thick / 2, width: Math.max(1, right - left), height: thick },
    style: { fill },
  };
}

/** A line between two points, in pixels. */
export function lineShape(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  stroke: string,
  lineWidth = 1,
): Shapes[number] {
  return {
    type: 'line',
    shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
    style: { stroke, lineWidth, fill: undefined as never },
  };
}
