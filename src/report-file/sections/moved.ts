// What moved: the bridge, the movements of deals, and slip and shrink over time.

import { lengthOf, numberOf } from '../../chart/caption.ts';
import { told } from '../../chart/chart.ts';
import { lines } from '../../chart/lines.ts';
import { waterfall } from '../../chart/waterfall.ts';
import { BAR_KINDS, BARS } from '../../movement/bars.ts';
import { happenedParts } from '../../page/diff-words.ts';
import type { Cell } from '../../page/page.ts';
import { say } from '../../page/say.ts';
import { type Figures, figuresOf } from '../figures.ts';
import { type Around, columnsOf, dealLink, listed, type Section, text } from '../section.ts';
import type { ReportViews } from '../views.ts';
import { arrowCharts } from './arrows.ts';
import { groupPlace, rateIn, trendSeries } from './trend-series.ts';

const NONE: Cell = { kind: 'none' };

export function bridgeSection(view: ReportViews['diff'], around: Around): Section {
  const { currency } = around;
  const of = figuresOf(view);
  const { bars } = view.bridge;
  const drawn = BAR_KINDS.filter((kind) => (bars[BARS[kind].key]?.count ?? 0) > 0);
  const values = {
    title: told('Bridge of open value', {}, around),
    of: 'open' as const,
    opening: of.money(({ bridge }) => bridge.opening),
    closing: of.money(({ bridge }) => bridge.closing),
    change: of.money(({ bridge }) => bridge.change, true),
    bars: drawn.map((kind) => {
      const { key, label, sign } = BARS[kind];
      return {
        label: told(label, {}, around),
        sign,
        value: of.money(({ bridge }) => bridge.bars[key]?.value),
        count: of.count(({ bridge }) => bridge.bars[key]?.count),
      };
    }),
  };
  const amounts = [values.opening, values.closing, ...values.bars.map(({ value }) => value)];
  const isValued = drawn.length === 0 || amounts.some((amount) => lengthOf(amount) !== 0);
  return {
    id: 'bridge',
    leads: [
      [
        isValued
          ? say('Open value went from {opening} to {closing} {currency}, a change of {change}.', {
              opening: of.money(({ bridge }) => bridge.opening),
              closing: of.money(({ bridge }) => bridge.closing),
              change: of.money(({ bridge }) => bridge.change, true),
              currency,
            })
          : say('Open deals went from {opening} to {closing}. No value is known.', {
              opening: of.count(({ bridge }) => bridge.opening_count),
              closing: of.count(({ bridge }) => bridge.closing_count),
            }),
      ],
    ],
    charts: isValued ? [waterfall(values, around.chartLook('bridge'))] : [],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('figure', '>count', ...(isValued ? (['>value'] as const) : [])),
        rows: [
          [
            say('Opening'),
            of.count(({ bridge }) => bridge.opening_count),
            ...(isValued ? [values.opening] : []),
          ],
          ...drawn.map((kind) => {
            const { key, label, sign } = BARS[kind];
            return [
              say(sign === 1 ? '+ {bar}' : '− {bar}', { bar: say(label) }),
              of.count(({ bridge }) => bridge.bars[key]?.count),
              ...(isValued ? [of.money(({ bridge }) => bridge.bars[key]?.value)] : []),
            ];
          }),
          [
            say('Closing'),
            of.count(({ bridge }) => bridge.closing_count),
            ...(isValued ? [values.closing] : []),
          ],
        ],
      },
    ],
  };
}

export function movementsSection(view: ReportViews['diff'], around: Around): Section {
  const { look, currency, views } = around;
  const of = figuresOf(view);
  const rows = of
    .each((diff) => diff.deals)
    .map((deal): Cell[] => [
      dealLink(deal.of.id, deal.of.name),
      text(deal.of.account),
      text(look.ownerLabel(deal.of.owner)),
      { kind: 'phrase', parts: happenedParts(deal.of, view, look).filter(isShown) },
      deal.of.moved_money ? deal.money(({ value }) => value, true) : NONE,
    ]);
  return {
    id: 'movements',
    leads: [
      [
        say(
          'Deals that moved changed the value by {change} {currency}; {unchanged} moved without a change of value, {idle} did not move.',
          {
            change: of.money((diff) => diff.listed.value, true),
            unchanged: of.count((diff) => diff.without_change.deals),
            idle: of.count((diff) => diff.idle),
            currency,
          },
        ),
      ],
    ],
    charts: [],
    blocks: listed(
      {
        columns: columnsOf(
          ...(['deal', 'account', 'owner', 'happened'] as const),
          ...(view.deals.some((deal) => deal.moved_money) ? (['>change'] as const) : []),
        ),
        rows,
      },
      views.diff?.command ?? '',
    ),
  };
}

type Shown = Extract<Cell, { kind: 'phrase' }>['parts'][number];

function isShown(part: string | Cell): part is Shown {
  return typeof part === 'string' || part.kind !== 'none';
}

export function slipsSection(view: ReportViews['trend'], around: Around): Section {
  const { chartLook, owner } = around;
  const of = figuresOf(view);
  const group = groupPlace(view, owner);
  const places = view.intervals.flatMap(({ snapshot }, at) => (snapshot === null ? [] : [at]));
  const known = places.filter((at) => RATES.some((metric) => rateAt(of, group, metric, at) !== undefined));
  const last = known.findLast((at) => rateAt(of, group, 'slip-rate', at) !== undefined);
  const series = [
    { name: told('Slipped', {}, around), points: trendSeries(of, owner, 'slip-rate') },
    { name: told('Shrunk', {}, around), points: trendSeries(of, owner, 'shrink-rate') },
  ];
  const title = told('Share of open deals that slipped and shrank, by week', {}, around);
  const isDrawn = series.some(
    ({ points }) => points.filter(({ value }) => numberOf(value) !== null).length > 1,
  );
  return {
    id: 'slips',
    leads: [
      [
        last === undefined
          ? say('No week with a snapshot tells of slip and shrink yet.')
          : slipsLead(rateAt(of, group, 'slip-rate', last), rateAt(of, group, 'shrink-rate', last)),
      ],
    ],
    charts: [
      ...(isDrawn ? [lines({ title, unit: 'share', series }, chartLook('slips'))] : []),
      ...arrowCharts(around),
    ],
    blocks: [
      {
        kind: 'table',
        columns: columnsOf('week', '>slip', '>shrink'),
        rows: known.map((at) => [
          text(view.intervals[at]?.name ?? ''),
          ...RATES.map((metric) => rateAt(of, group, metric, at)?.share ?? text('–')),
        ]),
      },
    ],
  };
}

type Trend = ReportViews['trend'];
const RATES = ['slip-rate', 'shrink-rate'] as const;

/** The share of open deals in a week, how many, and of how many; undefined where nothing tells it. */
function rateAt(of: Figures<Trend>, group: number, metric: (typeof RATES)[number], at: number) {
  const value = rateIn(group, metric, at);
  if (value(of.of) === undefined) return undefined;
  return {
    share: of.share((trend) => value(trend)?.share),
    count: of.count((trend) => value(trend)?.count),
    of: of.count((trend) => value(trend)?.of),
  };
}

type Rate = ReturnType<typeof rateAt>;

function slipsLead(slip: Rate, shrink: Rate): Cell {
  if (slip === undefined) return NONE;
  const slipped = { slipped: slip.count, open: slip.of, slip_rate: slip.share };
  return shrink === undefined
    ? say('In the last week with a snapshot {slipped} of {open} open deals slipped ({slip_rate}).', slipped)
    : say(
        'In the last week with a snapshot {slipped} of {open} open deals slipped ({slip_rate}), {shrunk} shrank ({shrink_rate}).',
        { ...slipped, shrunk: shrink.count, shrink_rate: shrink.share },
      );
}
