// What is open and how fresh it is: freshness, funnel, the stale list, and all deals.

import { toDay } from '../../base/day.ts';
import { numberOf } from '../../chart/caption.ts';
import { type Chart, told } from '../../chart/chart.ts';
import { funnelChart } from '../../chart/funnel.ts';
import { lines } from '../../chart/lines.ts';
import { isPartlyJudged } from '../../page/partly-judged.ts';
import { say } from '../../page/say.ts';
import { stageCell } from '../../page/stage-cell.ts';
import { figuresOf } from '../figures.ts';
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
  const { look } = around;
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
    blocks: [
      {
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
      },
    ],
  };
}

/** What snapshots held, and what is now. */
function freshnessChart(view: ReportViews['stale'], around: Around): Chart[] {
  const { views, chartLook, owner } = around;
  const trend = viewIn(views.trend);
  const then = trend === undefined ? [] : trendSeries(figuresOf(trend), owner, 'freshness');
  const of = figuresOf(view);
  const today = of.knownDay((stale) => stale.today);
  const now = today && { on: today, value: of.share(({ freshness }) => freshness.by_value) };
  const points = [...then.filter(({ on }) => on.day < view.today), ...(now === undefined ? [] : [now])];
  if (points.filter(({ value }) => numberOf(value) !== null).length < 2) return [];
  const title = told('Fresh share of open value, by week', {}, around);
  const series = [{ name: told('Freshness', {}, around), points }];
  return [lines({ title, unit: 'share', series }, chartLook('freshness'))];
}

export function funnelSection(view: ReportViews['stages'], around: Around): Section {
  const { without_rate: unconverted } = view.freshness;
  const { look, currency } = around;
  const of = figuresOf(view);
  const stages = of
    .each((stale) => stale.groups)
    .map((group) => ({
      label: look.stageLabel(group.of.key),
      deals: group.count(({ open }) => open.count),
      value: group.money(({ open }) => open.value),
    }));
  const all = {
    deals: of.count((stale) => stale.freshness.open.count),
    value: of.money((stale) => stale.freshness.open.value),
  };
  return {
    id: 'funnel',
    leads: [
      [
        say('Open: {value} {currency} in {count, plural, one {{deals} deal} other {{deals} deals}}.', {
          value: of.money((stale) => stale.freshness.open.value),
          count: view.freshness.open.count,
          deals: of.count((stale) => stale.freshness.open.count),
          currency,
        }),
        ...(unconverted.count === 0
          ? []
          : [
              ' ',
              say(
                '{deals, plural, one {# of them has} other {# of them have}} an amount in {currencies}, but no rate to {currency}: in no sum.',
                { deals: unconverted.count, currencies: unconverted.currencies.join(', '), currency },
              ),
            ]),
      ],
    ],
    charts:
      stages.length === 0
        ? []
        : [
            funnelChart(
              { title: told('Open value by stage', {}, around), all, stages },
              around.chartLook('funnel'),
            ),
          ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('stage', '>count', '>value', '>fresh'),
        rows: of
          .each((stale) => stale.groups)
          .map((group) => [
            stageCell(look.stageLabel(group.of.key)),
            group.count(({ open }) => open.count),
            group.money(({ open }) => open.value),
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
      text(look.ownerLabel(deal.of.owner)),
      text(look.stageLabel(deal.of.stage)),
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
      { columns: columnsOf('deal', 'owner', 'stage', '>days', 'since', '>value'), rows },
      views.stale?.command ?? '',
    ),
  };
}

export function dealsSection(view: ReportViews['deals'], around: Around): Section {
  const { look, currency } = around;
  const of = figuresOf(view);
  const deals = of.each((list) => list.deals);
  return {
    id: 'deals',
    leads: [
      [
        say('{count, plural, one {{deals} deal} other {{deals} deals}}, {value} {currency}.', {
          count: view.total.count,
          deals: of.count((list) => list.total.count),
          value: of.money((list) => list.total.value),
          currency,
        }),
      ],
    ],
    charts: [],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('deal', 'account', 'owner', 'stage', '>value', 'close'),
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
