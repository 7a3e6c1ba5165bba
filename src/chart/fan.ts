// The forecast of a period, week by week: the range from P10 to P90, its middle, what was won by then, and the target.

import type { Day } from '../base/day.ts';
import type { Decimal } from '../base/money.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { type EndLabel, plotPicture, roundUp } from './plot.ts';

export interface FanValues {
  readonly title: string;
  /** In order of time. A day that is only known, or only foreseen, lacks the other. */
  readonly weeks: readonly {
    readonly on: Day;
    readonly p10: Decimal | null;
    readonly p50: Decimal | null;
    readonly p90: Decimal | null;
    /** Won in the period up to this day. */
    readonly won: Decimal | null;
  }[];
  readonly target: Decimal | null;
}

/** `Half of the runs end above 2,030,000 PLN, 8 in 10 between … and …. Won so far 1,480,000. Target 2,400,000: above the range.` */
export function captionOfFan({ weeks, target }: FanValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const full = (amount: Decimal) => figures.full(Number(amount), 'money');
  const last = weeks.findLast(({ p50 }) => p50 !== null);
  const won = weeks.findLast((week) => week.won !== null);
  const parts: string[] = [];
  if (last?.p10 != null && last.p50 != null && last.p90 != null) {
    parts.push(
      told(
        'By {day} half of the runs reach {p50}, 8 in 10 are between {p10} and {p90}.',
        {
          day: figures.day(last.on),
          p50: figures.money(Number(last.p50)),
          p10: full(last.p10),
          p90: full(last.p90),
        },
        look,
      ),
    );
  }
  if (won?.won != null) {
    parts.push(told('Won up to {day}: {won}.', { day: figures.day(won.on), won: full(won.won) }, look));
  }
  if (target !== null) {
    const goal = Number(target);
    const message =
      last?.p10 == null || last.p90 == null
        ? 'Target {target}.'
        : goal > Number(last.p90)
          ? 'Target {target}, above that range.'
          : goal < Number(last.p10)
            ? 'Target {target}, below that range.'
            : 'Target {target}, within that range.';
    parts.push(told(message, { target: full(target) }, look));
  }
  return parts.join(' ');
}

export function fan(values: FanValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { weeks, target } = values;
  const days = weeks.map(({ on }) => epochMs(on));
  const [low, high] = [Math.min(...days), Math.max(...days)];
  const withYear = isLong(low, high);
  const course = (key: 'p10' | 'p50' | 'p90' | 'won') =>
    weeks.flatMap((week): [number, number][] => {
      const amount = week[key];
      return amount === null ? [] : [[epochMs(week.on), Number(amount)]];
    });
  const [p10, p50, p90, won] = [course('p10'), course('p50'), course('p90'), course('won')];
  const goal: [number, number][] =
    target === null
      ? []
      : [
          [low, Number(target)],
          [high, Number(target)],
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
