// The page of `pipeline forecast backtest --by`: how well each group is foreseen, with its counts.

import { named } from '../base/named.ts';
import { shellWord } from '../base/shell-word.ts';
import type { BacktestGroup, GroupedBacktest } from '../report/backtest-groups.ts';
import { backtestRecords, share, signed } from './backtest.ts';
import { FEW, METHODS } from './forecast-tried.ts';
import { plural } from './freshness-lines.ts';
import { groupTitle } from './group-title.ts';
import type { Look } from './look.ts';
import type { Block, Cell, Page, Records, Title } from './page.ts';
import { wholeMoney } from './whole-money.ts';

export function backtestGroupsPage(view: GroupedBacktest, look: Look, every: string): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, every)] };
}

function* blocksOf(view: GroupedBacktest, look: Look, every: string): Generator<Block> {
  const tried = view.groups.filter(({ periods }) => periods > 0);
  const untried = view.groups.filter(({ periods }) => periods === 0);
  const label = (key: string) => (view.by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key);
  yield {
    kind: 'heading',
    parts: [`Backtest by ${view.by} · ${plural(view.periods, 'period')}, each ${view.by} by itself`],
  };
  yield { kind: 'blank' };
  yield table(view, tried, label);
  yield { kind: 'blank' };
  if (tried.some(({ tried: { runs } }) => runs < FEW)) {
    yield {
      kind: 'paragraph',
      tone: 'muted',
      parts: [
        `Fewer than ${FEW} forecasts say little of how often P10–P90 holds the outcome; 80 % are meant.`,
      ],
    };
  }
  yield {
    kind: 'paragraph',
    tone: 'muted',
    parts: ['Percentiles of parts do not add up to that of the whole.'],
  };
  const changed = tried.filter(({ tried: { missed_lately: missed } }) => missed !== null);
  if (changed.length > 0) {
    yield warn(
      `The last 3 outcomes all lay outside, on one side: ${named(changed.map(({ key }) => label(key)))}.`,
    );
  }
  if (untried.length > 0) {
    yield warn(`No complete ${every} on record to try: ${named(untried.map(({ key }) => label(key)))}.`);
  }
  const worst =
    view.by === 'owner'
      ? tried.find(({ key, tried: { best } }) => key !== '' && best !== null && best !== 'forecast')
      : undefined;
  const of = worst === undefined ? '' : ` --owner ${shellWord(worst.key)}`;
  yield {
    kind: 'next',
    text: worst === undefined ? 'All deals together' : `More about ${label(worst.key)}`,
    command: `pipeline forecast backtest --every ${every}${of}`,
  };
}

function table(
  view: GroupedBacktest,
  groups: readonly BacktestGroup[],
  label: (key: string) => string,
): Block {
  const figures = ({ periods, methods, tried }: Pick<BacktestGroup, 'periods' | 'methods' | 'tried'>) => {
    const own = methods.find(({ method, fraction }) => method === 'forecast' && fraction === null);
    return [
      { kind: 'count', count: periods },
      share(own?.wape),
      signed(own?.bias),
      within(tried.within, tried.runs),
      best(tried),
    ] satisfies Cell[];
  };
  const column = (key: string, title: Title) => ({ key, title, align: 'right' as const });
  return {
    kind: 'table',
    columns: [
      { key: 'group', title: groupTitle(view.by), shrinkTo: 10 },
      { ...column('actual', 'Happened'), dropRank: 1 },
      column('periods', 'Periods'),
      column('wape', 'Error (WAPE)'),
      column('bias', 'Bias'),
      column('within', 'In P10–P90'),
      { key: 'best', title: 'Better', shrinkTo: 14 },
    ],
    rows: groups.map((group) => [text(label(group.key)), wholeMoney(group.actual), ...figures(group)]),
    totals: [[text('All deals'), NONE, ...figures(view)]],
  };
}

function within(count: number, of: number): Cell {
  return of === 0 ? text('–') : text(`${count} of ${of}`);
}

/** The simpler way that beats the forecast, with its error; nothing where none does. */
function best({ best: method, methods }: BacktestGroup['tried']): Cell {
  if (method === null) return text('–');
  if (method === 'forecast') return NONE;
  const error = methods.find((one) => one.method === method)?.wape ?? null;
  const parts = error === null ? [] : [' ', { kind: 'share', share: error } as const];
  return { kind: 'phrase', parts: [METHODS[method], ...parts], tone: 'warn' };
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function warn(of: string): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [of] };
}

/** A row a group, period, horizon and way. */
export function backtestGroupsRecords({ by, groups }: GroupedBacktest): Records {
  const [first] = groups;
  const { columns } = backtestRecords(first ?? { runs: [] });
  return {
    columns: [by.replace(/^custom\./, ''), ...columns],
    rows: groups.flatMap((group) =>
      [...backtestRecords(group).rows].map((row) => [{ kind: 'text' as const, text: group.key }, ...row]),
    ),
  };
}
