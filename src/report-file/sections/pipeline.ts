// What is open and how fresh it is: freshness, funnel, the stale list, and all deals.

import { toDay } from '../../base/day.ts';
import type { Chart } from '../../chart/chart.ts';
import { funnelChart } from '../../chart/funnel.ts';
import { lines } from '../../chart/lines.ts';
import { figuresOf } from '../figures.ts';
import {
  type Around,
  columnsOf,
  dealAnchor,
  dealLink,
  listed,
  type Section,
  say,
  text,
  viewIn,
} from '../section.ts';
import type { ReportViews } from '../views.ts';
import { trendSeries } from './trend-series.ts';

export function freshnessSection(view: ReportViews['stale'], around: Around): Section {
  const { words, look } = around;
  const of = figuresOf(view);
  return {
    id: 'freshness',
    leads: [
      say(words.leads.freshness, {
        share: of.share((stale) => stale.freshness.by_value),
        fresh: of.count((stale) => stale.freshness.fresh.count),
        open: of.count((stale) => stale.freshness.open.count),
      }),
    ],
    charts: freshnessChart(around),
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'owner', '>fresh', '>open', '>share', '>value'),
        rows: of
          .each((stale) => stale.groups)
          .map((group) => [
            text(look.ownerLabel(group.of.key)),
            group.count(({ fresh }) => fresh.count),
            group.count(({ open }) => open.count),
            group.share(({ by_value }) => by_value),
            group.money(({ open }) => open.value),
          ]),
      },
    ],
  };
}

function freshnessChart({ views, words, chartLook, owner }: Around): Chart[] {
  const trend = viewIn(views.trend);
  const course = trend === undefined ? [] : trendSeries(trend, owner, 'freshness');
  if (course.filter(({ value }) => value !== null).length < 2) return [];
  const series = [{ name: words.headings.freshness, points: course }];
  return [lines({ title: words.charts.freshness, unit: 'share', series }, chartLook('freshness'))];
}

export function funnelSection(view: ReportViews['stages'], around: Around): Section {
  const { words, look, currency } = around;
  const of = figuresOf(view);
  const stages = view.groups.map(({ key, open }) => ({
    label: look.stageLabel(key),
    deals: open.count,
    value: open.value,
  }));
  return {
    id: 'funnel',
    leads: [
      say(words.leads.funnel, {
        value: of.money((stale) => stale.freshness.open.value),
        deals: of.count((stale) => stale.freshness.open.count),
        currency,
      }),
    ],
    charts:
      stages.length === 0
        ? []
        : [funnelChart({ title: words.charts.funnel, stages }, around.chartLook('funnel'))],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'stage', '>count', '>value', '>fresh'),
        rows: of
          .each((stale) => stale.groups)
          .map((group) => [
            text(look.stageLabel(group.of.key)),
            group.count(({ open }) => open.count),
            group.money(({ open }) => open.value),
            group.share(({ by_value }) => by_value),
          ]),
      },
    ],
  };
}

export function staleSection(view: ReportViews['stale'], around: Around): Section {
  const { words, look, currency, views } = around;
  const of = figuresOf(view);
  const rows = of
    .each((stale) => stale.deals)
    .map((deal) => [
      dealLink(deal.of.id, deal.of.name),
      text(look.ownerLabel(deal.of.owner)),
      text(look.stageLabel(deal.of.stage)),
      deal.count(({ days }) => days),
      deal.day(({ since }) => since.date),
      deal.money(({ value }) => value),
    ]);
  return {
    id: 'stale',
    leads: [
      say(words.leads.stale, {
        count: of.count((stale) => stale.stale.count),
        judged: of.count((stale) => stale.judged),
        value: of.money((stale) => stale.stale.value),
        errors: of.count((stale) => stale.stale.at_error),
        currency,
      }),
    ],
    charts: [],
    blocks: listed(
      { columns: columnsOf(words, 'deal', 'owner', 'stage', '>days', 'since', '>value'), rows },
      views.stale?.command ?? '',
      words,
    ),
  };
}

export function dealsSection(view: ReportViews['deals'], around: Around): Section {
  const { words, look, currency } = around;
  const of = figuresOf(view);
  const deals = of.each((list) => list.deals);
  return {
    id: 'deals',
    leads: [
      say(words.leads.deals, {
        count: of.count((list) => list.total.count),
        value: of.money((list) => list.total.value),
        currency,
      }),
    ],
    charts: [],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(words, 'deal', 'account', 'owner', 'stage', '>value', 'close'),
        anchors: deals.map((deal) => dealAnchor(deal.of.id)),
        rows: deals.map((deal) => [
          text(deal.of.name),
          text(deal.of.account),
          text(look.ownerLabel(deal.of.owner)),
          text(look.stageLabel(deal.of.stage)),
          deal.money(({ value }) => value),
          toDay(deal.of.close ?? '') === undefined ? text('–') : deal.day(({ close }) => close),
        ]),
      },
    ],
  };
}
