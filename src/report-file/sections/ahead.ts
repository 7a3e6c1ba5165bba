// What is to come and what came: conversion, plan, forecast with its backtest, results.

import { backtestChart } from '../../chart/backtest-chart.ts';
import { calibration } from '../../chart/calibration.ts';
import type { Chart } from '../../chart/chart.ts';
import { conversionBars } from '../../chart/conversion-bars.ts';
import { fan } from '../../chart/fan.ts';
import { lines } from '../../chart/lines.ts';
import type { Block, Cell } from '../../page/page.ts';
import { ownTitle } from '../../page/say.ts';
import { figuresOf } from '../figures.ts';
import { type Around, columnsOf, dealLink, type Part, type Section, say, text, viewIn } from '../section.ts';
import type { ReportViews } from '../views.ts';
import { besideBlocks } from './forecast-beside.ts';

export function conversionSection(view: ReportViews['funnel'], around: Around): Section {
  const { words } = around;
  const of = figuresOf(view);
  const decided = view.stages.filter(({ conversion }) => conversion.of > 0);
  const stages = decided.map(({ label, conversion }) => ({
    label,
    count: conversion.count,
    of: conversion.of,
  }));
  return {
    id: 'conversion',
    leads: [
      say(words.leads.conversion, {
        won: of.count(({ won }) => won),
        entered: of.count((funnel) => funnel.stages[0]?.entered),
      }),
    ],
    charts:
      stages.length === 0
        ? []
        : [conversionBars({ title: words.charts.conversion, stages }, around.chartLook('conversion'))],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'stage', '>entered', '>won', '>lost', '>open', '>conversion', '>median'),
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
        columns: columnsOf(words, 'cohort', '>count', '>won', '>lost', '>open', '>winRate'),
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
    ],
  };
}

export function planSection(view: ReportViews['plan'], around: Around): Section {
  const { words, currency } = around;
  const of = figuresOf(view);
  const values: Record<string, Part> = {
    period: view.period,
    currency,
    won: of.money(({ won }) => won.value),
    open: of.money(({ open }) => open.value),
    target: of.money(({ target }) => target),
    left: of.money(({ left }) => left),
    multiplier: of.factor(({ multiplier }) => multiplier),
    needed: of.factor(({ needed }) => needed),
  };
  const course = view.course.map(({ on, multiplier }) => ({
    on,
    value: typeof multiplier === 'number' ? multiplier : null,
  }));
  const isDrawn = course.filter(({ value }) => value !== null).length > 1;
  const series = [{ name: view.period, points: course }];
  return {
    id: 'plan',
    leads: [say(view.target === null ? words.leads.planUntargeted : words.leads.plan, values)],
    charts: isDrawn
      ? [lines({ title: words.charts.plan, unit: 'number', series }, around.chartLook('plan'))]
      : [],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'stage', '>count', '>value'),
        rows: of
          .each(({ stages }) => stages)
          .map((stage) => [
            text(stage.of.label),
            stage.count(({ count }) => count),
            stage.money(({ value }) => value),
          ]),
        totals: [
          [text(words.rows.open), of.count(({ open }) => open.count), of.money(({ open }) => open.value)],
          [text(words.rows.won), of.count(({ won }) => won.count), of.money(({ won }) => won.value)],
        ],
      },
    ],
  };
}

/** Of the deals that most is expected of. */
const EXPECTED = 20;

export function forecastSection(view: ReportViews['forecast'], around: Around): Section {
  const { words, currency, views, look } = around;
  const of = figuresOf(view);
  const { from, to, as_of: asOf, p10, p50, p90, parts } = view;
  const known = { on: asOf, p10: parts.won, p50: parts.won, p90: parts.won, won: parts.won };
  const weeks = [
    { on: from, p10: null, p50: null, p90: null, won: null },
    known,
    { on: to, p10, p50, p90, won: null },
  ];
  const figure = (name: string, cell: Cell) => [text(name), cell];
  const backtest = viewIn(views.backtest);
  return {
    id: 'forecast',
    leads: [
      say(words.leads.forecast, {
        ...{ period: view.period, currency },
        p10: of.money((forecast) => forecast.p10),
        p50: of.money((forecast) => forecast.p50),
        p90: of.money((forecast) => forecast.p90),
        won: of.money((forecast) => forecast.parts.won),
      }),
      ...(backtest === undefined ? [] : [backtestLead(backtest, around)]),
    ],
    charts: [
      fan(
        { title: words.charts.forecast, weeks, target: view.target?.value ?? null },
        around.chartLook('forecast'),
      ),
      ...(backtest === undefined ? [] : backtestCharts(backtest, around)),
    ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'figure', '>value'),
        rows: [
          figure(
            words.rows.p10,
            of.money((forecast) => forecast.p10),
          ),
          figure(
            words.rows.p50,
            of.money((forecast) => forecast.p50),
          ),
          figure(
            words.rows.p90,
            of.money((forecast) => forecast.p90),
          ),
          figure(
            words.rows.mean,
            of.money((forecast) => forecast.mean),
          ),
          figure(
            words.rows.won,
            of.money((forecast) => forecast.parts.won),
          ),
          figure(
            words.rows.openExpected,
            of.money((forecast) => forecast.parts.open),
          ),
          figure(
            words.rows.newExpected,
            of.money((forecast) => forecast.parts.new),
          ),
        ],
      },
      ...besideBlocks(of, around),
      { kind: 'blank' },
      {
        kind: 'table',
        columns: columnsOf(words, 'deal', 'owner', '>chance', '>value', '>expected'),
        rows: of
          .each((forecast) => forecast.deals)
          .slice(0, EXPECTED)
          .map((deal) => [
            dealLink(deal.of.id, nameIn(views, deal.of.id)),
            text(look.ownerLabel(deal.of.owner)),
            deal.share(({ probability }) => probability),
            deal.money(({ value }) => value),
            deal.money(({ expected }) => expected),
          ]),
      },
      ...(backtest === undefined ? [] : backtestBlocks(backtest, around)),
    ],
  };
}

function nameIn(views: Around['views'], id: string): string {
  return viewIn(views.deals)?.deals.find((deal) => deal.id === id)?.name ?? id;
}

function backtestLead(view: ReportViews['backtest'], { words }: Around): Part[] {
  const of = figuresOf(view);
  return say(words.leads.backtest, {
    within: of.count(({ tried }) => tried.within),
    runs: of.count(({ tried }) => tried.runs),
  });
}

function backtestCharts(view: ReportViews['backtest'], { words, chartLook }: Around): Chart[] {
  const periods = view.runs.flatMap(({ method, fraction, period: name, p10, p50, p90, actual }) =>
    method !== 'forecast' || fraction !== 0 || p10 === null || p50 === null || p90 === null
      ? []
      : [{ name, p10, p50, p90, actual }],
  );
  const deciles = view.calibration.flatMap(({ mean_chance: expected, won, deals }) =>
    expected === null || deals === 0 ? [] : [{ expected, won, deals }],
  );
  return [
    ...(periods.length === 0
      ? []
      : [backtestChart({ title: words.charts.backtest, periods }, chartLook('backtest'))]),
    ...(deciles.length === 0
      ? []
      : [calibration({ title: words.charts.calibration, deciles }, chartLook('calibration'))]),
  ];
}

function backtestBlocks(view: ReportViews['backtest'], { words }: Around): Block[] {
  return [
    { kind: 'blank' },
    {
      kind: 'table',
      columns: columnsOf(words, 'method', '>runs', '>error', '>bias', '>coverage'),
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

export function resultsSection(view: ReportViews['results'], around: Around): Section {
  const { words, currency } = around;
  const of = figuresOf(view);
  const periods = [
    of,
    ...(view.compared === null ? [] : [of.part(({ compared }) => compared ?? view)]),
  ] as const;
  const row = (name: string, cell: (figures: (typeof periods)[number]) => Cell) => [
    text(name),
    ...periods.map(cell),
  ];
  const { rows } = words;
  return {
    id: 'results',
    leads: [
      say(words.leads.results, {
        ...{ period: view.period, currency },
        won: of.count(({ won }) => won.count),
        value: of.money(({ won }) => won.value),
        lost: of.count(({ lost }) => lost.count),
        rate: of.share(({ win_rate }) => win_rate.share),
        of: of.count(({ win_rate }) => win_rate.of),
      }),
    ],
    charts: [],
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'figure', title: ownTitle(words.columns.figure) },
          ...periods.map(({ of: { period } }) => ({
            key: period,
            title: ownTitle(period),
            align: 'right' as const,
          })),
        ],
        rows: [
          row(rows.won, (figures) => figures.count(({ won }) => won.count)),
          row(`${rows.won}, ${currency}`, (figures) => figures.money(({ won }) => won.value)),
          row(rows.lost, (figures) => figures.count(({ lost }) => lost.count)),
          row(`${rows.lost}, ${currency}`, (figures) => figures.money(({ lost }) => lost.value)),
          row(rows.winRate, (figures) => figures.share(({ win_rate }) => win_rate.share)),
          row(rows.cycle, (figures) => figures.count(({ cycle }) => cycle.median)),
          row(rows.average, (figures) => figures.money(({ average }) => average.mean)),
          row(rows.velocity, (figures) => figures.money(({ velocity }) => velocity)),
        ],
      },
    ],
  };
}
