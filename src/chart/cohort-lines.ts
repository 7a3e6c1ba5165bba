// What became of the deals of each cohort by their age: a line a cohort, which ends where its deals are no older.

import type { Cell } from '../page/page.ts';
import { say } from '../page/say.ts';
import { sentences } from '../page/sentences.ts';
import { type Caption, lengthOf, nameCell } from './caption.ts';
import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { chart } from './draw.ts';
import { colourOf, dashOf } from './lines.ts';
import { plotPicture, roundUpShare } from './plot.ts';

export interface CohortValues {
  readonly title: string;
  /** At most six are told apart. */
  readonly cohorts: readonly {
    readonly name: string;
    readonly deals: Cell;
    /** The share of its deals that were won by an age in days; in order of age, the first after the day it was created. */
    readonly points: readonly { readonly age: Cell; readonly share: Cell }[];
  }[];
}

/** `2026-Q3: 35 % of 51 deals won by day 91.`, for each cohort. */
export function captionOfCohorts({ cohorts }: CohortValues): Caption {
  const said = cohorts.map(({ name, deals, points }) => {
    const last = points.at(-1);
    const of = { cohort: nameCell(name), deals };
    return last === undefined
      ? say('{cohort}: nothing known of {deals}.', of)
      : say('{cohort}: {share} of {deals} won by day {age}.', { ...of, share: last.share, age: last.age });
  });
  return sentences(...said);
}

/** Of the width, behind the last age: a step up on the edge would be taken for the frame. */
const ROOM = 0.03;
const DOT = 5;

export function cohortLines(values: CohortValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { title } = values;
  const cohorts = values.cohorts.map(({ name, points }) => ({
    name,
    points: points.map(({ age, share }) => [lengthOf(age), lengthOf(share)] as const),
  }));
  const all = cohorts.flatMap(({ points }) => points);
  const most = Math.max(0.1, ...all.map(([, share]) => share));
  const oldest = Math.max(1, ...all.map(([age]) => age));
  return chart(look, title, captionOfCohorts(values), (width) =>
    plotPicture(
      {
        x: {
          scale: 'value',
          low: 0,
          high: (1 + ROOM) * oldest,
          title: told('Age in days', {}, look),
        },
        y: { unit: 'share', low: 0, high: roundUpShare(most), title: told('Share won', {}, look) },
        // The end of the axis is no age of a deal.
        tick: (age) => (age > oldest ? '' : figures.full(age, 'count')),
        series: cohorts.map(({ points }, at) => ({
          type: 'line',
          step: 'end',
          data: [[0, 0] as const, ...points].map((point, rank) => ({
            value: [...point],
            symbol: rank > 0 && rank === points.length ? 'circle' : 'none',
          })),
          symbolSize: DOT,
          itemStyle: { color: colourOf(at), borderWidth: 0 },
          lineStyle: { color: colourOf(at), width: 2, type: dashOf(at) },
        })),
        ends: cohorts.flatMap(({ name, points }, at) => {
          const last = points.at(-1);
          return last === undefined
            ? []
            : [
                {
                  name,
                  figure: figures.full(last[1], 'share'),
                  colour: colourOf(at),
                  at: last,
                  dash: dashOf(at),
                },
              ];
        }),
      },
      figures,
      width,
    ),
  );
}
