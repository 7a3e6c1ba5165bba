// The forecast of a period, week by week: the range from P10 to P90, its middle, what was won by then, and the target.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { sentences } from '../page/sentences.ts';
import { type Caption, type DayCell, lengthOf, numberOf, whole } from './caption.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { type EndLabel, plotPicture, roundUp } from './plot.ts';

export interface FanValues {
  readonly title: string;
  /** Nothing was won before it. */
  readonly start: DayCell;
  /** In order of time. A day that is only known, or only foreseen, lacks the other. */
  readonly weeks: readonly {
    readonly on: DayCell;
    readonly range: { readonly p10: Cell; readonly p50: Cell; readonly p90: Cell } | null;
    /** Won in the period up to this day. */
    readonly won: Cell | null;
  }[];
  readonly target: Cell | null;
}

/** `Half of the runs end above 2,030,000 PLN, 8 in 10 between … and …. Won so far 1,480,000. Target 2,400,000: above the range.` */
export function captionOfFan({ weeks, target }: FanValues, { currency }: ChartLook): Caption {
  const last = weeks.findLast(({ range }) => range !== null);
  const known = weeks.findLast(({ won }) => won !== null);
  const parts: Cell[] = [];
  if (last?.range != null) {
    const { p10, p50, p90 } = last.range;
    parts.push(
      say('By {day} half of the runs reach {p50} {currency}, 8 in 10 are between {p10} and {p90}.', {
        ...{ day: last.on, currency },
        ...{ p10: whole(p10), p50: whole(p50), p90: whole(p90) },
      }),
    );
  }
  if (known?.won != null) {
    parts.push(say('Won up to {day}: {won} {currency}.', { day: known.on, won: whole(known.won), currency }));
  }
  if (target !== null) {
    parts.push(
      say(targetMessage(lengthOf(target), last?.range ?? null), { target: whole(target), currency }),
    );
  }
  return sentences(...parts);
}

function targetMessage(target: number, range: FanValues['weeks'][number]['range']) {
  if (range === null) return 'Target {target} {currency}.';
  if (target > lengthOf(range.p90)) return 'Target {target} {currency}, above that range.';
  if (target < lengthOf(range.p10)) return 'Target {target} {currency}, below that range.';
  return 'Target {target} {currency}, within that range.';
}

export function fan(values: FanValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { start, weeks, target } = values;
  const days = [start, ...weeks.map(({ on }) => on)].map(({ day }) => epochMs(day));
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const withYear = isLong(low, high);
  const course = (pick: (week: FanValues['weeks'][number]) => Cell | null | undefined) =>
    weeks.flatMap((week): [number, number][] => {
      const amount = numberOf(pick(week) ?? { kind: 'none' });
      return amount === null ? [] : [[epochMs(week.on.day), amount]];
    });
  const [p10, p50, p90] = [
    course(({ range }) => range?.p10),
    course(({ range }) => range?.p50),
    course(({ range }) => range?.p90),
  ];
  const won: [number, number][] = [[low, 0], ...course((week) => week.won)];
  const goal: [number, number][] =
    target === null
      ? []
      : [
          [low, lengthOf(target)],
          [high, lengthOf(target)],
        ];
  const amounts = [p10, p50, p90, won, goal].flat().map(([, amount]) => amount);
  const end = (
    name: string,
    points: readonly [number, number][],
    colour: string,
    below = false,
  ): EndLabel[] => {
    const last = points.at(-1);
    return last === undefined
      ? []
      : [{ name, figure: figures.short(last[1], 'money'), colour, at: last, below }];
  };
  return chart(look, values.title, captionOfFan(values, look), (width) =>
    plotPicture(
      {
        x: { scale: 'time', low, high },
        y: {
          unit: 'money',
          low: Math.min(0, ...amounts),
          high: roundUp(Math.max(0, ...amounts)),
          title: look.currency,
        },
        tick: (ms) => figures.tick(ms, withYear),
        series: [
          {
            type: 'custom',
            data: p10.length === 0 ? [] : [p10[0] as [number, number]],
            renderItem: (_, api) => ({
              type: 'polygon',
              shape: {
                points: [...p10, ...p90.toReversed()].map((point) => api.coord(point)) as [number, number][],
              },
              style: { fill: COLOURS.a, opacity: 0.22 },
            }),
          },
          {
            type: 'line',
            data: p50,
            showSymbol: p50.length === 1,
            symbol: 'circle',
            lineStyle: { color: COLOURS.a, width: 2 },
            itemStyle: { color: COLOURS.a },
          },
          {
            type: 'line',
            data: won,
            step: 'end',
            showSymbol: won.length === 1,
            symbol: 'circle',
            lineStyle: { color: COLOURS.ink, width: 2 },
            itemStyle: { color: COLOURS.ink },
          },
          {
            type: 'line',
            data: goal,
            showSymbol: false,
            lineStyle: { color: COLOURS.down, width: 1.5, type: [6, 4] },
          },
        ],
        ends: [
          ...end('P90', p90, COLOURS.a),
          ...end('P50', p50, COLOURS.a),
          ...end('P10', p10, COLOURS.a),
          ...end(told('Won', {}, look), won, COLOURS.ink, true),
          ...end(told('Target', {}, look), goal, COLOURS.down),
        ],
      },
      figures,
      width,
    ),
  );
}
