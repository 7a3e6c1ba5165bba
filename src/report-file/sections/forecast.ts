// What is to come, and how forecasts of the past did.

import { addDays } from '../../base/day.ts';
import type { Decimal } from '../../base/money.ts';
import { backtestChart } from '../../chart/backtest-chart.ts';
import { calibration } from '../../chart/calibration.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { type FanValues, fan } from '../../chart/fan.ts';
import type { Block } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import type { Message } from '../../words/message.ts';
import { type Figures, figuresOf } from '../figures.ts';
import {
  type Around,
  columnsOf,
  dealLink,
  missing,
  type Part,
  type Section,
  text,
  viewIn,
} from '../section.ts';
import type { ReportViews } from '../views.ts';
import { besideBlocks } from './forecast-beside.ts';

const FIGURES = [
  ['P10', ({ p10 }) => p10],
  ['P50', ({ p50 }) => p50],
  ['P90', ({ p90 }) => p90],
  ['Mean', ({ mean }) => mean],
  ['Won', ({ parts }) => parts.won],
  ['Of open deals', ({ parts }) => parts.open],
  ['Of deals that are not there yet', ({ parts }) => parts.new],
] as const satisfies readonly (readonly [Message, (view: ReportViews['forecast']) => Decimal])[];

/** Of the deals that most is expected of. */
const EXPECTED = 20;

export function forecastSection(view: ReportViews['forecast'], around: Around): Section {
  const { currency, views, look } = around;
  const of = figuresOf(view);
  const backtest = viewIn(views.backtest);
  return {
    id: 'forecast',
    leads: [
      [
        say(
          '{period}: {p50} {currency} in the middle, 8 in 10 runs end between {p10} and {p90}. Won so far: {won}.',
          {
            ...{ period: view.period, currency },
            p10: of.money((forecast) => forecast.p10),
            p50: of.money((forecast) => forecast.p50),
            p90: of.money((forecast) => forecast.p90),
            won: of.money((forecast) => forecast.parts.won),
          },
        ),
      ],
      ...(backtest === undefined ? missing(views.backtest) : [backtestLead(backtest)]),
    ],
    charts: [
      fan(
        {
          ...{ title: told('Range of the forecast', {}, around), ...fanWeeks(of) },
          target: view.target === null ? null : of.money(({ target }) => target?.value),
        },
        around.chartLook('forecast'),
      ),
      ...(backtest === undefined ? [] : backtestCharts(backtest, around)),
    ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('figure', '>value'),
        rows: FIGURES.map(([name, amount]) => [say(name), of.money(amount)]),
      },
      { kind: 'blank' },
      {
        kind: 'table',
        columns: columnsOf('wonBy', '>p10', '>p50', '>p90'),
        rows: of
          .each(({ course }) => course.points)
          .map((point) => [
            point.day(({ on }) => on),
            point.money(({ p10 }) => p10),
            point.money(({ p50 }) => p50),
            point.money(({ p90 }) => p90),
          ]),
      },
      ...besideBlocks(of, around),
      { kind: 'blank' },
      {
        kind: 'table',
        columns: columnsOf('deal', 'account', 'owner', '>chance', '>value', '>expected'),
        rows: of
          .each((forecast) => forecast.deals)
          .slice(0, EXPECTED)
          .map((deal) => [
            dealLink(deal.of.id, dealIn(views, deal.of.id)?.name ?? deal.of.id),
            text(dealIn(views, deal.of.id)?.account ?? ''),
            text(look.ownerLabel(deal.of.owner)),
            deal.share(({ probability }) => probability),
            deal.wholeMoney(({ value }) => value),
            deal.wholeMoney(({ expected }) => expected),
          ]),
      },
      ...(backtest === undefined ? [] : backtestBlocks(backtest)),
    ],
  };
}

/** From nothing at the start of the period: what was won up to now, and from there the range. */
function fanWeeks(of: Figures<ReportViews['forecast']>): Pick<FanValues, 'start' | 'weeks'> {
  const points = of.each(({ course }) => course.points);
  const now = points.findLastIndex((point) => point.of.known);
  const weeks = points.flatMap((point, at) => {
    const on = point.knownDay((week) => week.on);
    const [p10, p50, p90] = [
      point.money((week) => week.p10),
      point.money((week) => week.p50),
      point.money((week) => week.p90),
    ];
    if (on === undefined) return [];
    // From the last known week on, where the range is of one value: the two meet.
    return [{ on, range: at >= now ? { p10, p50, p90 } : null, won: point.of.known ? p50 : null }];
  });
  return { start: { kind: 'day', day: addDays(of.of.from, -1) }, weeks };
}

function dealIn(views: Around['views'], id: string) {
  return viewIn(views.deals)?.deals.find((deal) => deal.id === id);
}

function backtestLead(view: ReportViews['backtest']): Part[] {
  const of = figuresOf(view);
  return [
    say(
      'Tried on several days of past periods: in {within} of {runs} tries the outcome fell between P10 and P90.',
      {
        within: of.count(({ tried }) => tried.within),
        runs: of.count(({ tried }) => tried.runs),
      },
    ),
  ];
}

function backtestCharts(view: ReportViews['backtest'], around: Around): Chart[] {
  const { chartLook } = around;
  const of = figuresOf(view);
  const periods = of
    .each(({ runs }) => runs)
    .filter(({ of: { method, fraction, p90 } }) => method === 'forecast' && fraction === 0 && p90 !== null)
    .map((run) => ({
      name: run.of.period,
      p10: run.money(({ p10 }) => p10),
      p50: run.money(({ p50 }) => p50),
      p90: run.money(({ p90 }) => p90),
      actual: run.money(({ actual }) => actual),
    }));
  const deciles = of
    .each((backtest) => backtest.calibration)
    .filter((decile) => decile.of.chances > 0)
    .map((decile) => ({
      expected: decile.share(({ mean_chance: chance }) => chance),
      won: decile.count(({ won }) => won),
      chances: decile.count(({ chances }) => chances),
      share: decile.share(({ share }) => share),
    }));
  return [
    ...(periods.length === 0
      ? []
      : [
          backtestChart(
            { title: told('Forecasts at the start of past periods, and what happened', {}, around), periods },
            chartLook('backtest'),
          ),
        ]),
    ...(deciles.length === 0
      ? []
      : [
          calibration(
            {
              title: told('Expected and actual share of wins', {}, around),
              deals: of.count((backtest) => backtest.deals_tried),
              deciles,
            },
            chartLook('calibration'),
          ),
        ]),
  ];
}

function backtestBlocks(view: ReportViews['backtest']): Block[] {
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf('method', '>runs', '>error', '>bias', '>coverage'),
      rows: figuresOf(view)
        .each(({ methods }) => methods)
        .filter((method) => method.of.fraction === null)
        .map((method) => [
          text(method.of.method),
          method.count(({ runs }) => runs),
          method.share(({ wape }) => wape),
          method.share(({ bias }) => bias),
          method.share(({ coverage }) => coverage),
        ]),
    },
  ];
}
