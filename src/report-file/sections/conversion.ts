// How deals go from stage to stage, and how many of a quarter's were won by an age.

import { type Chart, told } from '../../chart/chart.ts';
import { cohortLines } from '../../chart/cohort-lines.ts';
import { conversionBars } from '../../chart/conversion-bars.ts';
import type { Block } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import { figuresOf } from '../figures.ts';
import { type Around, columnsOf, type Section, text } from '../section.ts';
import type { ReportViews } from '../views.ts';

export function conversionSection(view: ReportViews['funnel'], around: Around): Section {
  const of = figuresOf(view);
  const stages = of
    .each((funnel) => funnel.stages)
    .filter((stage) => stage.of.conversion.of > 0)
    .map((stage) => ({
      label: stage.of.label,
      count: stage.count(({ conversion }) => conversion.count),
      of: stage.count(({ conversion }) => conversion.of),
      share: stage.share(({ conversion }) => conversion.share),
    }));
  const title = told('Share that moved on, by stage', {}, around);
  return {
    id: 'conversion',
    leads: [
      [say('Won so far, of deals with a stage on record: {won}.', { won: of.count(({ won }) => won) })],
    ],
    charts: [
      ...(stages.length === 0 ? [] : [conversionBars({ title, stages }, around.chartLook('conversion'))]),
      ...cohortChart(view, around),
    ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('stage', '>entered', '>won', '>lost', '>open', '>conversion', '>median'),
        rows: of
          .each((funnel) => funnel.stages)
          .map((stage) => [
            text(stage.of.label),
            stage.count(({ entered }) => entered),
            stage.count(({ moved_on }) => moved_on),
            stage.count(({ lost }) => lost),
            stage.count(({ open }) => open),
            stage.share(({ conversion }) => conversion.share),
            stage.count(({ days }) => days?.median),
          ]),
      },
      { kind: 'blank' },
      {
        kind: 'table',
        columns: columnsOf('cohort', '>count', '>won', '>lost', '>open', '>winRate'),
        rows: of
          .each((funnel) => funnel.cohorts)
          .map((cohort) => [
            text(cohort.of.name),
            cohort.count(({ deals }) => deals),
            cohort.count(({ won }) => won),
            cohort.count(({ lost }) => lost),
            cohort.count(({ open }) => open),
            cohort.share(({ win_rate }) => win_rate.share),
          ]),
      },
      ...ageBlocks(view),
    ],
  };
}

/** As many cohorts a chart tells apart; the newest. */
const COHORTS = 6;

type Funnel = ReportViews['funnel'];

function cohortChart(view: Funnel, around: Around): Chart[] {
  const known = figuresOf(view)
    .each(({ cohorts }) => cohorts)
    .filter((cohort) => cohort.of.won_by_age.length > 0)
    .slice(-COHORTS);
  // Two points are a line; where no deal was won in time, there is nothing to see in it.
  if (!known.some(({ of: { won_by_age: ages } }) => ages.length > 1 && ages.some(({ won }) => won > 0)))
    return [];
  const values = {
    title: told('Share won by age, of deals created in a quarter', {}, around),
    cohorts: known.map((cohort) => ({
      name: cohort.of.name,
      deals: cohort.count(({ deals }) => deals),
      points: cohort
        .each(({ won_by_age: ages }) => ages)
        .map((point) => ({ age: point.count(({ days }) => days), share: point.share(({ share }) => share) })),
    })),
  };
  return [cohortLines(values, around.chartLook('cohorts'))];
}

/** The share of each cohort that was won by each age. */
function ageBlocks(view: Funnel): Block[] {
  const ages = [
    ...new Set(view.cohorts.flatMap(({ won_by_age: known }) => known.map(({ days }) => days))),
  ].sort((x, y) => x - y);
  if (ages.length === 0) return [];
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: [
        ...columnsOf('cohort', '>count'),
        ...ages.map((days) => ({
          key: `day_${days}`,
          title: say('Day {days}', { days: String(days) }),
          align: 'right' as const,
        })),
      ],
      rows: figuresOf(view)
        .each(({ cohorts }) => cohorts)
        .map((cohort) => {
          const points = cohort.each(({ won_by_age: known }) => known);
          return [
            text(cohort.of.name),
            cohort.count(({ deals }) => deals),
            ...ages.map(
              (days) => points.find(({ of }) => of.days === days)?.share(({ share }) => share) ?? text('–'),
            ),
          ];
        }),
    },
  ];
}
