// What a period brought, beside the one before it, and why it differs.

import { type Chart, told } from '../../chart/chart.ts';
import { waterfall } from '../../chart/waterfall.ts';
import type { Block, Cell } from '../../page/page.ts';
import { changeBars } from '../../page/results-change.ts';
import { ownTitle, say } from '../../page/say.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { type Around, columnsOf, type Section } from '../section.ts';
import type { ReportViews } from '../views.ts';

type Results = ReportViews['results'];

export function resultsSection(view: Results, around: Around): Section {
  const { currency } = around;
  const of = figuresOf(view);
  const periods = [
    of,
    ...(view.compared === null ? [] : [of.part(({ compared }) => compared ?? view)]),
  ] as const;
  const row = (name: Cell, cell: (figures: (typeof periods)[number]) => Cell) => [name, ...periods.map(cell)];
  return {
    id: 'results',
    leads: [
      [
        say(
          view.win_rate.share === null
            ? '{period}: {count, plural, one {{won} deal} other {{won} deals}} won, {value} {currency}; {lost} lost.'
            : '{period}: {count, plural, one {{won} deal} other {{won} deals}} won, {value} {currency}; {lost} lost. Win rate {rate} of {of} decided.',
          {
            ...{ period: view.period, currency, count: view.won.count },
            won: of.count(({ won }) => won.count),
            value: of.wholeMoney(({ won }) => won.value),
            lost: of.count(({ lost }) => lost.count),
            rate: of.share(({ win_rate }) => win_rate.share),
            of: of.count(({ win_rate }) => win_rate.of),
          },
        ),
      ],
    ],
    charts: changeChart(of, around),
    blocks: [
      {
        kind: 'table',
        columns: [
          ...columnsOf('figure'),
          ...periods.map(({ of: { period } }) => ({
            key: period,
            title: ownTitle(period),
            align: 'right' as const,
          })),
        ],
        rows: [
          row(say('Won'), (figures) => figures.count(({ won }) => won.count)),
          row(say('Won, {currency}', { currency }), (figures) => figures.wholeMoney(({ won }) => won.value)),
          row(say('Lost'), (figures) => figures.count(({ lost }) => lost.count)),
          row(say('Lost, {currency}', { currency }), (figures) =>
            figures.wholeMoney(({ lost }) => lost.value),
          ),
          row(say('Win rate'), (figures) => figures.share(({ win_rate }) => win_rate.share)),
          row(say('Median days to a win'), (figures) => figures.count(({ cycle }) => cycle.median)),
          row(say('Average win'), (figures) => figures.wholeMoney(({ average }) => average.mean)),
          row(say('Velocity a day'), (figures) => figures.wholeMoney(({ velocity }) => velocity)),
        ],
      },
      ...changeTable(view, of),
    ],
  };
}

function changeChart(of: Figures<Results>, around: Around): Chart[] {
  const { change, compared, period } = of.of;
  if (change === null || compared === null) return [];
  const parts = of.part((results) => results.change ?? change);
  const bars = changeBars(change, of.of, compared).map(({ message, key, value }) => ({
    label: told(message, {}, around),
    sign: value.startsWith('-') ? (-1 as const) : (1 as const),
    value: parts.money((part) => part[key], true),
  }));
  const values = {
    title: told(
      'Why won value changed from {before} to {period}',
      { before: compared.period, period },
      around,
    ),
    of: 'won' as const,
    ends: { opening: compared.period, closing: period },
    opening: of.money((results) => results.compared?.won.value),
    closing: of.money(({ won }) => won.value),
    change: parts.money(({ value }) => value, true),
    bars,
  };
  return [waterfall(values, around.chartLook('results'))];
}

function changeTable(view: Results, of: Figures<Results>): Block[] {
  const { change, compared } = view;
  if (change === null || compared === null) return [];
  const figures = of.part((results) => results.change ?? change);
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf('why', '>change'),
      rows: changeBars(change, view, compared).map(({ message, key }) => [
        say(message),
        figures.wholeMoney((parts) => parts[key], true),
      ]),
      totals: [[say('Change'), figures.wholeMoney((parts) => parts.value, true)]],
    },
  ];
}
