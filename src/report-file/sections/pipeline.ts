// What is open and how fresh it is: freshness, funnel, the stale list, and all deals.

import { toDay } from '../../base/day.ts';
import { numberOf } from '../../chart/caption.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { funnelChart } from '../../chart/funnel.ts';
import { lines } from '../../chart/lines.ts';
import { STAGE_NOT_KNOWN } from '../../deal/deal.ts';
import { NOT_KNOWN_LABEL } from '../../deal/process.ts';
import type { Table } from '../../page/page.ts';
import { isPartlyJudged } from '../../page/partly-judged.ts';
import { say } from '../../page/say.ts';
import { stageCell } from '../../page/stage-cell.ts';
import { type Figures, figuresOf } from '../figures.ts';
import {
  type Around,
  columnsOf,
  dealAnchor,
  dealLink,
  listed,
  type Section,
  text,
  viewIn,
} from '../section.ts';
import type { ReportViews } from '../views.ts';
import { trendSeries } from './trend-series.ts';

export function freshnessSection(view: ReportViews['stale'], around: Around): Section {
  const of = figuresOf(view);
  const isPartial = isPartlyJudged(view.freshness);
  return {
    id: 'freshness',
    leads: [
      view.freshness.by_value === null
        ? [say('No open deal is judged yet.')]
        : [
            say('{share} of open value is fresh: {fresh} of {open} open deals.', {
              share: of.share((stale) => stale.freshness.by_value),
              fresh: of.count((stale) => stale.freshness.fresh.count),
              open: of.count((stale) => stale.freshness.open.count),
            }),
            ...(isPartial
              ? [
                  ' ',
                  say(
                    'Signs of life are judged for {judged} of {open} open deals: the others count as fresh.',
                    {
                      judged: of.count((stale) => stale.freshness.stale_judged.count),
                      open: of.count((stale) => stale.freshness.open.count),
                    },
                  ),
                ]
              : []),
          ],
    ],
    charts: freshnessChart(view, around),
    // Where no deal is judged, every row would be a dash.
    blocks: view.freshness.by_value === null ? [] : [ownersTable(of, around)],
  };
}

function ownersTable(of: Figures<ReportViews['stale']>, { look }: Around): Table {
  const isPartial = isPartlyJudged(of.of.freshness);
  return {
    kind: 'table',
    columns: columnsOf(
      ...(['owner', '>fresh', '>open', '>share', '>value'] as const),
      ...(isPartial ? (['>judged'] as const) : []),
    ),
    rows: of
      .each((stale) => stale.groups)
      .map((group) => [
        text(look.ownerLabel(group.of.key)),
        group.of.by_count === null ? text('–') : group.count(({ fresh }) => fresh.count),
        group.count(({ open }) => open.count),
        group.share(({ by_value }) => by_value),
        group.money(({ open }) => open.value),
        ...(isPartial ? [group.count(({ stale_judged }) => stale_judged.count)] : []),
      ]),
  };
}

/** What snapshots held, and what is now. */
function freshnessChart(view: ReportViews['stale'], around: Around): Chart[] {
  const { views, chartLook, owner } = around;
  const trend = viewIn(views.trend);
  const then = trend === undefined ? [] : trendSeries(figuresOf(trend), owner, 'freshness');
  const of = figuresOf(view);
  const today = of.knownDay((stale) => stale.today);
  const now = today && {
    on: today,
    value: of.share(({ freshness }) => freshness.by_value),
    isPartial: isPartlyJudged(view.freshness),
  };
  const points = [...then.filter(({ on }) => on.day < view.today), ...(now === undefined ? [] : [now])];
  if (points.filter(({ value }) => numberOf(value) !== null).length < 2) return [];
  const title = told('Fresh share of open value, by week', {}, around);
  const series = [{ name: told('Freshness', {}, around), points }];
  return [lines({ title, unit: 'share', series }, chartLook('freshness'))];
}

export function funnelSection(view: ReportViews['stages'], around: Around): Section {
  const { look, currency } = around;
  const of = figuresOf(view);
  const stages = of
    .each((stale) => stale.groups)
    .map((group) => ({
      label:
        group.of.key === STAGE_NOT_KNOWN ? told(NOT_KNOWN_LABEL, {}, around) : look.stageLabel(group.of.key),
      deals: group.count(({ open }) => open.count),
      value: group.money(({ open }) => open.value),
    }));
  const { open, without_value: unvalued } = view.freshness;
  const isValued = open.count === 0 || unvalued < open.count;
  const all = {
    deals: of.count((stale) => stale.freshness.open.count),
    value: of.money((stale) => stale.freshness.open.value),
  };
  return {
    id: 'funnel',
    leads: [
      [
        say(
          isValued
            ? 'Open: {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}.'
            : 'Open: {count, plural, one {{deals} deal} other {{deals} deals}}. No value is known.',
          { ...all, count: view.freshness.open.count, currency },
        ),
      ],
    ],
    charts:
      stages.length === 0
        ? []
        : [
            funnelChart(
              {
                title: told(isValued ? 'Open value by stage' : 'Open deals by stage', {}, around),
                ...{ all, stages },
              },
              around.chartLook('funnel'),
            ),
          ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('stage', '>count', ...(isValued ? (['>value'] as const) : []), '>fresh'),
        rows: of
          .each((stale) => stale.groups)
          .map((group) => [
            stageCell(group.of.key, look),
            group.count(({ open }) => open.count),
            ...(isValued ? [group.money(({ open }) => open.value)] : []),
            group.share(({ by_value }) => by_value),
          ]),
      },
    ],
  };
}

export function staleSection(view: ReportViews['stale'], around: Around): Section {
  const { look, currency, views } = around;
  const of = figuresOf(view);
  const rows = of
    .each((stale) => stale.deals)
    .map((deal) => [
      dealLink(deal.of.id, deal.of.name),
      text(deal.of.account),
      text(look.ownerLabel(deal.of.owner)),
      stageCell(deal.of.stage, look),
      deal.count(({ days }) => days),
      deal.day(({ since }) => since.date),
      deal.money(({ value }) => value),
    ]);
  return {
    id: 'stale',
    leads: [
      [
        view.judged === 0
          ? say('No open deal is judged yet.')
          : say(
              '{count} of {judged} open deals show no sign of life, {value} {currency}; {errors} of them at the limit of an error.',
              {
                count: of.count((stale) => stale.stale.count),
                judged: of.count((stale) => stale.judged),
                value: of.money((stale) => stale.stale.value),
                errors: of.count((stale) => stale.stale.at_error),
                currency,
              },
            ),
      ],
    ],
    charts: [],
    blocks: listed(
      { columns: columnsOf('deal', 'account', 'owner', 'stage', '>days', 'since', '>value'), rows },
      views.stale?.command ?? '',
    ),
  };
}

export function dealsSection(view: ReportViews['deals'], around: Around): Section {
  const { look, currency } = around;
  const of = figuresOf(view);
  const deals = of.each((list) => list.deals);
  const isValued = view.deals.length === 0 || view.deals.some(({ value }) => value !== null);
  const isDated = view.deals.length === 0 || view.deals.some(({ close }) => toDay(close ?? '') !== undefined);
  return {
    id: 'deals',
    leads: [
      [
        say(
          isValued
            ? '{count, plural, one {{deals} deal} other {{deals} deals}}, {value} {currency}.'
            : 'Open: {count, plural, one {{deals} deal} other {{deals} deals}}. No value is known.',
          {
            count: view.total.count,
            deals: of.count((list) => list.total.count),
            value: of.money((list) => list.total.value),
            currency,
          },
        ),
      ],
    ],
    charts: [],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf(
          ...(['deal', 'account', 'owner', 'stage'] as const),
          ...(isValued ? (['>value'] as const) : []),
          ...(isDated ? (['close'] as const) : []),
        ),
        anchors: deals.map((deal) => dealAnchor(deal.of.id)),
        rows: deals.map((deal) => [
          text(deal.of.name),
          text(deal.of.account),
          text(look.ownerLabel(deal.of.owner)),
          stageCell(deal.of.stage, look),
          ...(isValued ? [deal.money(({ value }) => value)] : []),
          ...(isDated ? [deal.day(({ close }) => close)] : []),
        ]),
      },
    ],
  };
}
