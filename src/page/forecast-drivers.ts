// The page of `pipeline forecast drivers`: the waterfall from the forecast of then to that of now, the deals that moved
// it most, and its sum in one line; or all deals of one bar.

import { type Decimal, fromMinor, sumMinor, toMinor } from '../base/money.ts';
import type { Driver } from '../forecast/driver-bars.ts';
import type { DriverBar, DriverDeal, ForecastDriversView } from '../report/forecast-drivers.ts';
import type { Message } from '../words/message.ts';
import { counted } from './counted.ts';
import { indented } from './indented.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, RecordCell, Records, Title } from './page.ts';
import { say } from './say.ts';

const LABELS: Readonly<Record<Driver, Message>> = {
  won: 'won',
  'won-outside': 'won outside the period',
  lost: 'lost or gone',
  'slipped-out': 'slipped out',
  'pulled-in': 'pulled in',
  'amounts-up': 'amounts up',
  'amounts-down': 'amounts down',
  new: 'new or reopened',
  stages: 'stages moved',
  chances: 'age, days left, history',
  factors: 'factors on all deals',
  corrected: 'won before, corrected',
  'not-created': 'not yet created',
};

const MOST_DEALS = 8;

/** @param command what was typed but for --bar */
export function driversPage(
  view: ForecastDriversView,
  bar: Driver | undefined,
  look: Look,
  command: string,
): Page {
  const blocks = bar === undefined ? bridge(view, look, command) : oneBar(view, bar, look, command);
  return { currency: view.currency, digits: look.digits, blocks: [...blocks] };
}

function* bridge(view: ForecastDriversView, look: Look, command: string): Generator<Block> {
  const { before, after, bars, change } = view;
  yield {
    kind: 'heading',
    parts: [
      say('{forecast}: {change} since {day}', {
        forecast: headed([say('Forecast {period}', { period: view.period })], view, look),
        change: money(change, true),
        day: day(view),
      }),
    ],
  };
  yield { kind: 'blank' };
  yield waterfall(view);
  yield { kind: 'blank' };
  const deals = largest(bars).slice(0, MOST_DEALS);
  if (deals.length > 0) {
    yield dealsTable(deals, look, 'Largest changes');
    yield { kind: 'blank' };
  }
  yield addsUp(view, look);
  yield {
    kind: 'paragraph',
    tone: 'muted',
    parts: [
      say(
        'The bridge is of expected values, since percentiles do not add up: P50 went from {p50} to {p50_now}, P10–P90 from {p10} – {p90} to {p10_now} – {p90_now}.',
        {
          ...{ p10: money(before.p10), p50: money(before.p50), p90: money(before.p90) },
          ...{ p10_now: money(after.p10), p50_now: money(after.p50), p90_now: money(after.p90) },
        },
      ),
    ],
  };
  const [most] = bars
    .filter((one) => one.deals.length > 0)
    .sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)));
  yield most === undefined
    ? { kind: 'next', text: say('The forecast of now'), command: `pipeline forecast ${view.period}` }
    : {
        kind: 'next',
        text: say('Behind "{bar}"', { bar: say(LABELS[most.bar]) }),
        command: `${command} --bar ${most.bar}`,
      };
}

function* oneBar(view: ForecastDriversView, kind: Driver, look: Look, command: string): Generator<Block> {
  const bar = view.bars.find((one) => one.bar === kind);
  const deals = bar?.deals ?? [];
  yield {
    kind: 'heading',
    parts: [
      say('{forecast} since {day}', {
        forecast: headed(
          [say('Forecast {period}', { period: view.period }), ', ', say(LABELS[kind])],
          view,
          look,
        ),
        day: day(view),
      }),
      ' · ',
      counted(deals.length, 'deal'),
      ' · ',
      money(bar?.value ?? ZERO, true),
    ],
  };
  yield { kind: 'blank' };
  if (bar !== undefined) {
    const rest = Number(bar.without_deal) === 0 ? [] : [bar.without_deal];
    const named = deals.map((deal) => ({ ...deal, bar: kind }));
    yield dealsTable(named, look, 'Deal', { rest, total: bar.value });
    yield { kind: 'blank' };
  }
  const [first] = deals;
  yield first === undefined
    ? { kind: 'next', text: say('Every bar'), command }
    : { kind: 'next', text: say('All about the largest'), command: `pipeline show ${first.id}` };
}

const ZERO = '0' as Decimal;

/** With whose deals it is about. */
function headed(parts: readonly (string | Cell)[], { owner }: ForecastDriversView, look: Look): Cell {
  return { kind: 'phrase', parts: owner === null ? parts : [...parts, ` · ${look.ownerLabel(owner)}`] };
}

function day({ before }: ForecastDriversView): Cell {
  return { kind: 'day', day: before.as_of };
}

function waterfall({ before, after, bars }: ForecastDriversView): Block {
  const levels = [Number(before.mean)];
  for (const { value } of bars) levels.push((levels.at(-1) ?? 0) + Number(value));
  const low = Math.min(0, ...levels);
  const reach = Math.max(0, ...levels) - low;
  const share = (level: number) => (reach === 0 ? 0 : (level - low) / reach);
  const drawn = (from: number, to: number): Cell => ({ kind: 'bar', from: share(from), to: share(to) });
  const end = ({ mean, as_of }: ForecastDriversView['before']): Cell[] => [
    say('End of {day}', { day: { kind: 'day', day: as_of } }, 'strong'),
    { kind: 'none' },
    { kind: 'money', amount: mean, tone: 'strong' },
    drawn(0, Number(mean)),
  ];
  return {
    kind: 'table',
    columns: [
      { key: 'bar', title: '' },
      { key: 'deals', title: 'Deals', align: 'right' },
      { key: 'value', title: 'Expected', align: 'right' },
      { key: 'drawing', title: '' },
    ],
    rows: [
      end(before),
      ...bars.map(({ bar, value, deals }, at): Cell[] => [
        indented(LABELS[bar]),
        deals.length === 0 ? { kind: 'none' } : { kind: 'count', count: deals.length },
        money(value, true),
        drawn(levels[at] ?? 0, levels[at + 1] ?? 0),
      ]),
      end(after),
    ],
  };
}

type NamedDeal = DriverDeal & { readonly bar: Driver };

function largest(bars: readonly DriverBar[]): NamedDeal[] {
  const size = ({ value }: DriverDeal) => Math.abs(Number(value));
  return bars
    .flatMap(({ bar, deals }) => deals.map((deal) => ({ ...deal, bar })))
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

function dealsTable(
  deals: readonly NamedDeal[],
  look: Look,
  title: Title,
  sum?: { readonly rest: readonly Decimal[]; readonly total: Decimal },
): Block {
  const none: Cell = { kind: 'none' };
  const bars = sum === undefined;
  return {
    kind: 'table',
    columns: [
      { key: 'deal', title, shrinkTo: 14 },
      { key: 'owner', title: 'Owner', shrinkTo: 6, dropRank: 1 },
      ...(bars ? [{ key: 'bar', title: 'Because', shrinkTo: 12 } as const] : []),
      { key: 'value', title: 'Expected', align: 'right' },
    ],
    rows: [
      ...deals.map(({ id, owner, bar, value }): Cell[] => [
        text(id),
        text(look.ownerLabel(owner)),
        ...(bars ? [say(LABELS[bar])] : []),
        money(value, true),
      ]),
      ...(sum?.rest ?? []).map((value) => [
        { kind: 'phrase', parts: ['(', say('not yet created'), ')'] } as const,
        none,
        money(value, true),
      ]),
    ],
    ...(sum === undefined ? {} : { totals: [[say('Total'), none, money(sum.total, true)]] }),
  };
}

function addsUp({ before, after, bars }: ForecastDriversView, { digits }: Look): Block {
  const sumOf = (sign: 1 | -1) =>
    fromMinor(sumMinor(bars.map(({ value }) => Math.max(0, sign * toMinor(value, digits)))), digits);
  return {
    kind: 'line',
    parts: [
      say('Adds up: {before} + {up} − {down} = {after}', {
        before: money(before.mean),
        up: money(sumOf(1)),
        down: money(sumOf(-1)),
        after: money(after.mean),
      }),
    ],
  };
}

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function money(amount: Decimal, signed = false): Cell {
  return { kind: 'money', amount, signed };
}

/** Rows that add up: the forecast of then, each deal in each bar, what has no deal, the forecast of now. */
export function driversRecords({ before, after, bars }: ForecastDriversView, bar?: Driver): Records {
  const row = (name: string, value: string, id = '', owner = ''): RecordCell[] => [
    { kind: 'text', text: name },
    { kind: 'text', text: id },
    { kind: 'text', text: owner },
    { kind: 'decimal', decimal: value },
  ];
  const shown = bars.filter((one) => bar === undefined || one.bar === bar);
  const inner = shown.flatMap(({ bar: name, deals, without_deal }) => [
    ...deals.map(({ id, owner, value }) => row(name, value, id, owner)),
    ...(Number(without_deal) === 0 ? [] : [row(name, without_deal)]),
  ]);
  const ends = bar === undefined;
  return {
    columns: ['bar', 'id', 'owner', 'value'],
    rows: [
      ...(ends ? [row('before', before.mean)] : []),
      ...inner,
      ...(ends ? [row('after', after.mean)] : []),
    ],
  };
}
