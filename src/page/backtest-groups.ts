// The page of `pipeline forecast backtest --by`: how well each group is foreseen, with its counts.

import { shellWord } from '../base/shell-word.ts';
import type { BacktestGroup, GroupedBacktest } from '../report/backtest-groups.ts';
import type { Message } from '../words/message.ts';
import { backtestRecords, share, signed } from './backtest.ts';
import { FEW, METHODS } from './forecast-tried.ts';
import { groupTitle } from './group-title.ts';
import type { Look } from './look.ts';
import { dotted, sayNames } from './names.ts';
import type { Block, Cell, Page, Records, Title } from './page.ts';
import { count, type Said, say } from './say.ts';
import { wholeMoney } from './whole-money.ts';

export function backtestGroupsPage(view: GroupedBacktest, look: Look, every: keyof typeof NO_COMPLETE): Page {
  return { currency: view.currency, digits: look.digits, blocks: [...blocksOf(view, look, every)] };
}

function* blocksOf(view: GroupedBacktest, look: Look, every: keyof typeof NO_COMPLETE): Generator<Block> {
  const tried = view.groups.filter(({ periods }) => periods > 0);
  const untried = view.groups.filter(({ periods }) => periods === 0);
  const label = (key: string) => (view.by === 'owner' ? look.ownerLabel(key) : key === '' ? '–' : key);
  yield {
    kind: 'heading',
    parts: dotted(headingOf(view)),
  };
  yield { kind: 'blank' };
  yield table(view, tried, label);
  yield { kind: 'blank' };
  if (tried.some(({ tried: { runs } }) => runs < FEW)) {
    yield {
      kind: 'paragraph',
      tone: 'muted',
      parts: [
        say('Fewer than {few} forecasts say little of how often P10–P90 holds the outcome; 80 % are meant.', {
          few: count(FEW),
        }),
      ],
    };
  }
  yield {
    kind: 'paragraph',
    tone: 'muted',
    parts: [say('Percentiles of parts do not add up to that of the whole.')],
  };
  const changed = tried.filter(({ tried: { missed_lately: missed } }) => missed !== null);
  if (changed.length > 0) {
    const names = sayNames(changed.map(({ key }) => label(key)));
    yield warn(say('The last 3 outcomes all lay outside, on one side: {names}.', { names }));
  }
  if (untried.length > 0) {
    const names = sayNames(untried.map(({ key }) => label(key)));
    yield warn(say(NO_COMPLETE[every], { names }));
  }
  const worst =
    view.by === 'owner'
      ? tried.find(({ key, tried: { best } }) => key !== '' && best !== null && best !== 'forecast')
      : undefined;
  const of = worst === undefined ? '' : ` --owner ${shellWord(worst.key)}`;
  yield {
    kind: 'next',
    text:
      worst === undefined
        ? say('All deals together')
        : say('More about {owner}', { owner: label(worst.key) }),
    command: `pipeline forecast backtest --every ${every}${of}`,
  };
}

function headingOf({ by, periods }: GroupedBacktest): Cell[] {
  if (by === 'owner') return [say('Backtest by owner'), say(EACH_OWNER, { periods })];
  const what = by === 'segment' || by === 'source' ? say(by) : by;
  return [say('Backtest by {what}', { what }), say(EACH, { periods, what })];
}

const EACH_OWNER =
  '{periods, plural, one {# period} other {# periods}}, each owner by itself' satisfies Message;
const EACH = '{periods, plural, one {# period} other {# periods}}, each {what} by itself' satisfies Message;
const NO_COMPLETE = {
  week: 'No complete week on record to try: {names}.',
  month: 'No complete month on record to try: {names}.',
  quarter: 'No complete quarter on record to try: {names}.',
  year: 'No complete year on record to try: {names}.',
} as const satisfies Record<string, Message>;

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
      { ...column('actual', 'Happened'), dropRank: 2 },
      { ...column('periods', 'Periods'), dropRank: 1 },
      column('wape', 'Error (WAPE)'),
      column('bias', 'Bias'),
      column('within', 'In P10–P90'),
      { key: 'best', title: 'Better', shrinkTo: 29 },
    ],
    rows: groups.map((group) => [text(label(group.key)), wholeMoney(group.actual), ...figures(group)]),
    totals: [[say('All deals'), NONE, ...figures(view)]],
  };
}

function within(inside: number, of: number): Cell {
  return of === 0 ? text('–') : say('{count} of {of}', { count: count(inside), of: count(of) });
}

/** The simpler way that beats the forecast, with its error; nothing where none does. */
function best({ best: method, methods }: BacktestGroup['tried']): Cell {
  if (method === null) return text('–');
  if (method === 'forecast') return NONE;
  const error = methods.find((one) => one.method === method)?.wape ?? null;
  const parts = error === null ? [] : [{ kind: 'share', share: error } as const, ', '];
  return { kind: 'phrase', parts: [...parts, say(METHODS[method])], tone: 'warn' };
}

const NONE: Cell = { kind: 'none' };

function text(of: string): Cell {
  return { kind: 'text', text: of };
}

function warn(said: Said): Block {
  return { kind: 'paragraph', tone: 'warn', parts: [said] };
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
