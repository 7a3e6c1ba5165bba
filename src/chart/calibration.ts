// Whether chances held: what was expected across, what happened upwards. On the diagonal the two are the same.

import { wilsonInterval } from '../base/wilson.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { COLOURS } from './colours.ts';
import { chart } from './draw.ts';
import { plotPicture } from './plot.ts';
import { lineShape } from './rows.ts';

export interface CalibrationValues {
  readonly title: string;
  /** Of deals with like chances; without those that hold no deal. */
  readonly deciles: readonly {
    /** The mean chance, 0 to 1. */
    readonly expected: number;
    readonly won: number;
    readonly deals: number;
  }[];
}

/** `412 deals in 9 groups; in 8 the expected chance lies within the 90 % interval of what happened. Furthest off: 45 % expected, 60 % of 20 happened.` */
export function captionOfCalibration({ deciles }: CalibrationValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const share = (of: number) => figures.full(of, 'share');
  const known = deciles.filter(({ deals }) => deals > 0);
  const held = known.filter(({ expected, won, deals }) => {
    const interval = wilsonInterval(won, deals);
    return interval !== undefined && expected >= interval.low && expected <= interval.high;
  });
  const off = (one: (typeof known)[number]) => Math.abs(one.won / one.deals - one.expected);
  const furthest = known.toSorted((x, y) => off(y) - off(x))[0];
  if (furthest === undefined) return told('No chance has been tried yet.', {}, look);
  const { expected, won, deals } = furthest;
  return told(
    '{deals, plural, one {# deal} other {# deals}} in {groups, plural, one {# group} other {# groups}}; in {held} the expected share lies within the 90 % interval of what happened. Furthest off: {expected} expected, {won} of {of} won ({share}).',
    {
      deals: known.reduce((sum, one) => sum + one.deals, 0),
      groups: known.length,
      held: String(held.length),
      expected: share(expected),
      won: figures.full(won, 'count'),
      of: figures.full(deals, 'count'),
      share: share(won / deals),
    },
    look,
  );
}

export function calibration(values: CalibrationValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const known = values.deciles.filter(({ deals }) => deals > 0);
  const most = Math.max(1, ...known.map(({ deals }) => deals));
  return chart(look, values.title, captionOfCalibration(values, look), (width) =>
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
            data: known.map(({ expected, won, deals }) => [expected, won / deals]),
            clip: false,
            renderItem: ({ dataIndex }, api) => {
              const { expected, won, deals } = known[dataIndex] ?? { expected: 0, won: 0, deals: 1 };
              const at = (share: number) => api.coord([expected, share]) as [number, number];
              const { low, high } = wilsonInterval(won, deals) ?? { low: 0, high: 1 };
              const [cx, cy] = at(won / deals);
              // By the root, so that the area grows with the count.
              const r = 3 + 7 * Math.sqrt(deals / most);
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
