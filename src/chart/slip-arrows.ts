// Where close dates went: an arrow a deal from the old day to the new one, to the right where it slipped.

import { daysBetween } from '../base/day.ts';
import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { sentences } from '../page/sentences.ts';
import { type Caption, type DayCell, lengthOf, nameCell } from './caption.ts';
import { type Chart, type ChartLook, epochMs, figuresOf, isLong, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { lineShape, rowsPicture, type Shape } from './rows.ts';

export interface SlipValues {
  readonly title: string;
  /** How many went later, and how many went earlier. */
  readonly slipped: Cell;
  readonly pulledIn: Cell;
  readonly deals: readonly {
    readonly name: string;
    readonly from: DayCell;
    readonly to: DayCell;
    /** How far. */
    readonly days: Cell;
  }[];
}

type Moved = SlipValues['deals'][number];

/** As many as one picture bears; those that moved most. */
const DRAWN = 20;

/** `6 slipped, half of them by 21 days or less, acme-erp the most: 60 days; 1 pulled in.` */
export function captionOfSlips({ slipped, pulledIn, deals }: SlipValues): Caption {
  const later = deals.filter((deal) => daysOf(deal) > 0).toSorted((x, y) => daysOf(x) - daysOf(y));
  const [longest, middle] = [later.at(-1), later[Math.floor((later.length - 1) / 2)]];
  const slips =
    longest === undefined || middle === undefined
      ? say('None slipped')
      : say(
          '{count} slipped, half of them by {middle_days, plural, one {{middle} day} other {{middle} days}} or less, {deal} the most: {longest_days, plural, one {{longest} day} other {{longest} days}}',
          {
            ...{ count: slipped, deal: nameCell(longest.name) },
            ...{ middle: middle.days, middle_days: lengthOf(middle.days) },
            ...{ longest: longest.days, longest_days: lengthOf(longest.days) },
          },
        );
  const all = say(
    '{slipped}; {earlier_count, plural, =0 {none was pulled in} other {{earlier} pulled in}}.',
    {
      slipped: slips,
      earlier: pulledIn,
      earlier_count: lengthOf(pulledIn),
    },
  );
  const isAll = deals.length <= DRAWN;
  return isAll ? [all] : sentences(all, say('Drawn are those that moved most.'));
}

function daysOf({ from, to }: Moved): number {
  return daysBetween(from.day, to.day);
}

export function slipArrows(values: SlipValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const rows = values.deals
    .toSorted((x, y) => Math.abs(daysOf(y)) - Math.abs(daysOf(x)))
    .slice(0, DRAWN)
    .map((deal) => ({
      name: deal.name,
      from: epochMs(deal.from.day),
      to: epochMs(deal.to.day),
      days: daysOf(deal),
    }));
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const withYear = isLong(low, high);
  return chart(look, values.title, captionOfSlips(values), (width) =>
    rowsPicture(
      {
        names: rows.map(({ name }) => name),
        figures: rows.map(({ days }) => told('{days} d', { days: figures.signed(days, 'count') }, look)),
        low,
        high,
        scale: 'time',
        axis: (ms) => figures.tick(ms, withYear),
        shapes: (row, { x, y }) => {
          const { from, to, days } = rows[row] ?? { from: low, to: low, days: 0 };
          return arrow(x(from), x(to), y, days < 0 ? COLOURS.up : COLOURS.down);
        },
      },
      width,
    ),
  );
}

const HEAD = 7;

/** A dot where it was, a head where it is. */
function arrow(from: number, to: number, y: number, colour: string): Exclude<Shape, null | undefined>[] {
  const back = to < from ? HEAD : -HEAD;
  return [
    { type: 'circle', shape: { cx: from, cy: y, r: 3 }, style: { fill: colour } },
    lineShape([from, y], [Math.abs(to - from) > HEAD ? to + back : to, y], colour, 2),
    {
      type: 'polygon',
      shape: {
        points: [
          [to, y],
          [to + back, y - HEAD * 0.6],
          [to + back, y + HEAD * 0.6],
        ],
      },
      style: { fill: colour },
    },
  ];
}
