// What became of the deals of each cohort by their age: a line a cohort, which ends where its deals are no older.

import { type Chart, type ChartLook, figuresOf, told } from './chart.ts';
import { chart } from './draw.ts';
import { colourOf, dashOf } from './lines.ts';
import { plotPicture, roundUpShare } from './plot.ts';

export interface CohortValues {
  readonly title: string;
  /** At most six are told apart. */
  readonly cohorts: readonly {
    readonly name: string;
    readonly deals: number;
    /** The share of its deals that were won by an age in days; in order of age. */
    readonly points: readonly { readonly age: number; readonly share: number }[];
  }[];
}

/** `2026-Q3: 35 % of 51 deals won by day 91.`, for each cohort. */
export function captionOfCohorts({ cohorts }: CohortValues, look: ChartLook): string {
  const figures = figuresOf(look);
  const said = cohorts.map(({ name, deals, points }) => {
    const last = points.at(-1);
    const of = { cohort: name, deals: figures.full(deals, 'count') };
    return last === undefined
      ? told('{cohort}: nothing known of {deals}.', of, look)
      : told(
          '{cohort}: {share} of {deals} won by day {age}.',
          { ...of, share: figures.full(last.share, 'share'), age: figures.full(last.age, 'count') },
          look,
        );
  });
  return said.join(' ');
}

export function cohortLines(values: CohortValues, look: ChartLook): Chart {
  const figures = figuresOf(look);
  const { cohorts, title } = values;
  const all = cohorts.flatMap(({ points }) => points);
  const most = Math.max(0.1, ...all.map(({ share }) => share));
  return chart(look, title, captionOfCohorts(values, look), (width) =>
    plotPicture(
      {
        x: {
          scale: 'value',
          low: 0,
          high: Math.max(1, ...all.map(({ age }) => age)),
          title: told('Age in days', {}, look),
        },
        y: { unit: 'share', low: 0, high: roundUpShare(most), title: told('Share won', {}, look) },
        tick: (age) => figures.full(age, 'count'),
        series: cohorts.map(({ points }, at) => ({
          type: 'line',
          step: 'end',
          data: points.map(({ age, share }) => [age, share]),
          showSymbol: false,
          lineStyle: { color: colourOf(at), width: 2, type: dashOf(at) },
        })),
        ends: cohorts.flatMap(({ name, points }, at) => {
          const last = points.at(-1);
          return last === undefined
            ? []
            : [{ name, colour: colourOf(at), at: [last.age, last.share] as const }];
        }),
      },
      figures,
      width,
    ),
  );
}
