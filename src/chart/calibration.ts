// Whether chances held: what was expected across, what happened upwards. On the diagonal the two are the same.

import { wilsonInterval } from '../base/wilson.ts';
import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { type Caption, howMany, lengthOf, summed } from './caption.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { plotPicture } from './plot.ts';
import { lineShape } from './rows.ts';

export interface CalibrationValues {
  readonly title: string;
  /** Whose chances these are: a deal has one in each forecast in which it was open. */
  readonly deals: Cell;
  /** Of like chances; without those that hold none. */
  readonly deciles: readonly {
    /** The mean chance, 0 to 1. */
    readonly expected: Cell;
    readonly won: Cell;
    readonly chances: Cell;
    /** Won of all, 0 to 1. */
    readonly share: Cell;
  }[];
}

/** `412 chances of 180 deals, in 9 groups; in 8 the expected chance lies within the 90 % interval of what happened. Furthest off: 45 % expected, 60 % of 20 happened.` */
export function captionOfCalibration({ deals, deciles }: CalibrationValues): Caption {
  const groups = deciles.map(({ chances }) => chances);
  const held = deciles.filter(({ expected, won, chances }) => {
    const interval = wilsonInterval(lengthOf(won), lengthOf(chances));
    return (
      interval !== undefined && lengthOf(expected) >= interval.low && lengthOf(expected) <= interval.high
    );
  });
  const off = (one: (typeof deciles)[number]) => Math.abs(lengthOf(one.share) - lengthOf(one.expected));
  const furthest = deciles.toSorted((x, y) => off(y) - off(x))[0];
  if (furthest === undefined) return [say('No chance has been tried yet.')];
  const { expected, won, chances: of, share } = furthest;
  const chances = summed(groups);
  return [
    say(
      '{of_chances, plural, one {{chances} chance} other {{chances} chances}} of {count, plural, one {{deals} deal} other {{deals} deals}}, in {of_groups, plural, one {{groups} group} other {{groups} groups}}; in {held} the expected share lies within the 90 % interval of what happened. Furthest off: {expected} expected, {won} of {of} won ({share}).',
      {
        ...{ chances, of_chances: lengthOf(chances) },
        ...{ deals, count: lengthOf(deals) },
        ...{ groups: howMany(groups), of_groups: groups.length },
        held: howMany(
          held.map((decile) => decile.chances),
          groups,
        ),
        ...{ expected, won, of, share },
      },
    ),
  ];
}

export function calibration(values: CalibrationValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const known = values.deciles.map(({ expected, won, chances, share }) => ({
    ...{ expected: lengthOf(expected), won: lengthOf(won) },
    ...{ chances: lengthOf(chances), share: lengthOf(share) },
  }));
  const most = Math.max(1, ...known.map(({ chances }) => chances));
  return chart(look, values.title, captionOfCalibration(values), (width) =>
    plotPicture(
      {
        x: { scale: 'value', low: 0, high: 1, title: told('Expected', {}, look) },
        y: { unit: 'share', low: 0, high: 1, title: told('Happened', {}, look) },
        tick: (share) => figures.full(share, 'share'),
        series: [
          {
            type: 'line',
            data: [
              [0, 0],
              [1, 1],
            ],
            showSymbol: false,
            lineStyle: { color: COLOURS.quiet, width: 1, type: [4, 4] },
          },
          {
            type: 'custom',
            data: known.map(({ expected, share }) => [expected, share]),
            clip: false,
            renderItem: ({ dataIndex }, api) => {
              const { expected, won, chances, share } = known[dataIndex] ?? NONE;
              const at = (height: number) => api.coord([expected, height]) as [number, number];
              const { low, high } = wilsonInterval(won, chances) ?? { low: 0, high: 1 };
              const [cx, cy] = at(share);
              // By the root, so that the area grows with the count.
              const r = 3 + 7 * Math.sqrt(chances / most);
              const dot = { fill: COLOURS.a, stroke: COLOURS.paper, lineWidth: 1 };
              return {
                type: 'group',
                children: [
                  lineShape(at(low), at(high), COLOURS.a, 1.5),
                  { type: 'circle', shape: { cx, cy, r }, style: dot },
                ] as never,
              };
            },
          },
        ],
        ends: [],
      },
      figures,
      width,
    ),
  );
}

const NONE = { expected: 0, won: 0, chances: 1, share: 0 } as const;
